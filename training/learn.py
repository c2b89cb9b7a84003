"""Learns a model of a corpus: soft targets, unknown labels masked, the average of the last passes kept."""

import copy
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

from batches import in_order, in_random_order, to_batch
from corpus import Corpus
from features import Features
from hashed import Adagrad
from model import Quick, Shape


@dataclass
class Settings:
    seed: int = 20261128
    epochs: int = 6
    batch: int = 512
    rate_linear: float = 0.15
    rate_network: float = 0.004
    #: Of words' vectors: they know much already, and soon learn messages by heart.
    rate_words: float = 0.003
    caution: float = 2e-6
    decay_linear: float = 0.0
    decay_network: float = 0.01
    bag_dropout: float = 0.5
    dropout: float = 0.3
    word_dropout: float = 0.2
    #: Our own messages weigh this many times what their file says.
    written: float = 1.2
    #: A guess of the teacher counts this much of a label.
    guessed: float = 0.3
    #: On a machine that others use too, one thread is faster than two that wait for each other.
    threads: int = 1


def loss_of(logits: torch.Tensor, labels: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """`weights`: message x output, 0 where unknown, in all 1 a message on average."""
    return (F.binary_cross_entropy_with_logits(logits, labels, reduction="none") * weights).sum() / len(logits)


def weights_of(corpus: Corpus, train: np.ndarray, settings: Settings) -> np.ndarray:
    """Outputs that few messages know count for more: each output's total is brought half way to the same."""
    own = np.where(corpus.source == 0, settings.written, 1.0)
    counts = corpus.known.astype(np.float32)
    totals = (counts * (corpus.weights * own)[:, None])[train].sum(0)
    if corpus.guessed is not None:
        counts += settings.guessed * corpus.guessed
    return (counts * (corpus.weights * own)[:, None] * np.sqrt(totals.max() / totals)).astype(np.float32)


class Optimisers:
    """Adam for the network; Adagrad for hashed features, where Adam would learn by heart what is met once."""

    def __init__(self, model: Quick, settings: Settings, steps: int):
        small = [{"params": [model.bias, model.lean.weight], "lr": 0.01, "weight_decay": 0.0}]
        if model.network:
            words = model.network.words.weight
            others = [one for one in model.network.parameters() if one is not words]
            decay = {"weight_decay": settings.decay_network}
            small.append({"params": [words], "lr": settings.rate_words, **decay})
            small.append({"params": others, "lr": settings.rate_network, **decay})
        self.adam = torch.optim.AdamW(small, betas=(0.9, 0.99), fused=True)
        self.adagrad = None
        if model.linear:
            self.adagrad = Adagrad(model.linear, settings.rate_linear, settings.caution, settings.decay_linear)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.adam, [group["lr"] for group in small], total_steps=steps + 1, pct_start=0.1
        )

    def step(self) -> None:
        self.adam.step()
        self.schedule.step()
        self.adam.zero_grad()
        if self.adagrad:
            self.adagrad.step()


def start_at_base_rates(model: Quick, labels: torch.Tensor, weights: torch.Tensor) -> None:
    rates = ((labels * weights).sum(0) / weights.sum(0).clamp(min=1e-6)).clamp(0.003, 0.997)
    with torch.no_grad():
        model.bias.copy_(torch.logit(rates))


def learn(
    corpus: Corpus,
    shape: Shape,
    settings: Settings,
    vectors: np.ndarray | None = None,
    after_epoch: Callable[[int, Quick], None] = lambda epoch, model: None,
) -> Quick:
    torch.manual_seed(settings.seed)
    torch.set_num_threads(settings.threads)
    random = np.random.default_rng(settings.seed)
    train = corpus.where("train")
    labels = torch.from_numpy(corpus.labels)
    weights = torch.from_numpy(weights_of(corpus, train, settings))
    source = torch.from_numpy(corpus.source)
    model = Quick(shape, len(corpus.sources), settings.bag_dropout, settings.dropout, settings.word_dropout)
    start_at_base_rates(model, labels[train], weights[train])
    if vectors is not None and model.network:
        model.network.start_from(vectors)
    optimisers = Optimisers(model, settings, settings.epochs * (len(train) // settings.batch + 1))
    for epoch in range(settings.epochs):
        model.train()
        began, total, count = time.time(), 0.0, 0
        for rows in in_random_order(corpus.features, train, settings.batch, random):
            logits = model(to_batch(corpus.features, rows), source[rows])
            loss = loss_of(logits, labels[rows], weights[rows])
            loss.backward()
            optimisers.step()
            total, count = total + loss.item(), count + 1
        print(f"pass {epoch + 1}: loss {total / count:.4f}, {time.time() - began:.0f} s", flush=True)
        after_epoch(epoch, model)
    model.eval()
    return copy.deepcopy(model)


@torch.no_grad()
def logits_of(model: Quick, features: Features, rows: np.ndarray) -> np.ndarray:
    """As shipped: no source, whole messages."""
    model.eval()
    parts = [model(to_batch(features, part, longest=512)).numpy() for part in in_order(rows, 256)]
    return np.concatenate(parts)
