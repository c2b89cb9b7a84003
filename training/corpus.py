"""Everything there is to learn from and to measure with, as arrays."""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from attributes import OUTPUTS
from features import Features, extract, to_line
from joined import joined
from message import Message
from near_duplicates import drop_near_duplicates
from sources import read_public
from splits import split_of
from written import read_written

WORK = Path(os.environ.get("KINDLING_WORK", Path(__file__).resolve().parent / ".work"))


@dataclass
class Corpus:
    messages: list[Message]
    features: Features
    #: messages x outputs: share of readers, and whether it is known.
    labels: np.ndarray
    known: np.ndarray
    weights: np.ndarray
    #: Which source each message is from; `written` is 0.
    source: np.ndarray
    sources: list[str]
    #: Labels that nobody gave: another model's guesses (teach.py).
    guessed: np.ndarray | None = None

    def where(self, split: str, source: str | None = None) -> np.ndarray:
        return np.array(
            [
                at
                for at, one in enumerate(self.messages)
                if one.split == split and (source is None or one.source.startswith(source))
            ],
            dtype=np.int64,
        )


def data_folder() -> Path:
    folder = os.environ.get("KINDLING_TRAINING_DATA")
    if not folder or not Path(folder).is_dir():
        raise SystemExit("KINDLING_TRAINING_DATA must name the folder with the public sets (training/README.md).")
    return Path(folder)


def read_messages() -> list[Message]:
    messages = [*read_written(), *read_public(data_folder())]
    for one in messages:
        one.split = split_of(one)
    messages, dropped = drop_near_duplicates(messages)
    messages += joined(messages)
    print(f"{len(messages)} messages; {dropped} near to held-out ones left out", flush=True)
    return messages


def to_arrays(messages: list[Message], features: Features) -> Corpus:
    labels = np.zeros((len(messages), len(OUTPUTS)), np.float32)
    known = np.zeros((len(messages), len(OUTPUTS)), bool)
    column = {name: at for at, name in enumerate(OUTPUTS)}
    for at, one in enumerate(messages):
        for name, share in one.labels.items():
            labels[at, column[name]] = share
            known[at, column[name]] = True
    sources = sorted({one.source for one in messages}, key=lambda name: (name != "written", name))
    number = {name: at for at, name in enumerate(sources)}
    return Corpus(
        messages,
        features,
        labels,
        known,
        np.array([one.weight for one in messages], np.float32),
        np.array([number[one.source] for one in messages], np.int64),
        sources,
    )


def read_corpus() -> Corpus:
    messages = read_messages()
    return to_arrays(messages, extract((to_line(one) for one in messages), WORK))
