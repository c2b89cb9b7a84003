"""From data to the model file that ships: learns, adds, packs, calibrates, and chooses when to pause.

python training/make.py            the model as shipped
python training/make.py --quickly  one pass, a thin one, to see that everything runs
python training/make.py --pack     packs and calibrates again what was learned last
python training/make.py --alone    without what the teacher guesses of the public sets
"""

import argparse
import datetime
import multiprocessing
import os
from dataclasses import replace
from pathlib import Path

# Before torch is loaded: the two parts are learned side by side, a thread each.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch

from attributes import OUTPUTS, PAUSE, ROOT
from calibrate import calibrate
from combine import combine
from corpus import WORK, Corpus, read_corpus
from learn import Settings, learn, logits_of
from marking import rows_to_calibrate_with, spans_at
from model import Quick, Shape
from model_file import write_model
from pause import AT_LEAST, groups_of, threshold
from quantise import Tensor, quantise
from shipped import Shipped
from teach import taught
from vectors import first_words

FILE = ROOT / "tone/src/model/quick.bin"
#: Rows of hashed features that ship.
ROWS = 60_000
SHAPE = Shape(word_bits=16, outputs=OUTPUTS)
#: The two parts by themselves.
LINEAR = replace(SHAPE, word_bits=0)
NETWORK = replace(SHAPE, bits=0)
LINEAR_SETTINGS = Settings(epochs=5, batch=512)
NETWORK_SETTINGS = Settings(epochs=4, batch=256)


def seen_in(corpus: Corpus, shape: Shape) -> tuple[np.ndarray, np.ndarray]:
    """Of each row of the hashed features, and of the words: how often training meets it."""
    train = corpus.where("train")
    bag = corpus.features.bag.take(train).values & (2**shape.bits - 1)
    words = corpus.features.tokens.take(train).values["word"] & (2**shape.word_bits - 1)
    return np.bincount(bag, minlength=2**shape.bits), np.bincount(words, minlength=2**shape.word_bits)


def learn_part(corpus: Corpus, shape: Shape, settings: Settings, vectors: np.ndarray | None, file: Path) -> None:
    torch.save(learn(corpus, shape, settings, vectors).state_dict(), file)


def learn_both(corpus: Corpus, quickly: bool) -> Quick:
    """Side by side in two processes, then added."""
    vectors = first_words(corpus, NETWORK)
    parts, running = [], []
    fork = multiprocessing.get_context("fork")
    for name, shape, settings in (("linear", LINEAR, LINEAR_SETTINGS), ("network", NETWORK, NETWORK_SETTINGS)):
        file = WORK / f"{name}.pt"
        file.unlink(missing_ok=True)
        one = replace(settings, epochs=1) if quickly else settings
        running.append(fork.Process(target=learn_part, args=(corpus, shape, one, vectors, file)))
        running[-1].start()
        parts.append((shape, file))
    for process in running:
        process.join()
    models = []
    for shape, file in parts:
        model = Quick(shape, len(corpus.sources))
        model.load_state_dict(torch.load(file))
        models.append(model.eval())
    dev = corpus.where("dev")
    return combine(corpus, SHAPE, *models, dev, *(logits_of(one, corpus.features, dev) for one in models))


def pack(corpus: Corpus, shape: Shape, tensors: list[Tensor], file: Path, version: str) -> None:
    """Calibration and thresholds are of the whole numbers that ship, so the file is written twice."""
    pause = {"threshold": 0.5, "atLeast": AT_LEAST}
    write_model(file, shape, tensors, version, {}, pause, {})
    rows = rows_to_calibrate_with(corpus)
    logits = Shipped(file).logits(corpus.features, rows)
    calibration = calibrate(corpus, OUTPUTS, rows, logits)
    write_model(file, shape, tensors, version, calibration, pause, {})
    scores = Shipped(file).calibrated(logits)
    pause["threshold"] = threshold(scores[:, PAUSE], groups_of(corpus, rows))
    write_model(file, shape, tensors, version, calibration, pause, spans_at(corpus, rows, scores))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quickly", action="store_true")
    parser.add_argument("--pack", action="store_true")
    parser.add_argument("--alone", action="store_true")
    parser.add_argument("--file", type=Path, default=FILE)
    parser.add_argument("--version", default=f"{datetime.date.today()}-1", help="the date and a number")
    wanted = parser.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    corpus = read_corpus()
    if wanted.pack:
        model = Quick(SHAPE, len(corpus.sources))
        model.load_state_dict(torch.load(WORK / "quick.pt"))
    else:
        if not wanted.alone:
            corpus = taught(corpus)
        model = learn_both(corpus, wanted.quickly)
        torch.save(model.state_dict(), WORK / "quick.pt")
    pack(corpus, SHAPE, quantise(model, *seen_in(corpus, SHAPE), ROWS), wanted.file, wanted.version)
    print(f"{wanted.file}: {wanted.file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
