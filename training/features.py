"""What the reader looks at in each message, extracted by the reader itself: `kindling features --binary`."""

import hashlib
import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from attributes import ROOT
from message import Message

TOKEN = np.dtype([("word", "<u4"), ("marks", "<u2")])


@dataclass
class Ragged:
    """Rows of different lengths, one after the other; row i is values[begins[i]:begins[i + 1]]."""

    values: np.ndarray
    begins: np.ndarray

    def __len__(self) -> int:
        return len(self.begins) - 1

    def __getitem__(self, row: int) -> np.ndarray:
        return self.values[self.begins[row] : self.begins[row + 1]]

    def lengths(self) -> np.ndarray:
        return np.diff(self.begins)

    def take(self, rows: np.ndarray) -> "Ragged":
        lengths = self.lengths()[rows]
        begins = np.concatenate([[0], np.cumsum(lengths)])
        shift = np.repeat(self.begins[rows] - begins[:-1], lengths)
        return Ragged(self.values[shift + np.arange(begins[-1])], begins)


@dataclass
class Features:
    tokens: Ragged
    bag: Ragged

    def __len__(self) -> int:
        return len(self.bag)


def ragged(parts: list[np.ndarray], dtype: np.dtype) -> Ragged:
    begins = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
    return Ragged(np.concatenate([np.empty(0, dtype), *parts]), begins)


def read_binary(path: Path) -> Features:
    """A file of magic "KFT1", then per message: u16 tokens, u16 bag, tokens x (u32 word, u16 marks), bag x u32."""
    data = path.read_bytes()
    if data[:4] != b"KFT1":
        raise ValueError(f"{path} is not a feature file")
    tokens, bags, at = [], [], 4
    while at < len(data):
        n_tokens, n_bag = np.frombuffer(data, "<u2", 2, at)
        tokens.append(np.frombuffer(data, TOKEN, n_tokens, at + 4))
        at += 4 + int(n_tokens) * TOKEN.itemsize
        bags.append(np.frombuffer(data, "<u4", n_bag, at))
        at += int(n_bag) * 4
    return Features(ragged(tokens, TOKEN), ragged(bags, np.dtype("<u4")))


def to_line(message: Message) -> str:
    line = {"id": message.id, "text": message.text}
    if message.context:
        line["context"] = message.context
    return json.dumps(line, ensure_ascii=True)


def extractor() -> bytes:
    """What the features depend on: the built package."""
    built = sorted((ROOT / "tone/dist").rglob("*.js"))
    if not built:
        raise SystemExit("The reader is not built yet: run `npm run setup` (or `npm run build`) at the root first.")
    return b"".join(hashlib.sha256(file.read_bytes()).digest() for file in built)


def extract(lines: Iterable[str], work: Path) -> Features:
    """Features of each line, kept under `work` until the lines or the reader change."""
    body = "\n".join(lines) + "\n"
    name = hashlib.sha256(extractor() + body.encode()).hexdigest()[:24]
    path = work / f"features-{name}.kft"
    if not path.exists():
        work.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        subprocess.run(
            ["npx", "kindling", "features", "--binary", str(part)], input=body.encode(), cwd=ROOT, check=True
        )
        part.rename(path)
    return read_binary(path)
