"""The model file, written and read: u32 header length, header, then each tensor padded to four bytes.

tone/src/quick/model-file.ts reads the same; test_both_ends.py holds the two together.
"""

import json
import struct
from pathlib import Path

import numpy as np

from model import Shape
from quantise import Tensor


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _describe(tensor: Tensor) -> dict:
    found = {
        "name": tensor.name,
        "type": "i8" if tensor.values.dtype == np.int8 else "f32",
        "shape": list(tensor.values.shape),
    }
    if tensor.scale is not None:
        scale = np.asarray(tensor.scale)
        # Seven digits are what a 32-bit number holds.
        found["scale"] = [float(f"{one:.7g}") for one in scale] if scale.ndim else float(f"{float(scale):.7g}")
        found["axis"] = tensor.axis
    if tensor.sparse:
        found["sparse"] = True
    return found


def _body(tensor: Tensor) -> bytes:
    if not tensor.sparse:
        return _padded(tensor.values.tobytes())
    there = tensor.values.any(axis=1)
    return _padded(np.packbits(there, bitorder="little").tobytes()) + _padded(tensor.values[there].tobytes())


def parts_of(shape: Shape) -> dict:
    parts = {}
    if shape.bits:
        parts["linear"] = {"bits": shape.bits, "norm": shape.norm}
    if shape.word_bits:
        parts["words"] = {
            "bits": shape.word_bits,
            "dim": shape.dim,
            "widths": list(shape.widths),
            "filters": shape.filters,
            "pool": list(shape.pool),
        }
    return parts


def pack(header: dict, tensors: list[Tensor]) -> bytes:
    """Header and tensors as the bytes of a file."""
    header = {**header, "tensors": [_describe(tensor) for tensor in tensors]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<I", len(text)) + text + b"".join(_body(tensor) for tensor in tensors)


def write_model(
    path: Path, shape: Shape, tensors: list[Tensor], version: str, calibration: dict, pause: dict, spans: dict
) -> None:
    header = {
        "format": 1,
        "name": "quick",
        "version": version,
        "outputs": shape.outputs,
        "parts": parts_of(shape),
        "calibration": calibration,
        "pause": pause,
        "spans": spans,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pack(header, tensors))


def _read_tensor(data: bytes, at: int, header: dict) -> tuple[Tensor, int]:
    shape = header["shape"]
    kind = np.dtype(np.int8 if header["type"] == "i8" else "<f4")
    width = int(np.prod(shape[1:])) * kind.itemsize
    there = slice(None)
    count = shape[0]
    if header.get("sparse"):
        size = (shape[0] + 7) // 8
        there = np.unpackbits(np.frombuffer(data, np.uint8, size, at), bitorder="little")[: shape[0]].astype(bool)
        at += size + (-size % 4)
        count = int(there.sum())
    values = np.zeros(shape, kind)
    values[there] = np.frombuffer(data, kind, count * width // kind.itemsize, at).reshape(count, *shape[1:])
    size = count * width
    scale = header.get("scale")
    tensor = Tensor(header["name"], values, None if scale is None else np.asarray(scale), header.get("axis", 0))
    return tensor, at + size + (-size % 4)


def read_model(path: Path) -> tuple[dict, dict[str, Tensor]]:
    data = path.read_bytes()
    (length,) = struct.unpack_from("<I", data)
    header = json.loads(data[4 : 4 + length])
    at, tensors = 4 + length, {}
    for one in header["tensors"]:
        tensor, at = _read_tensor(data, at, one)
        tensors[tensor.name] = tensor
    return header, tensors
