"""Adds the two parts, learned apart: per output, how much of each, found on dev."""

import numpy as np
import torch
from scipy.optimize import minimize

from corpus import Corpus
from model import Quick, Shape

#: How many messages the belief is worth that each part counts half.
PRIOR = 20.0


def shares(one: np.ndarray, other: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """a, b and c of a * one + b * other + c that make the labels likeliest; a and b not below none."""

    def cost(abc: np.ndarray) -> tuple[float, np.ndarray]:
        z = abc[0] * one + abc[1] * other + abc[2]
        away = (1 / (1 + np.exp(-z)) - labels) * weights
        loss = ((np.logaddexp(0, z) - labels * z) * weights).sum() + PRIOR * ((abc[:2] - 0.5) ** 2).sum()
        slope = np.array([(away * one).sum(), (away * other).sum(), away.sum()])
        return loss, slope + 2 * PRIOR * np.array([abc[0] - 0.5, abc[1] - 0.5, 0])

    bounds = [(0.05, 2), (0.05, 2), (None, None)]
    return minimize(cost, [0.5, 0.5, 0], jac=True, method="L-BFGS-B", bounds=bounds).x


def combine(
    corpus: Corpus, shape: Shape, linear: Quick, network: Quick, rows: np.ndarray, one: np.ndarray, other: np.ndarray
) -> Quick:
    """`rows`: messages of dev; `one`, `other`: their logits by either part. A model that holds both."""
    both = Quick(shape, len(corpus.sources))
    both.linear.load_state_dict(linear.linear.state_dict())
    both.network.load_state_dict(network.network.state_dict())
    with torch.no_grad():
        for at, name in enumerate(shape.outputs):
            known = corpus.known[rows, at]
            weights = corpus.weights[rows][known]
            found = shares(one[known, at], other[known, at], corpus.labels[rows, at][known], weights)
            a, b, c = (float(part) for part in found)
            both.linear.table[:, at] *= a
            both.network.out.weight[at] *= b
            both.bias[at] = a * linear.bias[at] + b * network.bias[at] + c
            print(f"{name}: {a:.2f} of the hashed features, {b:.2f} of the network", flush=True)
    return both.eval()
