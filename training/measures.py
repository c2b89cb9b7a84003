"""Figures, each with how sure it is."""

import numpy as np


def auc(scores: np.ndarray, positive: np.ndarray) -> float:
    """How often a positive stands above a negative; ties count half."""
    n_pos = int(positive.sum())
    n_neg = len(positive) - n_pos
    if not n_pos or not n_neg:
        return float("nan")
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2
    return float((ranks[inverse][positive].sum() - n_pos * (n_pos + 1) / 2) / (n_pos * n_neg))


def average_precision(scores: np.ndarray, positive: np.ndarray) -> float:
    order = np.argsort(-scores, kind="stable")
    hits = positive[order]
    if not hits.any():
        return float("nan")
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def best_f1(scores: np.ndarray, positive: np.ndarray) -> tuple[float, float]:
    """The best F1 over all thresholds, and that threshold."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(positive[order])
    f1 = 2 * hits / (np.arange(1, len(hits) + 1) + positive.sum())
    at = int(np.argmax(f1))
    return float(f1[at]), float(scores[order][at])


def ece(probabilities: np.ndarray, labels: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: how far what is said is from what readers say, over ten equal bins of what is said."""
    which = np.minimum((probabilities * bins).astype(int), bins - 1)
    total = 0.0
    for one in range(bins):
        there = which == one
        if there.any():
            total += there.sum() * abs(probabilities[there].mean() - labels[there].mean())
    return float(total / len(labels))


def wilson(hits: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """95% interval of a share."""
    if n == 0:
        return float("nan"), float("nan")
    share = hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def bootstrap(figure, *columns: np.ndarray, times: int = 300, seed: int = 7) -> tuple[float, float]:
    """95% interval of any figure of some columns, by drawing the rows again and again."""
    random = np.random.default_rng(seed)
    n = len(columns[0])
    found = []
    for _ in range(times):
        rows = random.integers(0, n, n)
        value = figure(*(column[rows] for column in columns))
        if not np.isnan(value):
            found.append(value)
    if not found:
        return float("nan"), float("nan")
    low, high = np.percentile(found, [2.5, 97.5])
    return float(low), float(high)
