"""What no source says of a message, the careful model guesses, and the quick reader learns that too: distillation
(Hinton and others 2015, arXiv:1503.02531). Only of messages that are learned from."""

from dataclasses import replace

import numpy as np

from attributes import OUTPUTS
from calibrate import calibrate
from corpus import WORK, Corpus
from encoder import Careful
from features import Ragged
from learn_careful import careful_logits
from marking import rows_to_calibrate_with

FILE = WORK / "guesses.npz"


def keep_guesses(corpus: Corpus, model: Careful, pieces: Ragged, vocabulary: list[str]) -> None:
    """Of every message that is learned from: the careful model's shares of readers, calibrated on dev."""
    dev, train = rows_to_calibrate_with(corpus), corpus.where("train")
    how = calibrate(corpus, OUTPUTS, dev, careful_logits(model, pieces, dev, vocabulary))
    a = np.array([how.get(name, {"a": 1.0})["a"] for name in OUTPUTS])
    b = np.array([how.get(name, {"b": 0.0})["b"] for name in OUTPUTS])
    found = 1 / (1 + np.exp(-(a * careful_logits(model, pieces, train, vocabulary) + b)))
    np.savez(FILE, ids=np.array([corpus.messages[row].id for row in train]), shares=found.astype(np.float16))


def taught(corpus: Corpus) -> Corpus:
    """The corpus with guesses where labels of training messages are unknown."""
    if not FILE.exists():
        raise SystemExit("The careful reader has not guessed yet: run make_careful.py first, or make.py --alone.")
    with np.load(FILE) as kept:
        at = {one: place for place, one in enumerate(kept["ids"].tolist())}
        shares = kept["shares"].astype(np.float32)
    train = [row for row in corpus.where("train") if corpus.messages[row].id in at]
    guessed = np.zeros(corpus.known.shape, bool)
    guessed[train] = ~corpus.known[train]
    labels = corpus.labels.copy()
    places = [at[corpus.messages[row].id] for row in train]
    labels[train] = np.where(guessed[train], shares[places], labels[train])
    return replace(corpus, labels=labels, guessed=guessed)
