"""COLD (Apache-2.0): posts and comments about race, region and gender, offensive or not.

Offensive there is mostly contempt for a group, but also rudeness to one person, and which it is stands only in the part
that the public examination keeps; so `identity_attack` is unknown.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message
from sources.rows import rows

TAG = "zh"
NAME = "Chinese"
SET = "COLD, thu-coai/COLDataset, Apache-2.0"
HARMLESS = "posts about race, region and gender, found by words for groups; heated ground, not ordinary talk"

LABELS = ({"toxicity": 0.08, "pause": 0.05}, {"toxicity": 0.85, "pause": 0.85})


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "cold-zh")):
        yield Message(f"cold-{at}", TAG, row["text"], LABELS[row["offensive"]], f"cold-{at}")
