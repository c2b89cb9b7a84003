"""Messages as the careful reader sees them, taken apart by the reader itself: `kindling features --pieces`."""

import hashlib
import subprocess
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from attributes import ROOT
from features import Ragged, extractor, ragged

PIECE = np.dtype("<u2")


def read_pieces(path: Path) -> Ragged:
    """A file of magic "KPC1", then per message: u16 pieces, pieces x u16."""
    data = path.read_bytes()
    if data[:4] != b"KPC1":
        raise ValueError(f"{path} is not a file of pieces")
    parts, at = [], 4
    while at < len(data):
        count = int(np.frombuffer(data, PIECE, 1, at)[0])
        parts.append(np.frombuffer(data, PIECE, count, at + 2))
        at += 2 + count * 2
    return ragged(parts, PIECE)


def extract_pieces(lines: Iterable[str], vocabulary: list[str], work: Path) -> Ragged:
    """Numbers of pieces of each line, kept under `work` until the lines, the vocabulary or the reader change."""
    body = ("\n".join(lines) + "\n").encode()
    listed = "\n".join(vocabulary).encode()
    name = hashlib.sha256(extractor() + hashlib.sha256(listed).digest() + body).hexdigest()[:24]
    path = work / f"pieces-{name}.kpc"
    if not path.exists():
        work.mkdir(parents=True, exist_ok=True)
        words, part = work / f"vocabulary-{name}.txt", path.with_suffix(".part")
        words.write_bytes(listed)
        command = ["npx", "kindling", "features", "--pieces", str(part), "--vocabulary", str(words)]
        subprocess.run(command, input=body, cwd=ROOT, check=True)
        part.rename(path)
    return read_pieces(path)
