"""A logistic regression over hashed features that each begin with how much they tell by themselves.

A feature's column is scaled by how far its counts lean (the log of a naive Bayes ratio), so that what tells nothing has to
pay dearly for a weight. With a few thousand messages it reads far better than a plain regression, and it ships as one: the
scale is multiplied into the weight.
"""

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from features import Ragged

#: Beside this many messages on either side a feature's counts are as nothing.
SMOOTHED = 1.0
#: Features that fewer messages of training have are not learned: they would say what one person said once.
SEEN_AT_LEAST = 2


def columns(bag: Ragged, rows: np.ndarray, bits: int) -> sp.csr_array:
    """Messages x hashed features, each message of length one."""
    taken = bag.take(rows)
    counts = np.diff(taken.begins)
    values = 1 / np.sqrt(np.repeat(counts, counts))
    ids = (taken.values & (2**bits - 1)).astype(np.int32)
    found = sp.csr_array((values, ids, taken.begins.astype(np.int32)), (len(rows), 2**bits))
    found.sum_duplicates()
    return found


def leaning(x: sp.csr_array, positive: np.ndarray) -> np.ndarray:
    """Of each feature, how far its counts lean to either side."""
    there = (x > 0).astype(np.float64)
    yes, no = there.T @ positive.astype(float), there.T @ (~positive).astype(float)
    share = (yes + SMOOTHED) / (positive.sum() + 2 * SMOOTHED)
    other = (no + SMOOTHED) / ((~positive).sum() + 2 * SMOOTHED)
    return np.where(yes + no >= SEEN_AT_LEAST, np.abs(np.log(share / other)), 0.0)


def learn(x: sp.csr_array, positive: np.ndarray, cost: float) -> tuple[np.ndarray, float]:
    """A weight a feature, and the bias. `cost`: what weights pay."""
    lean = leaning(x, positive)
    used = np.flatnonzero(lean)
    scaled = x[:, used] @ sp.diags_array(lean[used])
    # The solver takes indices of 32 bits and no others.
    scaled = sp.csr_array((scaled.data, scaled.indices.astype(np.int32), scaled.indptr.astype(np.int32)), scaled.shape)
    found = LogisticRegression(C=1 / cost, solver="liblinear", random_state=0, tol=1e-5).fit(scaled, positive)
    weights = np.zeros(x.shape[1], np.float32)
    weights[used] = found.coef_[0] * lean[used]
    return weights, float(found.intercept_[0])
