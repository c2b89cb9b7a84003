"""What is looked at in a message for a crisis: the reader's own features, and signs. Both are extracted by the package."""

import json
import subprocess
from pathlib import Path

import numpy as np
import scipy.sparse as sp

from attributes import ROOT
from features import extract

#: Rows of hashed features.
BITS = 15


def ask_package(texts: list[str], *args: str) -> list:
    body = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    done = subprocess.run(
        ["node", "training/crisis.mjs", *args], input=body.encode(), cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def hashed_of(texts: list[str], work: Path) -> sp.csr_matrix:
    """Each feature once, divided by the root of how many a message has, as quick/linear.ts does."""
    bag = extract((json.dumps({"id": at, "text": text}) for at, text in enumerate(texts)), work).bag
    rows = sp.csr_matrix((np.ones(len(bag.values)), bag.values & (2**BITS - 1), bag.begins), shape=(len(bag), 2**BITS))
    return (sp.diags(1 / np.sqrt(np.maximum(1, bag.lengths()))) @ rows).tocsr()


def names_of(found: list[list[str]], at_least: int = 3) -> list[str]:
    """Signs met with in so many messages; what is rarer would be learned by heart."""
    counts: dict[str, int] = {}
    for names in found:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= at_least)


def signs_of(found: list[list[str]], names: list[str]) -> sp.csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    places = [(row, column[name]) for row, own in enumerate(found) for name in own if name in column]
    rows, columns = zip(*places, strict=True)
    return sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(found), len(names)))
