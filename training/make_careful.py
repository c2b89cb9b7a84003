"""From data to the careful reader's file. The quick reader's file has to be there: the two are read together. The teacher has to
have learned (teacher.py).

python training/make_careful.py          the model as shipped
python training/make_careful.py --pack   packs and calibrates again what was learned last
"""

import argparse
import datetime
import os
from pathlib import Path

# Two processors wait for each other all the time; a thread that spins while it waits takes what others need.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy as np
import torch

from attributes import PAUSE, ROOT
from blend import blend, blended, when_to_ask
from careful_file import as_shipped, write_careful
from corpus import Corpus, read_corpus
from encoder import Careful
from features import Ragged
from learn_careful import CarefulSettings, careful_logits, learn_careful, say_how_it_goes
from learned_careful import CAREFUL, TEACHER, keep, learned, new_model, pieces_in, pieces_of
from make import FILE as QUICK_FILE
from marking import rows_to_calibrate_with, spans_at
from pause import AT_LEAST, groups_of, raised, threshold
from shipped import Shipped
from shrink import start_from
from teach import taught

FILE = ROOT / "tone/src/model/careful.bin"
SETTINGS = CarefulSettings()


def pack(corpus: Corpus, model: Careful, pieces: Ragged, vocabulary: list[str], file: Path, version: str) -> None:
    """Blending and thresholds are of the whole numbers that ship."""
    quick = Shipped(QUICK_FILE)
    as_shipped(model)
    rows = rows_to_calibrate_with(corpus)
    careful_said = careful_logits(model, pieces, rows, vocabulary)
    quick_said = quick.logits(corpus.features, rows)
    combine = blend(corpus, rows, careful_said, quick_said)
    scores = raised(blended(combine, careful_said, quick_said), model.shape.outputs, AT_LEAST)
    at = threshold(scores[:, PAUSE], groups_of(corpus, rows))
    asked = when_to_ask(quick.calibrated(quick_said)[:, PAUSE], scores[:, PAUSE], quick.pause_at, at)
    about = {
        "version": version,
        "quick": quick.header["version"],
        "combine": combine,
        "pauseAt": at,
        "pauseAtLeast": AT_LEAST,
        "ask": asked,
        "spansAt": spans_at(corpus, rows, scores),
    }
    write_careful(file, model, vocabulary, about)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pack", action="store_true")
    parser.add_argument("--file", type=Path, default=FILE)
    parser.add_argument("--version", default=f"{datetime.date.today()}-1", help="the date and a number")
    wanted = parser.parse_args()
    corpus = read_corpus()
    torch.set_num_threads(SETTINGS.threads)
    if wanted.pack:
        model, vocabulary = learned(CAREFUL, len(corpus.sources))
        pieces = pieces_in(corpus, vocabulary)
    else:
        vocabulary, pieces = pieces_of(corpus)
        model = new_model(CAREFUL, vocabulary, len(corpus.sources))
        start_from(model, vocabulary, *learned(TEACHER, len(corpus.sources)), list(CAREFUL.layers))
        learn_careful(model, taught(corpus), pieces, vocabulary, SETTINGS, say_how_it_goes(corpus, pieces, vocabulary))
        keep(CAREFUL, model, vocabulary)
    pack(corpus, model, pieces, vocabulary, wanted.file, wanted.version)
    print(f"{wanted.file}: {wanted.file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
