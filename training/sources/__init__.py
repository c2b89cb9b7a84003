"""The public sets: one file each, saying what their labels mean in ours, and why."""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from . import (
    civil_comments,
    convabuse,
    davidson,
    edos,
    goemotions,
    isarcasm,
    jigsaw,
    madlibs,
    misogyny,
    mlma,
    paradetox,
)

ALL = (jigsaw, civil_comments, paradetox, edos, goemotions, davidson, convabuse, misogyny, mlma, isarcasm, madlibs)


def read_public(folder: Path) -> Iterator[Message]:
    for source in ALL:
        yield from source.read(folder)
