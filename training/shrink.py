"""A smaller model begins as parts of a larger one: some of its layers, and of their feeds the strongest units."""

import torch

from encoder import Careful, Layer


@torch.no_grad()
def start_from(model: Careful, vocabulary: list[str], larger: Careful, its_vocabulary: list[str], layers: list[int]) -> None:
    """`layers`: which of the larger model's each of the model's begins as. Both know the same sources and outputs."""
    at = {piece: place for place, piece in enumerate(its_vocabulary)}
    rows = [at.get(piece, at["[UNK]"]) for piece in vocabulary]
    model.piece.weight.copy_(larger.piece.weight[rows])
    for name in ("position", "embedding", "look", "say", "lean"):
        getattr(model, name).load_state_dict(getattr(larger, name).state_dict())
    for layer, place in zip(model.layers, layers, strict=True):
        _copy(layer, larger.layers[place])


def _copy(layer: Layer, larger: Layer) -> None:
    for name in ("query", "key", "value", "output", "attention", "feed"):
        getattr(layer, name).load_state_dict(getattr(larger, name).state_dict())
    kept = strongest(larger.up.weight, larger.down.weight, layer.up.out_features)
    layer.up.weight.copy_(larger.up.weight[kept])
    layer.up.bias.copy_(larger.up.bias[kept])
    layer.down.weight.copy_(larger.down.weight[:, kept])
    layer.down.bias.copy_(larger.down.bias)


def strongest(up: torch.Tensor, down: torch.Tensor, count: int) -> torch.Tensor:
    """Which units of a feed move the most, in their order."""
    return (up.norm(dim=1) * down.norm(dim=0)).argsort(descending=True)[:count].sort().values
