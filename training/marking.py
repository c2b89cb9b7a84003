"""From which score on words are marked, and which messages thresholds are found with."""

import numpy as np

from attributes import OUTPUTS, PAUSE
from corpus import Corpus


def rows_to_calibrate_with(corpus: Corpus) -> np.ndarray:
    """Of dev: our own, half of the comments that are mostly ordinary, and a sixth of the rest."""
    own = np.concatenate([corpus.where("dev", "written"), corpus.where("dev", "goemotions")[::2]])
    rest = np.array([row for row in corpus.where("dev") if corpus.messages[row].source != "written"])[::6]
    return np.unique(np.concatenate([own, rest]))


def spans_at(corpus: Corpus, rows: np.ndarray, scores: np.ndarray) -> dict[str, float]:
    """Words are marked from the score on at which a message is as likely to be so as not: best F1 on our own dev."""
    own = corpus.source[rows] == 0
    found = {}
    for at, name in enumerate(OUTPUTS[:PAUSE]):
        positive = corpus.labels[rows, at][own] >= 0.5
        if positive.sum() < 5:
            found[name] = 0.5
            continue
        candidates = np.arange(0.2, 0.65, 0.05)
        said = scores[own, at][:, None] >= candidates
        hits = (said & positive[:, None]).sum(0)
        found[name] = round(float(candidates[np.argmax(2 * hits / (said.sum(0) + positive.sum()))]), 2)
    return found
