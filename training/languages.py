"""The quick reader for languages besides English: learns, packs, measures, and decides which of them ship.

python training/languages.py --dev        results on dev, printed: what settings are chosen by
python training/languages.py              writes tone/src/model/quick-TAG.bin for every language that passes the rule in
                                          language_rule.py, and tone/src/model/LANGUAGES_CARD.md; test messages are looked at
python training/languages.py --only ko    one language, into the work folder alone

About three minutes on one quiet core. Like all of training it needs KINDLING_TRAINING_DATA and a built package.
"""

import argparse
import datetime
import os
from pathlib import Path
from types import ModuleType

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import other_languages
from attributes import ROOT
from corpus import WORK, data_folder
from language_card import Row, write_card
from language_corpus import read_language
from language_model import known_outputs, learn_language, write_language
from language_results import Results, measure
from language_rule import lacking, readable
from language_tags import confusion
from model import Shape
from shipped import Shipped

FOLDER = ROOT / "tone/src/model"


def say(tag: str, results: Results, cost: float) -> None:
    found = results.figures
    aucs = ", ".join(f"{name} {figure[0]:.3f} ({figure[1]:.3f}-{figure[2]:.3f})" for name, figure in found.auc.items())
    shares = {"caught": found.caught, "false": found.paused, "ordinary": found.ordinary, "hurtful": results.hurtful, "who": results.who}
    said = ", ".join(f"{name} {one.hits} of {one.n}" for name, one in shares.items() if one)
    print(f"{tag}: {aucs}; {said}; pause from {results.pause_at}, cost {cost}; {', '.join(lacking(found)) or 'passes'}", flush=True)


def make(language: ModuleType, version: str, split: str) -> Row:
    """Learns a language and measures it. It ends up in the work folder, with what may be said in it alone."""
    corpus = read_language(language, data_folder())
    learned = learn_language(corpus, Shape(word_bits=0, outputs=known_outputs(corpus)))
    file = WORK / f"quick-{language.TAG}.bin"
    write_language(file, corpus, learned, learned.outputs[:-1], language.TAG, version)
    everything = measure(Shipped(file), corpus, split, language.TAG)
    say(language.TAG, everything, learned.cost)
    results = everything
    if not lacking(everything.figures):
        write_language(file, corpus, learned, readable(everything.figures), language.TAG, version)
        results = measure(Shipped(file), corpus, split, language.TAG)
    return Row(language, corpus, results, everything, measure(Shipped(file), corpus, "dev", language.TAG), file)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--only", default="", help="tags, with commas between")
    parser.add_argument("--version", default=f"{datetime.date.today()}-1", help="the date and a number")
    wanted = parser.parse_args()
    only = [tag for tag in wanted.only.split(",") if tag]
    rows, tests = [], {}
    for language in other_languages.ALL:
        if only and language.TAG not in only:
            continue
        row = make(language, wanted.version, "dev" if wanted.dev else "test")
        rows.append(row)
        tests[language.TAG] = [row.corpus.messages[at].text for at in row.corpus.where("test")]
    if wanted.dev or only:
        return
    for row in rows:
        target = FOLDER / row.file.name
        target.unlink(missing_ok=True)
        if not lacking(row.results.figures):
            target.write_bytes(row.file.read_bytes())
    write_card(FOLDER / "LANGUAGES_CARD.md", rows, confusion(tests), wanted.version)


if __name__ == "__main__":
    main()
