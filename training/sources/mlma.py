"""MLMA hate speech, English (MIT): tweets found by slurs, each judged by one person with several words at once.

Noisy, and `offensive` alone says little, so it weighs half and stays unknown where the words do not settle it.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows, tweet


def labels_of(words: set[str]) -> dict[str, float]:
    if words == {"normal"}:
        return {"identity_attack": 0.12, "toxicity": 0.2}
    if "normal" in words:
        return {}
    if "hateful" in words:
        return {"identity_attack": 0.7, "toxicity": 0.8, "pause": 0.8}
    return {"toxicity": 0.65}


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "mlma-en")):
        labels = labels_of(set(row["sentiment"].split("_")))
        if labels:
            yield Message(f"mlma-{at}", "mlma", tweet(row["tweet"]), labels, f"mlma-{at}", weight=0.5)
