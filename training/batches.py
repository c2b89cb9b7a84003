"""Messages as tensors, a batch at a time."""

from collections.abc import Iterator

import numpy as np
import torch

from features import Features
from model import Batch

#: The network is trained on the beginning of very long messages; the hashed features on all of each.
LONGEST = 128


def to_batch(features: Features, rows: np.ndarray, longest: int = LONGEST) -> Batch:
    bag = features.bag.take(rows)
    tokens = features.tokens.take(rows)
    lengths = np.minimum(tokens.lengths(), longest)
    words = np.zeros((len(rows), max(1, int(lengths.max(initial=0)))), np.int64)
    marks = np.zeros_like(words)
    there = np.arange(words.shape[1]) < lengths[:, None]
    picked = tokens.begins[:-1, None] + np.arange(words.shape[1])
    words[there] = tokens.values["word"][picked[there]]
    marks[there] = tokens.values["marks"][picked[there]]
    return Batch(
        bag.values.astype(np.int32),
        bag.begins.astype(np.int32),
        torch.from_numpy(words),
        torch.from_numpy(marks),
        torch.from_numpy(lengths.astype(np.int64)),
    )


def in_random_order(features: Features, rows: np.ndarray, size: int, random: np.random.Generator) -> Iterator[np.ndarray]:
    """Rows in batches, each of messages of like length, so that little is padding."""
    shuffled = random.permutation(rows)
    lengths = features.tokens.lengths()
    chunks = []
    for begin in range(0, len(shuffled), size * 40):
        chunk = shuffled[begin : begin + size * 40]
        chunk = chunk[np.argsort(lengths[chunk], kind="stable")]
        chunks += [chunk[at : at + size] for at in range(0, len(chunk), size)]
    for at in random.permutation(len(chunks)):
        yield chunks[at]


def in_order(rows: np.ndarray, size: int = 1024) -> Iterator[np.ndarray]:
    for begin in range(0, len(rows), size):
        yield rows[begin : begin + size]
