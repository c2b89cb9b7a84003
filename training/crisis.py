"""The reading of a person's own crisis: learns it, writes tone/src/model/crisis.bin, measures it and writes its card.

python training/crisis.py          all of it, about a minute; test messages are looked at once, for the card
python training/crisis.py --dev    chooses and learns, prints what cross-validation says, and writes nothing
"""

import argparse
import datetime
import os
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from corpus import WORK
from crisis_card import write_card
from crisis_features import BITS, ask_package, hashed_of, names_of, signs_of
from crisis_messages import FILE, FOLDS, LOOK_ALIKES, ORDINARY, CrisisMessage, read_crisis_messages
from measures import auc
from message import Message
from model_file import pack
from quantise import STEPS, Tensor
from splits import place, split_of
from written import read_written

SEED = 11
#: Ordinary messages learned from: the first so many of train, by the hash they are split by.
LEARNED = 6_000


#: What a passage of a long message must have more than a whole message.
MARGINS = (0.5, 1.0, 1.5, 2.0, 4.0)
#: Characters from which on a message counts as long where settings are chosen.
LONG = 160


@dataclass(frozen=True)
class Settings:
    """`features`: how loud hashed features are beside signs (0: not heard; signs 0: alone). `ordinary`: weight of ordinary ones."""

    signs: float
    features: float
    c: float
    ordinary: float
    margin: float = 1.5

    @property
    def kind(self) -> str:
        return "both" if self.signs and self.features else "signs" if self.signs else "features"


GRID = [
    *(Settings(1, features, c, ordinary) for features, c, ordinary in product((2, 4), (1, 3), (0.1, 0.3))),
    *(Settings(1, 0, c, ordinary) for c, ordinary in product((0.3, 1), (0.1, 0.3))),
    *(Settings(0, 1, c, ordinary) for c, ordinary in product((3, 10), (0.1, 0.3))),
]


@dataclass
class Data:
    messages: list[CrisisMessage]
    crisis: np.ndarray
    fold: np.ndarray
    #: Rows of train and dev together, and of test.
    own: np.ndarray
    test: np.ndarray
    #: Ordinary messages of data/written: texts, splits.
    ordinary: list[str]
    ordinary_split: np.ndarray
    names: list[str]
    #: Ours, and ordinary ones.
    texts: tuple["Texts", "Texts"]


@dataclass
class Texts:
    """Signs and hashed features of messages, and of the passages of long ones; `owner`: which message a passage is of."""

    signs: sp.csr_matrix
    features: sp.csr_matrix
    passages: "Texts | None" = None
    owner: np.ndarray | None = None

    def matrix(self, settings: Settings) -> sp.csr_matrix:
        return sp.hstack([settings.signs * self.signs, settings.features * self.features]).tocsr()

    def sums(self, model: LogisticRegression, settings: Settings) -> np.ndarray:
        """As read-crisis.ts does: the message as a whole, or a passage of it that stands out."""
        found = model.decision_function(self.matrix(settings))
        if self.passages:
            passages = model.decision_function(self.passages.matrix(settings)) - settings.margin
            np.maximum.at(found, self.owner, passages)
        return found


def read_ordinary() -> tuple[list[Message], np.ndarray]:
    """Of our own messages those that are learned from and measured with; what is never looked at is left out."""
    written = sorted(read_written(), key=lambda one: (place(one.group), one.id))
    split = np.array([split_of(one) for one in written], dtype=object)
    split[np.flatnonzero(split == "train")[:LEARNED]] = "learned"
    kept = np.flatnonzero(split != "train")
    return [written[at] for at in kept], split[kept]


def look_at(texts: list[str], names: list[str]) -> Texts:
    return Texts(signs_of(ask_package(texts, "signs"), names), hashed_of(texts, WORK))


def with_passages(texts: list[str], names: list[str]) -> Texts:
    passages = ask_package(texts, "passages")
    owner = np.array([at for at, own in enumerate(passages) for _ in own])
    found = look_at(texts, names)
    return Texts(found.signs, found.features, look_at([one for own in passages for one in own], names), owner)


def read_data() -> Data:
    messages = read_crisis_messages()
    split = np.array([one.split for one in messages])
    written, ordinary_split = read_ordinary()
    own = np.flatnonzero(split != "test")
    names = names_of(ask_package([messages[at].text for at in own], "signs"))
    return Data(
        messages,
        np.array([one.crisis for one in messages]),
        np.array([one.fold for one in messages]),
        own,
        np.flatnonzero(split == "test"),
        [one.text for one in written],
        ordinary_split,
        names,
        (with_passages([one.text for one in messages], names), with_passages([one.text for one in written], names)),
    )


