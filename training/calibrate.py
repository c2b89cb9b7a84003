"""Turns logits into shares of readers: two numbers an output, found on dev."""

import numpy as np
from scipy.optimize import minimize

from corpus import Corpus

#: Fewer readers' yeses than this among our own dev messages, and those of every source are looked at.
LEAST = 4.0
#: How many messages the belief is worth that logits are right as they are.
PRIOR = 2.0


def fit(logits: np.ndarray, labels: np.ndarray) -> dict[str, float]:
    """a and b of sigmoid(a * logit + b) that make the labels likeliest."""

    def cost(ab: np.ndarray) -> float:
        z = np.exp(ab[0]) * logits + ab[1]
        loss = np.logaddexp(0, z) - labels * z
        return loss.sum() + PRIOR * (ab[0] ** 2 + 0.1 * ab[1] ** 2)

    a, b = minimize(cost, np.zeros(2), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-6}).x
    return {"a": round(float(np.exp(a)), 4), "b": round(float(b), 4)}


def calibrate(corpus: Corpus, outputs: list[str], rows: np.ndarray, logits: np.ndarray) -> dict[str, dict[str, float]]:
    """`rows`: messages of dev; `logits`: theirs."""
    own = corpus.source[rows] == 0
    found = {}
    for at, name in enumerate(outputs):
        known = corpus.known[rows, at]
        if corpus.labels[rows, at][own].sum() >= LEAST:
            known = known & own
        if known.any():
            found[name] = fit(logits[known, at], corpus.labels[rows, at][known])
    return found
