"""Identity sentences made from templates (Apache-2.0). For debiasing only: a tenth of them, light, never measured with.

Every group appears as often in a kind sentence as in an unkind one, so that naming it says nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message
from splits import place

from .rows import rows

KIND = {"toxicity": 0.03, "identity_attack": 0.02, "insult": 0.02, "hostility": 0.02, "threat": 0.01, "pause": 0.02}


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "bias-madlibs")):
        name = f"madlibs-{at}"
        if place(name) < 0.1:
            labels = {"toxicity": 0.9} if row["toxic"] else KIND
            yield Message(name, "madlibs", row["text"], labels, name, split="train", weight=0.3)
