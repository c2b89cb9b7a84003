"""Jigsaw Toxic Comment 2018 (Wikipedia talk pages): labels CC0, text CC BY-SA 3.0.

Its six labels are six of our attributes by another name; `obscene` is `profanity`. Most rows carry `toxic` alone.
Where that is 0 the five others are 0 too in all but 1 in 200 rows of the full set, so they count as known.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows

NAMES = {
    "severe_toxic": "severe_toxicity",
    "obscene": "profanity",
    "threat": "threat",
    "insult": "insult",
    "identity_hate": "identity_attack",
}


def labels_of(row: dict) -> dict[str, float]:
    labels = {"toxicity": float(row["toxic"])}
    if row["part"] == "six-label":
        labels |= {ours: float(row[theirs]) for theirs, ours in NAMES.items()}
        # Hurting a person is what a pause is about; a rude edit without that may or may not be worth one.
        if row["insult"] or row["threat"] or row["identity_hate"]:
            labels["pause"] = 0.95
    elif not row["toxic"]:
        labels |= dict.fromkeys(NAMES.values(), 0.0)
    if not any(row.get(name) for name in ("toxic", *NAMES)):
        labels |= {"pause": 0.03, "sexually_explicit": 0.01}
    return labels


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "jigsaw-2018")):
        yield Message(
            f"jigsaw-{at}", f"jigsaw-{row['part']}", row["text"], labels_of(row), f"jigsaw-{at}", weight=3.0
        )
