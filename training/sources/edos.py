"""EDOS, explainable detection of sexism (CC0): Reddit and Gab, with the kind of sexism.

What is not sexist there may still be unkind to others, so its toxicity is unknown.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows

#: By the number a kind starts with: what it also is, as far as its definition says so.
KINDS = {
    "1.1": {"identity_attack": 0.9, "threat": 0.9, "hostility": 0.9, "toxicity": 0.95, "pause": 0.97},
    "1.2": {"identity_attack": 0.9, "threat": 0.6, "hostility": 0.9, "toxicity": 0.95, "pause": 0.97},
    "2.1": {"identity_attack": 0.85, "generalisation": 0.7, "hostility": 0.6, "toxicity": 0.85, "pause": 0.9},
    "2.2": {"identity_attack": 0.85, "hostility": 0.8, "insult": 0.8, "toxicity": 0.9, "pause": 0.93},
    "2.3": {"identity_attack": 0.85, "sexually_explicit": 0.6, "toxicity": 0.9, "pause": 0.93},
    "3.1": {"identity_attack": 0.6, "insult": 0.7, "toxicity": 0.8, "pause": 0.8},
    "3.2": {"identity_attack": 0.6, "generalisation": 0.85, "toxicity": 0.6, "pause": 0.7},
    "3.3": {"identity_attack": 0.5, "condescension": 0.6, "toxicity": 0.5, "pause": 0.6},
    "3.4": {"identity_attack": 0.5, "condescension": 0.8, "toxicity": 0.5, "pause": 0.7},
    "4.1": {"identity_attack": 0.7, "toxicity": 0.7, "pause": 0.8},
    "4.2": {"identity_attack": 0.7, "generalisation": 0.6, "toxicity": 0.6, "pause": 0.7},
}
NONE = {"identity_attack": 0.06, "generalisation": 0.08}


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "edos-sexism")):
        labels = KINDS[row["vector"][:3]] if row["sexist"] else NONE
        yield Message(f"edos-{at}", "edos", row["text"], labels, f"edos-{at}", split=row["split"])
