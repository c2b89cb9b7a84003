"""Arabic: MLMA. See mlma.py. Found by a dozen slurs, so that which slur it is says much of what the judge said."""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .mlma import HARMLESS, read_tweets  # noqa: F401

TAG = "ar"
NAME = "Arabic"
SET = "MLMA hate speech, Arabic part, HKUST-KnowComp/MLMA_hate_speech, MIT"


def read(folder: Path) -> Iterator[Message]:
    return read_tweets(folder, "mlma-ar", TAG)
