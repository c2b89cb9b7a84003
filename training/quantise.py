"""From what was learned to whole numbers of one byte."""

from dataclasses import dataclass

import numpy as np
import torch

from model import Quick

#: Linear weights are kept to this many steps on either side: coarser packs better and reads the same.
STEPS_LINEAR = 63
STEPS = 127


@dataclass
class Tensor:
    name: str
    #: int8 or float32
    values: np.ndarray
    #: One for all, or one per index of `axis`.
    scale: float | np.ndarray | None = None
    axis: int = 0
    sparse: bool = False

    def floats(self) -> np.ndarray:
        if self.scale is None:
            return self.values
        scale = np.asarray(self.scale)
        if scale.ndim:
            scale = scale[:, None] if self.axis == 0 else scale[None, :]
        return (self.values * scale).astype(np.float32)


def to_bytes(name: str, weights: np.ndarray, axis: int, steps: int = STEPS, top: float = 100) -> Tensor:
    """`top`: the percentile of absolute weights that the last step stands for; what is beyond is cut."""
    size = np.abs(weights)
    other = 1 - axis
    most = size.max(axis=other) if top == 100 else np.percentile(size, top, axis=other)
    # A table whose column was never learned is all zeros.
    scale = np.where(most > 0, most / steps, 1.0)
    spread = scale[:, None] if axis == 0 else scale[None, :]
    values = np.clip(np.rint(weights / spread), -steps, steps).astype(np.int8)
    return Tensor(name, values, scale, axis)


def to_bytes_alike(name: str, weights: np.ndarray, top: float = 99.9) -> Tensor:
    """One scale for the whole tensor."""
    scale = float(np.percentile(np.abs(weights[weights != 0]), top)) / STEPS
    return Tensor(name, np.clip(np.rint(weights / scale), -STEPS, STEPS).astype(np.int8), scale)


def kept_rows(table: np.ndarray, seen: np.ndarray, rows: int) -> np.ndarray:
    """The rows that matter most: heavy, and often met with. `seen`: training messages each row is met in."""
    weight = np.sqrt((table**2).sum(1)) * np.sqrt(np.minimum(seen, 200))
    weight[seen < 2] = 0
    order = np.argsort(-weight, kind="stable")[:rows]
    return np.sort(order[weight[order] > 0])


def linear_tensor(table: np.ndarray, seen: np.ndarray, rows: int) -> Tensor:
    pruned = np.zeros_like(table)
    kept = kept_rows(table, seen, rows)
    pruned[kept] = table[kept]
    # Scales look at the rows that are there, or the zeros would make the last step too small.
    part = to_bytes("linear", pruned[kept], axis=1, steps=STEPS_LINEAR, top=99.95)
    values = np.zeros(table.shape, np.int8)
    values[kept] = part.values
    return Tensor("linear", values, part.scale, axis=1, sparse=True)


def known_words(model: Quick, seen: np.ndarray) -> np.ndarray:
    """Vectors of words met with in training; the others are as chance left them, and nothing at all says more."""
    vectors = model.network.words.weight.numpy().copy()
    vectors[seen < 2] = 0
    return vectors


def quantise(model: Quick, seen: np.ndarray, seen_words: np.ndarray, rows: int) -> list[Tensor]:
    """Every tensor of the model file, in order. `seen`, `seen_words`: training messages each row is met in."""
    with torch.no_grad():
        tensors = [Tensor("bias", model.bias.numpy().astype(np.float32))]
        if model.linear:
            tensors.append(linear_tensor(model.linear.weights, seen, rows))
        if model.network:
            network = model.network
            tensors.append(to_bytes_alike("words", known_words(model, seen_words)))
            tensors.append(Tensor("marks", network.marks.numpy().astype(np.float32)))
            for width, filters, bias in zip(model.shape.widths, network.filters, network.biases, strict=True):
                tensors.append(to_bytes(f"conv{width}", filters.numpy(), axis=0))
                tensors.append(Tensor(f"conv{width}.bias", bias.numpy().astype(np.float32)))
            tensors.append(Tensor("words.out", network.out.weight.numpy().astype(np.float32)))
    return tensors
