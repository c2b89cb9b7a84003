"""Measures the model file that ships.

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
from corpus import read_corpus
from examples import examples
from make import FILE
from results import Slice
from shipped import Shipped, sigmoid
from tables import attributes, emotions, left_in_peace, lengths, neutral_comments, number, pairs, pauses, public_sets

WORDS = Path(__file__).resolve().parent / "model-card.md"
CARD = ROOT / "tone/src/model/MODEL_CARD.md"


def parts_of(model: Shipped, corpus, split: str) -> dict[str, str]:
    rows = corpus.where(split, "written")
    logits = model.logits(corpus.features, rows)
    own = Slice(corpus, rows, model.calibrated(logits))
    public = np.array([row for row in corpus.where("dev") if corpus.source[row] != 0])
    dev = Slice(corpus, public, model.scores(corpus.features, public))
    at = model.pause_at
    count = {name: len(corpus.where(name, "written")) for name in ("train", "dev", "test")}
    return {
        "version": model.header["version"],
        "size": f"{FILE.stat().st_size / 1e6:.1f} MB",
        "threshold": number(at, 3),
        "train": f"{count['train']:,}",
        "dev": f"{count['dev']:,}",
        "test": f"{count['test']:,}",
        "public": f"{len(corpus.where('train')) - count['train']:,}",
        "attributes": attributes(own, sigmoid(logits)),
        "caught": pauses(own, at),
        "false pauses": left_in_peace(own, at),
        "neutral": neutral_comments(dev, at),
        "lengths": lengths(own, at),
        "pairs": pairs(own),
        "public sets": public_sets(dev),
        "emotions": emotions(dev),
        "examples": examples(own.messages, own.scores[:, PAUSE], at),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--card", action="store_true")
    parser.add_argument("--file", type=Path, default=FILE)
    wanted = parser.parse_args()
    parts = parts_of(Shipped(wanted.file), read_corpus(), "test" if wanted.card else "dev")
    if not wanted.card:
        print("\n\n".join(f"## {name}\n{text}" for name, text in parts.items()))
        return
    text = re.sub(r"<!-- ([a-z ]+) -->", lambda found: parts[found[1]], WORDS.read_text(encoding="utf-8"))
    CARD.write_text(text, encoding="utf-8")
    print(f"written: {CARD}")


if __name__ == "__main__":
    main()
