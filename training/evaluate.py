"""Measures the model files that ship.

python training/evaluate.py          results on dev, printed: what settings are chosen by
python training/evaluate.py --card   results on our test messages, written into tone/src/model/MODEL_CARD.md;
                                     looked at once a release

The card's words are in training/model-card.md; numbers come in where it says <!-- name -->.
"""

import argparse
import re
from pathlib import Path

import numpy as np

from attributes import PAUSE, ROOT
from corpus import Corpus, read_corpus
from examples import examples
from joined import is_joined
from make import FILE as QUICK_FILE
from make_careful import FILE as CAREFUL_FILE
from results import Slice
from shipped import Shipped
from shipped_careful import ShippedCareful
from suites import suites
from tables import attributes, emotions, left_in_peace, lengths, neutral_comments, number, pairs, pauses, public_sets

WORDS = Path(__file__).resolve().parent / "model-card.md"
CARD = ROOT / "tone/src/model/MODEL_CARD.md"
SPLITS = ("train", "dev", "test")


def megabytes(file: Path) -> str:
    return f"{file.stat().st_size / 1e6:.1f} MB"


def slices(corpus: Corpus, rows: np.ndarray, quick: Shipped, careful: ShippedCareful) -> dict[str, Slice]:
    pieces = careful.pieces(corpus)
    return {
        "quick": Slice(corpus, rows, quick.scores(corpus.features, rows)),
        "careful": Slice(corpus, rows, careful.scores(corpus, pieces, rows)),
    }


def parts_of(corpus: Corpus, split: str) -> dict[str, str]:
    quick = Shipped(QUICK_FILE)
    careful = ShippedCareful(CAREFUL_FILE, quick)
    own = slices(corpus, corpus.where(split, "written"), quick, careful)
    dev = slices(corpus, np.array([row for row in corpus.where("dev") if corpus.source[row] != 0]), quick, careful)
    at = {"quick": quick.pause_at, "careful": careful.pause_at}
    count = {name: sum(not is_joined(corpus.messages[row]) for row in corpus.where(name, "written")) for name in SPLITS}
    asked = careful.header["ask"]
    return {
        "quick version": quick.header["version"],
        "quick size": megabytes(QUICK_FILE),
        "careful version": careful.header["version"],
        "careful size": megabytes(CAREFUL_FILE),
        "quick threshold": number(quick.pause_at),
        "careful threshold": number(careful.pause_at),
        "asked": f"{number(asked['from'])} and {number(asked['until'])}",
        "train": f"{count['train']:,}",
        "dev": f"{count['dev']:,}",
        "test": f"{count['test']:,}",
        "public": f"{int((corpus.source[corpus.where('train')] != 0).sum()):,}",
        "joined": f"{sum(is_joined(corpus.messages[row]) for row in corpus.where('train')):,}",
        "attributes": attributes(own),
        "caught": pauses(own, at),
        "false pauses": left_in_peace(own, at),
        "neutral": neutral_comments(dev, at),
        "lengths": lengths(own, at),
        "pairs": pairs(own),
        "public sets": public_sets(dev),
        "emotions": emotions(dev),
        "examples": examples(own["careful"].messages, own["careful"].scores[:, PAUSE], careful.pause_at),
        **(suites() if split == "test" else {}),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--card", action="store_true")
    wanted = parser.parse_args()
    parts = parts_of(read_corpus(), "test" if wanted.card else "dev")
    if not wanted.card:
        print("\n\n".join(f"## {name}\n{text}" for name, text in parts.items()))
        return
    text = re.sub(r"<!-- ([a-z ]+) -->", lambda found: parts[found[1]], WORDS.read_text(encoding="utf-8"))
    CARD.write_text(text, encoding="utf-8")
    print(f"written: {CARD}")


if __name__ == "__main__":
    main()
