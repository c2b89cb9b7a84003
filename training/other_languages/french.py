"""French: MLMA. See mlma.py."""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .mlma import HARMLESS, read_tweets  # noqa: F401

TAG = "fr"
NAME = "French"
SET = "MLMA hate speech, French part, HKUST-KnowComp/MLMA_hate_speech, MIT"


def read(folder: Path) -> Iterator[Message]:
    return read_tweets(folder, "mlma-fr", TAG)
