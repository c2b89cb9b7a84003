"""Civil Comments with toxic spans (CC0): three or more people said whether a comment is toxic; their share is ours."""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "civil-comments-spans")):
        share = row["toxic_votes"] / row["votes"]
        yield Message(f"civil-{at}", "civil", row["text"], {"toxicity": share}, f"civil-{at}")
