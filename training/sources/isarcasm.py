"""iSarcasm (MIT): tweets whose authors say whether they meant them sarcastically, with their own literal version.

Most of it is irony about life, without an edge against somebody: by our rules a 1 to 5, not a 10.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "isarcasm")):
        group = f"isarcasm-{at}"
        if not row.get("tweet"):
            continue
        if row["sarcastic"] == "1":
            share = 0.55 if row.get("sarcasm") == "1" else 0.3
            yield Message(group, "isarcasm", row["tweet"], {"sarcasm": share}, group, weight=0.5)
            if row.get("rephrase"):
                yield Message(f"{group}-plain", "isarcasm", row["rephrase"], {"sarcasm": 0.03}, group, weight=0.5)
        else:
            yield Message(group, "isarcasm", row["tweet"], {"sarcasm": 0.05}, group, weight=0.5)
