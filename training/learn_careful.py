"""Fine-tunes the careful reader: soft targets, unknown labels masked, every source leaning by itself."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch

from attributes import PAUSE
from corpus import Corpus
from encoder import Careful
from features import Ragged
from learn import loss_of
from measures import auc

CLS, SEP = "[CLS]", "[SEP]"
#: Used when there is one, and never needed.
DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")


@dataclass
class CarefulSettings:
    seed: int = 20261129
    #: Messages looked at in all: so many passes over our own, the rest drawn from the other sources.
    messages: int = 340_000
    written: int = 4
    batch: int = 128
    rate: float = 2.5e-4
    #: Of what begins at random: the head.
    rate_head: float = 1e-3
    decay: float = 0.01
    warm_up: float = 0.06
    #: Pieces hidden at random, so that single words do not decide.
    piece_dropout: float = 0.08
    #: How much a guess counts where no source says anything.
    guessed: float = 0.5
    longest: int = 96
    threads: int = 2


def to_pieces(pieces: Ragged, rows: np.ndarray, vocabulary: list[str], longest: int) -> tuple[torch.Tensor, torch.Tensor]:
    """n x longest and n: the numbers with [CLS] before and [SEP] behind, [PAD] after; of long messages the beginning."""
    taken = pieces.take(rows)
    lengths = np.minimum(taken.lengths(), longest - 2)
    width = int(lengths.max(initial=0)) + 2
    found = np.full((len(rows), width), vocabulary.index("[PAD]"), np.int64)
    found[:, 0] = vocabulary.index(CLS)
    at = np.arange(width - 2)
    there = at < lengths[:, None]
    found[:, 1:-1][there] = taken.values[(taken.begins[:-1, None] + at)[there]]
    found[np.arange(len(rows)), lengths + 1] = vocabulary.index(SEP)
    return torch.from_numpy(found).to(DEVICE), torch.from_numpy(lengths + 2).to(DEVICE)


def drawn(corpus: Corpus, train: np.ndarray, settings: CarefulSettings, random: np.random.Generator) -> np.ndarray:
    """Rows to learn from, one after the other: whole passes over our own, draws by weight from the others."""
    own = train[corpus.source[train] == 0]
    others = train[corpus.source[train] != 0]
    share = corpus.weights[others] / corpus.weights[others].sum()
    passes = settings.written
    rest = settings.messages - passes * len(own)
    picked = random.choice(others, max(rest, 0), p=share)
    return random.permutation(np.concatenate([*[own] * passes, picked]))


def batches(rows: np.ndarray, lengths: np.ndarray, size: int, random: np.random.Generator) -> Iterator[np.ndarray]:
    """Of messages of like length."""
    for begin in range(0, len(rows), size * 50):
        chunk = rows[begin : begin + size * 50]
        chunk = chunk[np.argsort(lengths[chunk], kind="stable")]
        parts = [chunk[at : at + size] for at in range(0, len(chunk), size)]
        for at in random.permutation(len(parts)):
            yield parts[at]


def label_weights(corpus: Corpus, rows: np.ndarray, settings: CarefulSettings) -> np.ndarray:
    """messages x outputs, 0 where unknown; outputs that few of the drawn messages know count for more."""
    counts = corpus.known.astype(np.float32)
    totals = counts[rows].sum(0)
    if corpus.guessed is not None:
        counts += settings.guessed * corpus.guessed
    return counts * np.sqrt(totals.max() / totals.clip(min=1)).astype(np.float32)


class Optimiser:
    """AdamW over whole weights, of which the model holds halves: bfloat16 is several times as fast where it is at home."""

    def __init__(self, model: Careful, settings: CarefulSettings, steps: int):
        names = [name for name, _ in model.named_parameters()]
        self.halves = list(model.parameters())
        self.wholes = [one.detach().float().clone().requires_grad_() for one in self.halves]
        groups: dict[str, list[torch.Tensor]] = {"head": [], "lean": [], "plain": [], "others": []}
        for name, one in zip(names, self.wholes, strict=True):
            part = name.split(".")[0]
            kind = {"look": "head", "say": "head", "lean": "lean"}.get(part, "plain" if one.ndim == 1 else "others")
            groups[kind].append(one)
        rates = {"head": settings.rate_head, "lean": 0.01, "plain": settings.rate, "others": settings.rate}
        self.adam = torch.optim.AdamW(
            [
                {"params": found, "lr": rates[kind], "weight_decay": settings.decay if kind in ("head", "others") else 0.0}
                for kind, found in groups.items()
            ],
            betas=(0.9, 0.98),
            fused=True,
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.adam,
            [rates[kind] for kind in groups],
            total_steps=steps + 1,
            pct_start=settings.warm_up,
            anneal_strategy="linear",
            cycle_momentum=False,
        )

    def step(self) -> None:
        for whole, half in zip(self.wholes, self.halves, strict=True):
            whole.grad = half.grad.float()
            half.grad = None
        torch.nn.utils.clip_grad_norm_(self.wholes, 1.0)
        self.adam.step()
        self.schedule.step()
        self.give_back()

    @torch.no_grad()
    def give_back(self) -> None:
        for whole, half in zip(self.wholes, self.halves, strict=True):
            half.copy_(whole)


def start_at_base_rates(model: Careful, labels: torch.Tensor, weights: torch.Tensor) -> None:
    rates = ((labels * weights).sum(0) / weights.sum(0).clamp(min=1e-6)).clamp(0.003, 0.997)
    with torch.no_grad():
        model.say.bias.copy_(torch.logit(rates))


def learn_careful(
    model: Careful,
    corpus: Corpus,
    pieces: Ragged,
    vocabulary: list[str],
    settings: CarefulSettings,
    now_and_then: Callable[[float, Careful], None] = lambda share, model: None,
) -> Careful:
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    random = np.random.default_rng(settings.seed)
    rows = drawn(corpus, corpus.where("train"), settings, random)
    labels = torch.from_numpy(corpus.labels).to(DEVICE)
    weights = torch.from_numpy(label_weights(corpus, rows, settings)).to(DEVICE)
    source = torch.from_numpy(corpus.source).to(DEVICE)
    model.to(DEVICE)
    start_at_base_rates(model, labels[rows], weights[rows])
    lengths = np.minimum(pieces.lengths(), settings.longest)
    steps = sum(1 for _ in batches(rows, lengths, settings.batch, np.random.default_rng(0)))
    model.bfloat16()
    optimiser = Optimiser(model, settings, steps)
    unknown = vocabulary.index("[UNK]")
    model.train()
    began, total, every = time.time(), 0.0, max(1, steps // 10)
    for step, picked in enumerate(batches(rows, lengths, settings.batch, random), 1):
        numbers, counts = to_pieces(pieces, picked, vocabulary, settings.longest)
        hidden = torch.rand(numbers.shape, device=DEVICE) < settings.piece_dropout
        hidden[:, 0] = False
        logits = model(numbers.masked_fill(hidden, unknown), counts, source[picked])
        loss = loss_of(logits, labels[picked], weights[picked])
        loss.backward()
        optimiser.step()
        total += loss.item()
        if step % every == 0:
            print(f"{step} of {steps}: loss {total / every:.4f}, {time.time() - began:.0f} s", flush=True)
            total = 0.0
            now_and_then(step / steps, model)
            model.train()
    model.float()
    optimiser.give_back()
    return model.cpu().eval()


@torch.no_grad()
def careful_logits(model: Careful, pieces: Ragged, rows: np.ndarray, vocabulary: list[str]) -> np.ndarray:
    """Without a source. In the order of `rows`."""
    model.eval().to(DEVICE)
    order = np.argsort(pieces.lengths()[rows], kind="stable")
    found = np.zeros((len(rows), len(model.shape.outputs)), np.float32)
    for begin in range(0, len(rows), 128):
        part = order[begin : begin + 128]
        numbers, counts = to_pieces(pieces, rows[part], vocabulary, model.shape.positions)
        found[part] = model(numbers, counts).float().cpu().numpy()
    return found


def say_how_it_goes(corpus: Corpus, pieces: Ragged, vocabulary: list[str]) -> Callable[[float, Careful], None]:
    rows = corpus.where("dev", "written")
    hurts = corpus.labels[rows, PAUSE] >= 0.5

    def say(share: float, model: Careful) -> None:
        found = auc(careful_logits(model, pieces, rows, vocabulary)[:, PAUSE], hurts)
        print(f"{share:.0%}: AUC of the pause {found:.4f} on our own dev messages", flush=True)

    return say
