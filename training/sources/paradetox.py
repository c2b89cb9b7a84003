"""ParaDetox (CC0): rude sentences, and what people made of them that says the same without.

Rude there is often swearing at things, which is no reason for a pause: of the rude side `pause` is unknown. The
rewrites are worth none. Rows that "cannot be rewritten" are rude to the core, or were not rude in the first place.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows

REWRITTEN = {"toxicity": 0.1, "profanity": 0.03, "severe_toxicity": 0.01, "pause": 0.08}


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "paradetox-pairs")):
        group = f"paradetox-{at}"
        yield Message(group, "paradetox", row["toxic"], {"toxicity": 0.9}, group)
        for which, neutral in enumerate(row["neutral"]):
            yield Message(f"{group}-{which}", "paradetox", neutral, REWRITTEN, group, weight=0.7)
    for at, row in enumerate(rows(folder, "paradetox-cannot-rewrite")):
        group = f"paradetox-cannot-{at}"
        share = 0.95 if row["toxic"] else 0.2
        yield Message(group, "paradetox-cannot", row["text"], {"toxicity": share}, group)
