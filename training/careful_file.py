"""The careful reader's file: "KCR1", u32 header length, header, tensors, each part padded to sixteen bytes.

tone/src/careful/model-file.ts reads the same.
"""

import json
import struct
from pathlib import Path

import numpy as np
import torch

from encoder import Careful

STEPS = 127
PADDED = 16


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % PADDED)


def rows_as_bytes(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """out x in: whole numbers of at most 127 on either side, and what a row's are to be multiplied by."""
    values = weight.detach().cpu().numpy()
    scale = np.abs(values).max(1).clip(min=1e-9) / STEPS
    return np.round(values / scale[:, None]).clip(-STEPS, STEPS).astype(np.int8), scale.astype(np.float32)


def tensors_of(model: Careful) -> dict[str, np.ndarray]:
    found: dict[str, np.ndarray] = {}

    def whole(name: str, weight: torch.Tensor, bias: torch.Tensor | None = None) -> None:
        found[f"{name}.weight"], found[f"{name}.scale"] = rows_as_bytes(weight)
        if bias is not None:
            found[f"{name}.bias"] = bias.detach().cpu().numpy()

    def norm(name: str, part: torch.nn.LayerNorm) -> None:
        found[f"{name}.gain"], found[f"{name}.bias"] = part.weight.detach().cpu().numpy(), part.bias.detach().cpu().numpy()

    whole("piece", model.piece.weight)
    whole("position", model.position.weight)
    norm("embedding", model.embedding)
    for at, layer in enumerate(model.layers):
        for part in ("query", "key", "value", "output", "up", "down"):
            linear = getattr(layer, part)
            whole(f"{at}.{part}", linear.weight, linear.bias)
        norm(f"{at}.attention", layer.attention)
        norm(f"{at}.feed", layer.feed)
    whole("look", model.look.weight)
    whole("say", model.say.weight, model.say.bias)
    return found


@torch.no_grad()
def as_shipped(model: Careful) -> Careful:
    """The same model with the weights that its bytes stand for, in place."""
    tensors = tensors_of(model)
    for name, part in model.named_parameters():
        short = name.removeprefix("layers.")
        if short in tensors and tensors[short].dtype == np.int8:
            values = tensors[short] * tensors[short.replace(".weight", ".scale")][:, None]
            part.copy_(torch.from_numpy(values.astype(np.float32)))
    return model


def write_careful(path: Path, model: Careful, pieces: list[str], about: dict) -> None:
    """`about`: version, quick, combine, pauseAt, pauseAtLeast, ask, spansAt."""
    shape, tensors = model.shape, tensors_of(model)
    described, body = [], b""
    for name, values in tensors.items():
        kind = "i8" if values.dtype == np.int8 else "f32"
        described.append({"name": name, "type": kind, "shape": list(values.shape), "at": len(body)})
        body += _padded(values.tobytes())
    header = {
        **about,
        "hidden": shape.hidden,
        "heads": shape.heads,
        "head": shape.hidden // shape.heads,
        "layers": [{"inner": inner} for inner in shape.inner],
        "positions": shape.positions,
        "pieces": pieces,
        "outputs": shape.outputs,
        "tensors": described,
    }
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_padded(b"KCR1" + struct.pack("<I", len(text)) + text) + body)

