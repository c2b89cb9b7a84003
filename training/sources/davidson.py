"""Davidson 2017 (MIT): tweets called hate, offensive or neither.

Its `offensive` is mostly African American English that the labellers did not speak. Learning it would teach that the
dialect is rude, so those rows say only that they are no hate; what they are to a reader stays unknown.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows, tweet

LABELS = {
    "hate": {"identity_attack": 0.8, "toxicity": 0.9, "pause": 0.9},
    "offensive": {"identity_attack": 0.1},
    "neither": {"identity_attack": 0.04, "toxicity": 0.1, "pause": 0.06},
}


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "davidson-2017")):
        weight = 0.4 if row["label"] == "offensive" else 1.0
        yield Message(
            f"davidson-{at}", "davidson", tweet(row["text"]), LABELS[row["label"]], f"davidson-{at}", weight=weight
        )
