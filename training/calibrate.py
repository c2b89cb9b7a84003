"""Turns logits into shares of readers: two numbers an output, found on dev."""

import numpy as np
from scipy.optimize import minimize

from corpus import Corpus

#: Fewer readers' yeses than this among our own dev messages, and those of every source are looked at.
LEAST = 4.0
#: How many messages the belief is worth that logits are right as they are.
PRIOR = 2.0


def fit(logits: np.ndarray, labels: np.ndarray, weights: np.ndarray | float = 1.0) -> dict[str, float]:
    """a and b of sigmoid(a * logit + b) that make the labels likeliest."""

    def cost(ab: np.ndarray) -> float:
        z = np.exp(ab[0]) * logits + ab[1]
        loss = (np.logaddexp(0, z) - labels * z) * weights
        return loss.sum() + PRIOR * (ab[0] ** 2 + 0.1 * ab[1] ** 2)

    a, b = minimize(cost, np.zeros(2), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-6}).x
    return {"a": round(float(np.exp(a)), 4), "b": round(float(b), 4)}


def weights_of(name: str, known: np.ndarray, own: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """How much each known message says about an output; in all as much as there are of our own."""
    weights = np.where(known & own, 1.0, 0.0)
    if name == "pause":
        # Of our own every third hurts, of what people say to each other hardly any: half is taken from elsewhere.
        others = known & ~own
        weights[others] = (known & own).sum() / max(1, others.sum())
    elif labels[known & own].sum() < LEAST:
        weights = known.astype(float)
    return weights


def calibrate(corpus: Corpus, outputs: list[str], rows: np.ndarray, logits: np.ndarray) -> dict[str, dict[str, float]]:
    """`rows`: messages of dev; `logits`: theirs."""
    own = corpus.source[rows] == 0
    found = {}
    for at, name in enumerate(outputs):
        labels = corpus.labels[rows, at]
        weights = weights_of(name, corpus.known[rows, at], own, labels)
        there = weights > 0
        if there.any():
            found[name] = fit(logits[there, at], labels[there], weights[there])
    return found