def fit(data: Data, settings: Settings, rows: np.ndarray) -> LogisticRegression:
    """On some of our messages, and on ordinary ones, which are no crisis and weigh little each."""
    train = np.flatnonzero(data.ordinary_split == "learned")
    own, ordinary = data.texts
    matrix = sp.vstack([own.matrix(settings)[rows], ordinary.matrix(settings)[train]])
    labels = np.concatenate([data.crisis[rows], np.zeros(len(train), bool)])
    weights = np.concatenate([np.ones(len(rows)), np.full(len(train), settings.ordinary)])
    model = LogisticRegression(C=settings.c, solver="liblinear", max_iter=400, random_state=SEED)
    return model.fit(matrix, labels, sample_weight=weights)


def left_out(data: Data, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """Sums for each of train and dev by a model that never saw its fifth; and for ordinary ones of dev, by each of the five."""
    sums, ordinary = np.full(len(data.crisis), np.nan), []
    dev = data.ordinary_split == "dev"
    for fold in range(FOLDS):
        out = data.own[data.fold[data.own] == fold]
        model = fit(data, settings, np.setdiff1d(data.own, out))
        sums[out] = data.texts[0].sums(model, settings)[out]
        ordinary.append(data.texts[1].sums(model, settings)[dev])
    return sums[data.own], np.concatenate(ordinary)


def threshold_of(sums: np.ndarray, crisis: np.ndarray, ordinary: np.ndarray) -> float:
    return float(max(np.quantile(sums[~crisis], 1 - LOOK_ALIKES), np.quantile(ordinary, 1 - ORDINARY)))


@dataclass
class Tried:
    settings: Settings
    threshold: float
    recall: float
    #: Of long ones, and the mean of that and of short ones: there are few long ones, and they count no less.
    recall_long: float
    even: float
    auc: float


def try_settings(data: Data, settings: Settings) -> Tried:
    sums, ordinary = left_out(data, settings)
    crisis = data.crisis[data.own]
    at = threshold_of(sums, crisis, ordinary)
    found = sums[crisis] >= at
    long = np.array([len(data.messages[row].text) >= LONG for row in data.own])[crisis]
    even = (found[long].mean() + found[~long].mean()) / 2
    tried = Tried(settings, at, float(found.mean()), float(found[long].mean()), float(even), auc(sums, crisis))
    print(f"{settings}: found {tried.recall:.3f}, of long ones {tried.recall_long:.3f}, AUC {tried.auc:.3f}", flush=True)
    return tried


def best(tried: list[Tried]) -> Tried:
    return max(tried, key=lambda one: (one.even, one.auc))


def whole(name: str, values: np.ndarray) -> Tensor:
    """Whole numbers of one scale."""
    scale = float(np.abs(values).max()) / STEPS
    return Tensor(name, np.rint(values / scale).astype(np.int8), scale)


def write(data: Data, chosen: Tried, path: Path, version: str) -> None:
    model = fit(data, chosen.settings, data.own)
    weights, count = model.coef_[0], len(data.names)
    linear = whole("linear", chosen.settings.features * weights[count:, None])
    linear.sparse = True
    tensors = [
        Tensor("bias", model.intercept_.astype(np.float32)),
        Tensor("signs", (chosen.settings.signs * weights[:count]).astype(np.float32)),
        linear,
    ]
    header = {
        "format": 1,
        "name": "crisis",
        "version": version,
        "outputs": ["crisis"],
        "parts": {"linear": {"bits": BITS, "norm": "sqrt"}, "signs": data.names},
        "threshold": round(chosen.threshold, 4),
        "margin": chosen.settings.margin,
    }
    path.write_bytes(pack(header, tensors))
    print(f"{path}: {path.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--version", default=f"{datetime.date.today()}-1", help="the date and a number")
    wanted = parser.parse_args()
    data = read_data()
    tried = [try_settings(data, settings) for settings in GRID]
    chosen = best([try_settings(data, replace(best(tried).settings, margin=margin)) for margin in MARGINS])
    print(f"chosen: {chosen}")
    if wanted.dev:
        return
    write(data, chosen, FILE, wanted.version)
    ordinary = [text for text, split in zip(data.ordinary, data.ordinary_split, strict=True) if split == "test"]
    test = [data.messages[at] for at in data.test]
    read = ask_package([one.text for one in test] + ordinary, "read", str(FILE))
    kinds = {kind: best([one for one in tried if one.settings.kind == kind]) for kind in ("signs", "features", "both")}
    write_card(wanted.version, FILE.stat().st_size, data, kinds, chosen, test, read)


if __name__ == "__main__":
    main()
