"""Learns the quick reader of one language and packs it: linear, in the format of quick.bin."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from attributes import ATTRIBUTES, OUTPUTS, PAUSE
from calibrate import fit
from corpus import Corpus
from measures import auc
from model import Shape
from model_file import pack, parts_of
from naive_bayes import columns, learn
from quantise import Tensor, linear_tensor
from shipped import Shipped

#: Rows of hashed features that ship: with twice as many no language read better on dev.
ROWS = 40_000
#: What weights pay; the one that orders dev best by toxicity is taken, learned from so many messages at most.
COSTS = (0.03, 0.1, 0.3)
CHOSEN_BY = 6_000
#: Of harmless dev messages, at most this share may pause,
AT_MOST = 0.02
#: and none that is likelier to be harmless than not: the harmless of a set are not what most people write.
LEAST = 0.5


@dataclass
class Learned:
    outputs: list[str]
    #: Features x outputs.
    table: np.ndarray
    bias: np.ndarray
    seen: np.ndarray
    cost: float


def known_outputs(corpus: Corpus) -> list[str]:
    return [name for name, known in zip(OUTPUTS, corpus.known.any(0), strict=True) if known]


def is_harmless(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    return corpus.labels[rows, 0] < 0.5


def choose_cost(corpus: Corpus, bits: int) -> float:
    train, dev = corpus.where("train")[:CHOSEN_BY], corpus.where("dev")
    x, other = columns(corpus.features.bag, train, bits), columns(corpus.features.bag, dev, bits)
    found = {cost: auc(other @ learn(x, ~is_harmless(corpus, train), cost)[0], ~is_harmless(corpus, dev)) for cost in COSTS}
    return max(found, key=found.get)


def learn_language(corpus: Corpus, shape: Shape) -> Learned:
    cost = choose_cost(corpus, shape.bits)
    train = corpus.where("train")
    learned: dict[bytes, tuple[np.ndarray, float]] = {}

    def learn_output(at: int) -> tuple[np.ndarray, float]:
        rows = train[corpus.known[train, at]]
        positive = corpus.labels[rows, at] >= 0.5
        # Where a set gives two outputs for the same messages, one learning is enough.
        same = rows.tobytes() + positive.tobytes()
        if same not in learned:
            learned[same] = learn(columns(corpus.features.bag, rows, shape.bits), positive, cost)
        return learned[same]

    table, bias = zip(*(learn_output(OUTPUTS.index(name)) for name in shape.outputs), strict=True)
    ids = corpus.features.bag.take(train).values & (2**shape.bits - 1)
    seen = np.bincount(ids, minlength=2**shape.bits)
    return Learned(shape.outputs, np.stack(table, 1), np.array(bias, np.float32), seen, cost)


def pause_from(scores: np.ndarray, harmless: np.ndarray) -> float:
    """The lowest likelihood from which on so few of the harmless pause as may."""
    for one in np.unique(np.round(scores, 3)):
        if one >= LEAST and (scores[harmless] >= one).mean() <= AT_MOST:
            return float(one)
    return 1.0


def spans_at(labels: np.ndarray, scores: np.ndarray) -> float:
    """Words are marked from the score on that gives the best F1 on dev."""
    candidates = np.arange(0.2, 0.65, 0.05)
    said, positive = scores[:, None] >= candidates, labels >= 0.5
    hits = (said & positive[:, None]).sum(0)
    return round(float(candidates[np.argmax(2 * hits / (said.sum(0) + positive.sum()))]), 2)


def write_language(path: Path, corpus: Corpus, learned: Learned, wanted: list[str], tag: str, version: str) -> None:
    """`wanted`: the attributes that it may say something about. Calibration is of the whole numbers that ship."""
    outputs = [name for name in ATTRIBUTES if name in wanted] + ["pause"]
    columns_ = [learned.outputs.index(name) for name in outputs]
    shape = Shape(word_bits=0, outputs=outputs)
    tensors = [
        Tensor("bias", learned.bias[columns_]),
        linear_tensor(learned.table[:, columns_], learned.seen, ROWS),
    ]
    header = {"format": 1, "name": f"quick-{tag}", "version": version, "language": tag, "outputs": outputs}
    header |= {"parts": parts_of(shape), "calibration": {}, "pause": {"threshold": 0.5}, "spans": {}}

    def write() -> Shipped:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pack(header, tensors))
        return Shipped(path)

    dev = corpus.where("dev")
    logits = write().logits(corpus.features, dev)
    for column, name in enumerate(outputs):
        at = OUTPUTS.index(name)
        known = corpus.known[dev, at]
        header["calibration"][name] = fit(logits[known, column], corpus.labels[dev, at][known])
    scores = write().calibrated(logits)
    header["pause"]["threshold"] = pause_from(scores[:, -1], is_harmless(corpus, dev))
    for column, name in enumerate(outputs[:-1]):
        at = OUTPUTS.index(name)
        known = corpus.known[dev, at]
        header["spans"][name] = spans_at(corpus.labels[dev, at][known], scores[known, column])
    write()


assert OUTPUTS[PAUSE] == "pause"
