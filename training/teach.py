"""What no source says of a message, the teacher guesses, and the readers that ship learn that too: distillation (Hinton and
others 2015, arXiv:1503.02531). Only of messages that are learned from."""

from copy import deepcopy
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
#: How much of a public label is the teacher's guess. Their labels answer other questions than ours: of what nobody called
#: toxic, some talks down all the same. Of our own messages the labels stand.
SHARE_OF_GUESS = 0.5
#: Into which outputs of public messages guesses are mixed. No public set was asked about a pause. With guesses mixed into the
#: others as well both readers follow public sets less well, and our own messages hardly better.
MIXED = ("pause",)


def keep_guesses(corpus: Corpus, model: Careful, pieces: Ragged, vocabulary: list[str]) -> None:
    """Of every message that is learned from: the model's shares of readers, calibrated on dev."""
    dev, train = rows_to_calibrate_with(corpus), corpus.where("train")
    model = deepcopy(model).bfloat16()
    how = calibrate(corpus, OUTPUTS, dev, careful_logits(model, pieces, dev, vocabulary))
    a = np.array([how.get(name, {"a": 1.0})["a"] for name in OUTPUTS])
    b = np.array([how.get(name, {"b": 0.0})["b"] for name in OUTPUTS])
    found = 1 / (1 + np.exp(-(a * careful_logits(model, pieces, train, vocabulary) + b)))
    np.savez(FILE, ids=np.array([corpus.messages[row].id for row in train]), shares=found.astype(np.float16))


def taught(corpus: Corpus) -> Corpus:
    """The corpus with guesses where labels of training messages are unknown, and mixed into public labels of some outputs."""
    if not FILE.exists():
        raise SystemExit("The teacher has not guessed yet: run teacher.py first. (make.py --alone learns without.)")
    with np.load(FILE) as kept:
        at = {one: place for place, one in enumerate(kept["ids"].tolist())}
        shares = kept["shares"].astype(np.float32)
    train = np.array([row for row in corpus.where("train") if corpus.messages[row].id in at])
    found = shares[[at[corpus.messages[row].id] for row in train]]
    stands = (corpus.source[train] == 0)[:, None] | ~np.isin(OUTPUTS, list(MIXED))
    known = corpus.known[train]
    between = (1 - SHARE_OF_GUESS) * corpus.labels[train] + SHARE_OF_GUESS * found
    labels, guessed = corpus.labels.copy(), np.zeros(corpus.known.shape, bool)
    guessed[train] = ~known
    labels[train] = np.where(known, np.where(stands, corpus.labels[train], between), found)
    return replace(corpus, labels=labels, guessed=guessed)
