"""The card of the languages besides English, from its words in language-card.md and what was measured."""

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from corpus import Corpus
from language_model import is_harmless
from language_results import Results
from language_rule import Share, lacking
from measures import wilson
from tables import between, number, table

WORDS = Path(__file__).resolve().parent / "language-card.md"
#: Tags that hardly any message gets are one column.
SHOWN = 0.002


@dataclass
class Row:
    """`results`: of the file as it ships. `everything`: with all attributes that the set says something about."""

    language: ModuleType
    corpus: Corpus
    results: Results
    everything: Results
    dev: Results
    file: Path

    @property
    def measured(self) -> bool:
        return not lacking(self.results.figures)


def of_hundred(found: Share | None) -> str:
    if found is None:
        return "–"
    low, high = wilson(found.hits, found.n)
    return f"{100 * found.share:.1f} ({100 * low:.1f}–{100 * high:.1f})"


def verdicts(rows: list[Row]) -> str:
    heads = ["language", "verdict", "AUC of toxicity", "95%", "on dev", "average precision", "best F1", "caught, of 100 (95%)"]
    heads += ["false pauses in its set, of 100 (95%)"]
    lines = []
    for one in rows:
        figures = one.results.figures
        auc, *interval = figures.auc["toxicity"]
        lines.append(
            [
                f"{one.language.NAME} (`{one.language.TAG}`)",
                "**measured**" if one.measured else f"none: {', '.join(lacking(figures))}",
                number(auc),
                between(tuple(interval)),
                number(one.dev.figures.auc["toxicity"][0]),
                number(one.results.average_precision["toxicity"]),
                number(one.results.best_f1["toxicity"]),
                of_hundred(figures.caught),
                of_hundred(figures.paused),
            ]
        )
    return table(heads, lines, left=2)


def ordinary(rows: list[Row]) -> str:
    heads = ["language", "ordinary messages", "paused all the same, of 100 (95%)", "hurtful messages", "paused, of 100 (95%)"]
    heads += ["sentences with a name for people", "paused, of 100 (95%)"]
    there = [one for one in rows if one.results.figures.ordinary]
    lines = [
        [
            one.language.NAME,
            str(one.results.figures.ordinary.n),
            of_hundred(one.results.figures.ordinary),
            str(one.results.hurtful.n),
            of_hundred(one.results.hurtful),
            str(one.results.who.n),
            of_hundred(one.results.who),
        ]
        for one in there
    ]
    return table(heads, lines)


def attributes(rows: list[Row]) -> str:
    heads = ["language", "attribute", "gets a number", "test messages that have it", "AUC", "95%", "average precision", "best F1"]
    lines = []
    for one in rows:
        found = one.everything
        for name, (auc, *interval) in found.figures.auc.items():
            lines.append(
                [
                    one.language.NAME,
                    f"`{name}`",
                    "yes" if one.measured and name in one.results.figures.auc else "no",
                    str(found.positives[name]),
                    number(auc),
                    between(tuple(interval)),
                    number(found.average_precision[name]),
                    number(found.best_f1[name]),
                ]
            )
    return table(heads, lines, left=3)


def sets(rows: list[Row]) -> str:
    heads = ["language", "set, licence", "train", "dev", "test", "harmful in test", "what its harmless messages are"]
    lines = []
    for one in rows:
        test = one.corpus.where("test")
        lines.append(
            [
                one.language.NAME,
                one.language.SET,
                *(f"{len(one.corpus.where(split)):,}" for split in ("train", "dev", "test")),
                f"{int((~is_harmless(one.corpus, test)).sum()):,}",
                one.language.HARMLESS,
            ]
        )
    return table(heads, lines, left=2)


def files(rows: list[Row]) -> str:
    heads = ["file", "reads", "pause from", "bytes", "compressed (zlib)"]
    lines = []
    for one in rows:
        if not one.measured:
            continue
        data = one.file.read_bytes()
        lines.append(
            [
                f"`{one.file.name}`",
                ", ".join(f"`{name}`" for name in one.results.figures.auc) + " and the pause",
                number(one.results.pause_at),
                f"{len(data):,}",
                f"{len(zlib.compress(data, 9)):,}",
            ]
        )
    return table(heads, lines, left=2)


def confusions(found: dict[str, Counter], rows: list[Row]) -> str:
    names = {one.language.TAG: f"{one.language.NAME} (`{one.language.TAG}`)" for one in rows}
    tags: Counter = Counter()
    for counts in found.values():
        for tag, count in counts.items():
            tags[tag] = max(tags[tag], count / counts.total())
    shown = [tag for tag, share in tags.most_common() if share >= SHOWN]
    lines = []
    for name, counts in found.items():
        shares = [f"{100 * counts[tag] / counts.total():.2f}" if counts[tag] else "" for tag in shown]
        rest = sum(count for tag, count in counts.items() if tag not in shown)
        lines.append([names.get(name, name), f"{counts.total():,}", *shares, f"{100 * rest / counts.total():.2f}" if rest else ""])
    return table(["messages in", "n", *(f"`{tag}`" for tag in shown), "others"], lines)


def write_card(path: Path, rows: list[Row], found: dict[str, Counter], version: str) -> None:
    measured = [one.language.NAME for one in rows if one.measured]
    others = [one.language.NAME for one in rows if not one.measured]
    parts = {
        "version": version,
        "measured": ", ".join(measured),
        "others": ", ".join(others),
        "verdicts": verdicts(rows),
        "ordinary": ordinary(rows),
        "attributes": attributes(rows),
        "sets": sets(rows),
        "files": files(rows),
        "confusion": confusions(found, rows),
    }
    text = re.sub(r"<!-- ([a-z ]+) -->", lambda one: parts[one[1]], WORDS.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    print(f"written: {path}")
