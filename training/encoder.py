"""The careful reader's shape: a small BERT (Devlin and others 2019, arXiv:1810.04805), and a head that looks at its pieces."""

from dataclasses import dataclass, field

import torch
from torch import nn
from torch.nn import functional as F

from model import PAUSE_LEANS

EPSILON = 1e-12


@dataclass
class EncoderShape:
    """What tone/src/careful can run."""

    pieces: int
    inner: list[int]
    hidden: int = 384
    heads: int = 12
    positions: int = 128
    outputs: list[str] = field(default_factory=list)


class Layer(nn.Module):
    def __init__(self, hidden: int, heads: int, inner: int):
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(hidden, hidden)
        self.key = nn.Linear(hidden, hidden)
        self.value = nn.Linear(hidden, hidden)
        self.output = nn.Linear(hidden, hidden)
        self.attention = nn.LayerNorm(hidden, eps=EPSILON)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.feed = nn.LayerNorm(hidden, eps=EPSILON)

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        n, length, hidden = states.shape

        def split(part: torch.Tensor) -> torch.Tensor:
            return part.view(n, length, self.heads, -1).transpose(1, 2)

        # Written out: torch's own attention takes twice as long on a processor for texts this short.
        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        shares = (query @ key.transpose(2, 3) * (hidden / self.heads) ** -0.5 + mask).softmax(3)
        looked = self.output((shares @ value).transpose(1, 2).reshape(n, length, hidden))
        states = self.attention(states + looked)
        return self.feed(states + self.down(F.gelu(self.up(states))))


class Careful(nn.Module):
    """Logits. Each output looks at the pieces it cares for: sum over pieces of softmax(look . state) * (say . state)."""

    def __init__(self, shape: EncoderShape, sources: int):
        super().__init__()
        hidden, outputs = shape.hidden, len(shape.outputs)
        self.shape = shape
        self.piece = nn.Embedding(shape.pieces, hidden)
        self.position = nn.Embedding(shape.positions, hidden)
        self.embedding = nn.LayerNorm(hidden, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(hidden, shape.heads, inner) for inner in shape.inner)
        self.look = nn.Linear(hidden, outputs, bias=False)
        self.say = nn.Linear(hidden, outputs)
        nn.init.normal_(self.look.weight, std=0.02)
        nn.init.normal_(self.say.weight, std=0.02)
        self.lean = nn.Embedding(sources, outputs)
        nn.init.zeros_(self.lean.weight)
        leans = torch.tensor([PAUSE_LEANS if name == "pause" else 1.0 for name in shape.outputs])
        self.register_buffer("leans", leans, persistent=False)

    def states(self, pieces: torch.Tensor, lengths: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """`pieces`: n x longest, [CLS] and [SEP] among them; n x longest x hidden, and which are there."""
        there = torch.arange(pieces.shape[1], device=pieces.device) < lengths.unsqueeze(1)
        states = self.piece(pieces) + self.position.weight[: pieces.shape[1]]
        states = self.embedding(states)
        mask = torch.zeros_like(there, dtype=states.dtype).masked_fill(~there, -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states, there

    def forward(self, pieces: torch.Tensor, lengths: torch.Tensor, source: torch.Tensor | None = None) -> torch.Tensor:
        states, there = self.states(pieces, lengths)
        looks = self.look(states).float().masked_fill(~there.unsqueeze(2), -1e9).softmax(1)
        said = F.linear(states, self.say.weight).float()
        logits = (looks * said).sum(1) + self.say.bias
        if source is not None:
            # Our own messages are source 0 and lean nowhere, as in the quick reader.
            logits = logits + self.lean(source) * (source > 0).unsqueeze(1) * self.leans
        return logits
