"""The quick reader's shape: hashed features with a weight each, a small network over words, both added."""

from dataclasses import dataclass, field

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from hashed import Hashed

#: Of the pause, no source leans: that ordinary talk is worth none is to be seen in its words, not in where it is from.
PAUSE_LEANS = 0.0


@dataclass
class Shape:
    """What tone/src/quick can run. A part left out has 0 bits."""

    bits: int = 18
    norm: str = "sqrt"
    word_bits: int = 15
    dim: int = 24
    widths: tuple[int, ...] = (2, 3, 4)
    filters: int = 32
    pool: tuple[str, ...] = ("max", "mean")
    outputs: list[str] = field(default_factory=list)

    @property
    def pooled(self) -> int:
        return len(self.widths) * len(self.pool) * self.filters


@dataclass
class Batch:
    """Of n messages: bag ids one after the other with where each begins; words and marks as n x longest, 0 behind."""

    bag: np.ndarray
    bag_begins: np.ndarray
    words: torch.Tensor
    marks: torch.Tensor
    lengths: torch.Tensor


class Network(nn.Module):
    def __init__(self, shape: Shape, outputs: int, dropout: float, word_dropout: float):
        super().__init__()
        self.mask = 2**shape.word_bits - 1
        self.shape = shape
        self.words = nn.Embedding(2**shape.word_bits, shape.dim)
        nn.init.normal_(self.words.weight, std=0.1)
        self.marks = nn.Parameter(torch.zeros(16, shape.dim))
        #: Per width: filter x the window's tokens one after the other.
        self.filters = nn.ParameterList(
            nn.init.kaiming_uniform_(torch.empty(shape.filters, width * shape.dim)) for width in shape.widths
        )
        self.biases = nn.ParameterList(torch.zeros(shape.filters) for _ in shape.widths)
        self.dropout = nn.Dropout(dropout)
        self.word_dropout = word_dropout
        self.out = nn.Linear(shape.pooled, outputs, bias=False)

    def start_from(self, vectors: np.ndarray) -> None:
        """Words that have a vector begin with it; the others stay where chance put them."""
        there = torch.from_numpy(vectors.any(axis=1))
        with torch.no_grad():
            self.words.weight[there] = torch.from_numpy(vectors)[there]

    def embed(self, batch: Batch) -> torch.Tensor:
        """n x longest x dim; zero past the end of each message."""
        bits = (batch.marks.unsqueeze(2) >> torch.arange(16)) & 1
        vectors = self.words(batch.words & self.mask)
        if self.training:
            vectors = vectors * (torch.rand(batch.words.shape) >= self.word_dropout).unsqueeze(2)
        vectors = vectors + bits.to(vectors.dtype) @ self.marks
        there = torch.arange(batch.words.shape[1]) < batch.lengths.unsqueeze(1)
        return vectors * there.unsqueeze(2)

    def forward(self, batch: Batch) -> torch.Tensor:
        embedded = self.embed(batch)
        embedded = F.pad(embedded, (0, 0, 0, max(0, max(self.shape.widths) - embedded.shape[1])))
        pooled = []
        for width, filters, bias in zip(self.shape.widths, self.filters, self.biases, strict=True):
            count = embedded.shape[1] - width + 1
            windows = torch.cat([embedded[:, at : at + count] for at in range(width)], 2)
            values = F.relu(F.linear(windows, filters, bias))
            positions = (batch.lengths - width + 1).clamp(min=1).unsqueeze(1)
            values = values * (torch.arange(count) < positions).unsqueeze(2)
            pooled.append(values.amax(1))
            if "mean" in self.shape.pool:
                pooled.append(values.sum(1) / positions)
        any_words = (batch.lengths > 0).unsqueeze(1)
        return self.out(self.dropout(torch.cat(pooled, 1))) * any_words


class Quick(nn.Module):
    """Logits. `lean` is how a source leans, whatever a message says: learned, and left behind when the model ships."""

    def __init__(self, shape: Shape, sources: int, bag_dropout: float = 0.5, dropout: float = 0.4, word_dropout: float = 0.2):
        super().__init__()
        outputs = len(shape.outputs)
        self.shape = shape
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.lean = nn.Embedding(sources, outputs)
        self.register_buffer("leans", torch.tensor([PAUSE_LEANS if name == "pause" else 1.0 for name in shape.outputs]), persistent=False)
        nn.init.zeros_(self.lean.weight)
        self.linear = Hashed(shape.bits, shape.norm, outputs, bag_dropout) if shape.bits else None
        self.network = Network(shape, outputs, dropout, word_dropout) if shape.word_bits else None

    def forward(self, batch: Batch, source: torch.Tensor | None = None) -> torch.Tensor:
        logits = self.bias.expand(len(batch.lengths), -1)
        if self.linear:
            logits = logits + self.linear(batch.bag, batch.bag_begins)
        if self.network:
            logits = logits + self.network(batch)
        if source is not None:
            # Our own messages are source 0: they are what the model shall be at home in, and lean nowhere.
            leaning = self.lean(source) * (source > 0).unsqueeze(1)
            logits = logits + leaning * self.leans
        return logits
