"""Reads with the careful reader's file, from the whole numbers in it, in 32-bit floats. For measuring."""

import json
import struct
from pathlib import Path

import numpy as np
import torch

from attributes import PAUSE
from blend import blended
from corpus import WORK, Corpus
from encoder import Careful, EncoderShape
from features import Ragged, to_line
from learn_careful import careful_logits
from pause import raised
from pieces import extract_pieces
from shipped import Shipped


def read_careful(path: Path) -> tuple[dict, Careful]:
    """Header and model."""
    data = path.read_bytes()
    if data[:4] != b"KCR1":
        raise ValueError(f"{path} is not a careful model")
    (length,) = struct.unpack_from("<I", data, 4)
    header = json.loads(data[8 : 8 + length])
    begin = (8 + length + 15) // 16 * 16
    tensors = {}
    for one in header["tensors"]:
        kind = np.dtype(np.int8 if one["type"] == "i8" else "<f4")
        count = int(np.prod(one["shape"]))
        values = np.frombuffer(data, kind, count, begin + one["at"]).reshape(one["shape"])
        tensors[one["name"]] = values.astype(np.float32)
    inner = [layer["inner"] for layer in header["layers"]]
    shape = EncoderShape(
        len(header["pieces"]), inner, header["hidden"], header["heads"], header["positions"], header["outputs"]
    )
    model = Careful(shape, 1)
    for name, part in model.named_parameters():
        short = name.removeprefix("layers.").replace("attention.weight", "attention.gain")
        short = short.replace("feed.weight", "feed.gain").replace("embedding.weight", "embedding.gain")
        if short == "lean.gain" or name == "lean.weight":
            continue
        values = tensors[short]
        if short.endswith(".weight"):
            values = values * tensors[short.replace(".weight", ".scale")][:, None]
        part.data.copy_(torch.from_numpy(values.copy()))
    return header, model.eval()


class ShippedCareful:
    """Both readers as they ship, blended. The same questions as of `Shipped`, of a corpus."""

    def __init__(self, path: Path, quick: Shipped):
        self.header, self.model = read_careful(path)
        self.quick = quick
        self.pause_at: float = self.header["pauseAt"]

    def pieces(self, corpus: Corpus) -> Ragged:
        return extract_pieces((to_line(one) for one in corpus.messages), self.header["pieces"], WORK)

    def logits(self, corpus: Corpus, pieces: Ragged, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Careful's and quick's."""
        careful = careful_logits(self.model, pieces, rows, self.header["pieces"])
        return careful, self.quick.logits(corpus.features, rows)

    def scores(self, corpus: Corpus, pieces: Ragged, rows: np.ndarray) -> np.ndarray:
        scores = blended(self.header["combine"], *self.logits(corpus, pieces, rows))
        return raised(scores, self.header["outputs"], self.header.get("pauseAtLeast", ()))

    def pauses(self, scores: np.ndarray) -> np.ndarray:
        return scores[:, PAUSE] >= self.pause_at
