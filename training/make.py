"""From data to the model file that ships: learns, packs, calibrates, chooses when to pause, and writes the results.

python training/make.py            the model as shipped
python training/make.py --quickly  one pass, a thin one, to see that everything runs
"""

import argparse
import datetime
import json
from pathlib import Path

import numpy as np
import torch

from attributes import OUTPUTS, PAUSE, ROOT
from calibrate import calibrate
from corpus import WORK, Corpus, read_corpus
from learn import Settings, learn
from model import Shape
from model_file import write_model
from pause import groups_of, threshold
from quantise import Tensor, quantise
from shipped import Shipped

FILE = ROOT / "tone/src/model/quick.bin"
#: Rows of hashed features that ship.
ROWS = 60_000
SHAPE = Shape(outputs=OUTPUTS)
SETTINGS = Settings()


def seen_in(corpus: Corpus, shape: Shape) -> np.ndarray:
    """Of each row of the hashed features: how many training messages it is met in."""
    bag = corpus.features.bag.take(corpus.where("train"))
    return np.bincount(bag.values & (2**shape.bits - 1), minlength=2**shape.bits)


def spans_at(corpus: Corpus, rows: np.ndarray, scores: np.ndarray) -> dict[str, float]:
    """Words are marked from the score on at which a message is as likely to be so as not: best F1 on our own dev."""
    own = corpus.source[rows] == 0
    found = {}
    for at, name in enumerate(OUTPUTS[:PAUSE]):
        positive = corpus.labels[rows, at][own] >= 0.5
        if positive.sum() < 5:
            found[name] = 0.5
            continue
        candidates = np.arange(0.2, 0.65, 0.05)
        said = scores[own, at][:, None] >= candidates
        hits = (said & positive[:, None]).sum(0)
        found[name] = round(float(candidates[np.argmax(2 * hits / (said.sum(0) + positive.sum()))]), 2)
    return found


def pack(corpus: Corpus, shape: Shape, tensors: list[Tensor], file: Path) -> None:
    """Calibration and thresholds are of the whole numbers that ship, so the file is written twice."""
    version = f"{datetime.date.today()}-1"
    write_model(file, shape, tensors, version, {}, 0.5, {})
    dev = np.concatenate([corpus.where("dev", "written"), corpus.where("dev", "goemotions")[::2]])
    rest = np.array([row for row in corpus.where("dev") if corpus.messages[row].source != "written"])[::6]
    rows = np.unique(np.concatenate([dev, rest]))
    logits = Shipped(file).logits(corpus.features, rows)
    calibration = calibrate(corpus, OUTPUTS, rows, logits)
    write_model(file, shape, tensors, version, calibration, 0.5, {})
    scores = Shipped(file).calibrated(logits)
    at = threshold(scores[:, PAUSE], groups_of(corpus, rows))
    write_model(file, shape, tensors, version, calibration, at, spans_at(corpus, rows, scores))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quickly", action="store_true")
    parser.add_argument("--file", type=Path, default=FILE)
    wanted = parser.parse_args()
    settings = SETTINGS
    if wanted.quickly:
        settings.epochs = 1
    corpus = read_corpus()
    model = learn(corpus, SHAPE, settings)
    WORK.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), WORK / "quick.pt")
    pack(corpus, SHAPE, quantise(model, seen_in(corpus, SHAPE), ROWS), wanted.file)
    (WORK / "settings.json").write_text(json.dumps({"settings": vars(settings), "shape": vars(SHAPE), "rows": ROWS}))
    print(f"{wanted.file}: {wanted.file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
