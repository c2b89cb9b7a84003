"""Curse detection data (MIT): comments from forums, with or without a curse.

A curse there is a swear word or a slur, said to somebody or for its own sake; the label does not tell. So a pause in
Korean means hard words rather than hurt, and is set a little lower than the toxicity.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message
from sources.rows import rows

TAG = "ko"
NAME = "Korean"
SET = "Curse detection data, 2runo/Curse-detection-data, MIT"
HARMLESS = "forum comments without a curse: rough places, but what people say there all day"

LABELS = ({"toxicity": 0.06, "pause": 0.04}, {"toxicity": 0.85, "pause": 0.75})


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "curse-ko")):
        if row["text"].strip():
            yield Message(f"curse-{at}", TAG, row["text"].strip(), LABELS[row["curse"]], f"curse-{at}")
