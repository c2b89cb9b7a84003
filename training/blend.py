"""How the readings of both readers become one: per output, how much of each, found on dev; and when careful is asked."""

import numpy as np

from attributes import OUTPUTS
from calibrate import weights_of
from combine import shares
from corpus import Corpus

#: Of the pauses that the careful reader would find, this share may be lost because quick did not ask it.
LOST_AT_MOST = 0.02
#: Quick decides alone that a pause is worth it where careful agrees this often.
AGREED_AT_LEAST = 0.97


def blend(corpus: Corpus, rows: np.ndarray, careful: np.ndarray, quick: np.ndarray) -> dict[str, dict[str, float]]:
    """`rows`: messages of dev; `careful`, `quick`: their logits, messages x outputs. Blended logits are calibrated."""
    own = corpus.source[rows] == 0
    found = {}
    for at, name in enumerate(OUTPUTS):
        labels = corpus.labels[rows, at]
        weights = weights_of(name, corpus.known[rows, at], own, labels)
        there = weights > 0
        a, b, c = shares(careful[there, at], quick[there, at], labels[there], weights[there])
        found[name] = {"careful": round(float(a), 4), "quick": round(float(b), 4), "b": round(float(c), 4)}
    return found


def blended(how: dict[str, dict[str, float]], careful: np.ndarray, quick: np.ndarray) -> np.ndarray:
    """Shares of readers, messages x outputs."""
    a, b, c = (np.array([how[name][part] for name in OUTPUTS]) for part in ("careful", "quick", "b"))
    return 1 / (1 + np.exp(-np.clip(a * careful + b * quick + c, -60, 60)))


def when_to_ask(quick: np.ndarray, careful: np.ndarray, quick_at: float, careful_at: float) -> dict[str, float]:
    """Quick's likelihoods of a pause between which the careful reader is asked. Both: those of the pause, 0 to 1."""
    paused = np.sort(quick[careful >= careful_at])
    lowest = float(paused[int(LOST_AT_MOST * len(paused))]) if len(paused) else 0.0
    until = 1.0
    for one in np.unique(np.round(quick[quick >= quick_at], 2)):
        if (careful[quick >= one] >= careful_at).mean() >= AGREED_AT_LEAST:
            until = float(one)
            break
    return {"from": round(min(lowest, quick_at), 3), "until": round(max(until, quick_at), 3)}
