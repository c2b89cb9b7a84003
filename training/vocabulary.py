"""Which pieces of the pretrained vocabulary ship: those that messages use, and the commonest of the rest."""

import numpy as np

from features import Ragged
from pretrained import OWN_PIECES_BEGIN_AS, full_vocabulary

ALWAYS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
#: A word's place among those of other texts weighs this much less than its place among ours.
COMMON_ELSEWHERE = 2
#: Pieces that ship.
SIZE = 16_000


def is_plain(piece: str) -> bool:
    """Of ASCII: the reader reads English; other scripts' signs would only be learned from a handful of messages."""
    return piece.isascii() and not piece.startswith("[unused")


def choose(pieces: Ragged, size: int = SIZE) -> list[str]:
    """`pieces`: what training sees, in numbers of the full vocabulary, which is sorted by how common its words are."""
    full = full_vocabulary()
    met = np.bincount(pieces.values, minlength=len(full))
    always = {*ALWAYS, *OWN_PIECES_BEGIN_AS}
    always |= {one for one in full if is_plain(one) and len(one.removeprefix("##")) == 1}
    rest = [at for at, one in enumerate(full) if one not in always and (is_plain(one) or met[at] >= 20)]
    # Common here or common elsewhere: either is a reason.
    here = {at: place for place, at in enumerate(sorted(rest, key=lambda at: -met[at]))}
    rest.sort(key=lambda at: min(here[at], COMMON_ELSEWHERE * at))
    kept = {full[at] for at in rest[: size - len(always)]}
    return [one for one in full if one in always or one in kept]
