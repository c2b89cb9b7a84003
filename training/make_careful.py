"""From data to the careful reader's file. The quick reader's file has to be there: the two are read together.

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
from learn_careful import CarefulSettings, careful_logits, learn_careful
from learned_careful import LAYERS, keep, learned, new_model, pieces_in
from make import FILE as QUICK_FILE
from marking import rows_to_calibrate_with, spans_at
from measures import auc
from pause import groups_of, threshold
from pretrained import full_vocabulary, start_from_pretrained
from shipped import Shipped
from teach import keep_guesses
from vocabulary import choose

FILE = ROOT / "tone/src/model/careful.bin"
SETTINGS = CarefulSettings()


def pieces_of(corpus: Corpus) -> tuple[list[str], Ragged]:
    """The vocabulary that ships, and every message in it."""
    whole = pieces_in(corpus, full_vocabulary())
    vocabulary = choose(whole.take(corpus.where("train")))
    return vocabulary, pieces_in(corpus, vocabulary)


def say_how_it_goes(corpus: Corpus, pieces: Ragged, vocabulary: list[str]):
    rows = corpus.where("dev", "written")
    hurts = corpus.labels[rows, PAUSE] >= 0.5

    def say(share: float, model: Careful) -> None:
        found = auc(careful_logits(model, pieces, rows, vocabulary)[:, PAUSE], hurts)
        print(f"{share:.0%}: AUC of the pause {found:.4f} on our own dev messages", flush=True)

    return say


def pack(corpus: Corpus, model: Careful, pieces: Ragged, vocabulary: list[str], file: Path, version: str) -> None:
    """Blending and thresholds are of the whole numbers that ship."""
    quick = Shipped(QUICK_FILE)
    as_shipped(model)
    rows = rows_to_calibrate_with(corpus)
    careful_said = careful_logits(model, pieces, rows, vocabulary)
    quick_said = quick.logits(corpus.features, rows)
    combine = blend(corpus, rows, careful_said, quick_said)
    scores = blended(combine, careful_said, quick_said)
    at = threshold(scores[:, PAUSE], groups_of(corpus, rows))
    asked = when_to_ask(quick.calibrated(quick_said)[:, PAUSE], scores[:, PAUSE], quick.pause_at, at)
    about = {
        "version": version,
        "quick": quick.header["version"],
        "combine": combine,
        "pauseAt": at,
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
        model, pieces, vocabulary = learned(corpus)
    else:
        vocabulary, pieces = pieces_of(corpus)
        model = new_model(vocabulary, len(corpus.sources))
        start_from_pretrained(model, vocabulary, list(LAYERS))
        learn_careful(model, corpus, pieces, vocabulary, SETTINGS, say_how_it_goes(corpus, pieces, vocabulary))
        keep(model, vocabulary)
        keep_guesses(corpus, model, pieces, vocabulary)
    pack(corpus, model, pieces, vocabulary, wanted.file, wanted.version)
    print(f"{wanted.file}: {wanted.file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
