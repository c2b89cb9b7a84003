"""Results as the model card's tables."""

import math

import numpy as np

from attributes import PAUSE
from pause import is_ordinary
from results import Slice, by_attribute, by_length, by_public_set, caught, false_pauses, twins

#: What was done to the public sets' names for a reader of the card.
SETS = {
    "jigsaw-six": "Jigsaw 2018, rows with six labels",
    "jigsaw": "Jigsaw 2018, all rows",
    "civil": "Civil Comments (toxic spans)",
    "paradetox": "ParaDetox",
    "edos": "EDOS (its own dev)",
    "davidson": "Davidson 2017",
    "misogyny": "Online misogyny (its own test)",
    "convabuse": "ConvAbuse",
    "goemotions": "GoEmotions (its own dev)",
    "isarcasm": "iSarcasm",
}


def number(value: float, digits: int = 3) -> str:
    return "–" if math.isnan(value) else f"{value:.{digits}f}".replace("0.", ".", 1) if value < 1 else f"{value:.{digits}f}"


def between(interval: tuple[float, float]) -> str:
    return "–" if math.isnan(interval[0]) else f"{number(interval[0])}–{number(interval[1])}"


def percent(part: dict) -> str:
    """Share of 100 with interval and counts."""
    if not part["n"]:
        return "–"
    low, high = part["interval"]
    return f"{100 * part['share']:.1f} ({100 * low:.1f}–{100 * high:.1f})"


def table(heads: list[str], rows: list[list[str]], left: int = 1) -> str:
    lines = ["| " + " | ".join(heads) + " |"]
    lines.append("| " + " | ".join(["---"] * left + ["--:"] * (len(heads) - left)) + " |")
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def side_by_side(heads: list[str], found: dict[str, list[dict]], show: str = "n") -> str:
    """`found`: per reader the same rows, each a share with its name; one column a reader."""
    first = next(iter(found.values()))
    rows = [
        [row["name"], str(row[show]), *(percent(parts[at]) for parts in found.values())] for at, row in enumerate(first)
    ]
    return table([*heads, *found], rows)


def attributes(own: dict[str, Slice]) -> str:
    found = {reader: by_attribute(part) for reader, part in own.items()}
    rows = []
    for at, one in enumerate(next(iter(found.values()))):
        parts = [rows_of[at] for rows_of in found.values()]
        rows.append(
            [
                one["name"],
                str(one["positives"]),
                *(f"{number(part['auc'])} ({between(part['auc95'])})" for part in parts),
                *(number(part["ap"]) for part in parts),
                *(number(part["mae"]) for part in parts),
                number(one["mae_median"]),
                *(number(part["ece"]) for part in parts),
            ]
        )
    per_reader = [f"{figure}, {reader}" for figure in ("AUC (95%)", "AP", "MAE") for reader in own]
    heads = ["read", "positive", *per_reader, "MAE of the median", *(f"ECE, {reader}" for reader in own)]
    return table(heads, rows)


def pauses(own: dict[str, Slice], at: dict[str, float]) -> str:
    return side_by_side(["what hurts", "n"], {reader: caught(part, at[reader]) for reader, part in own.items()})


def left_in_peace(own: dict[str, Slice], at: dict[str, float]) -> str:
    found = {reader: false_pauses(part, at[reader]) for reader, part in own.items()}
    return side_by_side(["who or what is harmless", "n"], found)


def neutral_comments(dev: dict[str, Slice], at: dict[str, float]) -> str:
    found = []
    for reader, part in dev.items():
        there = np.array([one.source == "goemotions" and is_ordinary(one) for one in part.messages])
        paused = part.scores[there, PAUSE] >= at[reader]
        found.append(f"{reader} {paused.sum()} of {len(paused)} ({100 * paused.mean():.1f} of 100)")
    return ", ".join(found)


def length_name(row: dict) -> str:
    return f"{row['low']} to {row['high'] - 1}" if row["high"] < 10_000 else f"{row['low']} and more"


def lengths(own: dict[str, Slice], at: dict[str, float]) -> str:
    rows = []
    for reader, part in own.items():
        for row in by_length(part, at[reader]):
            figures = [number(row["auc_pause"]), number(row["auc_toxicity"]), percent(row["caught"]), percent(row["false"])]
            rows.append([length_name(row), reader, str(row["n"]), *figures])
    heads = ["characters", "reader", "n", "AUC pause", "AUC toxicity", "caught, of 100", "false pauses, of 100"]
    return table(heads, rows, left=2)


def public_sets(dev: dict[str, Slice]) -> str:
    found = {reader: by_public_set(part) for reader, part in dev.items()}
    rows = []
    for at, row in enumerate(next(iter(found.values()))):
        parts = [rows_of[at] for rows_of in found.values()]
        aucs = [f"{number(part['auc'])} ({between(part['auc95'])})" for part in parts]
        f1s = [number(part["f1"]) for part in parts]
        rows.append([SETS[row["source"]], row["name"], str(row["n"]), str(row["positives"]), *aucs, *f1s])
    per_reader = [f"{figure}, {reader}" for figure in ("AUC (95%)", "best F1") for reader in dev]
    return table(["set", "attribute", "n", "positive", *per_reader], rows, left=2)


def emotions(dev: dict[str, Slice]) -> str:
    """Macro-F1 of the emotions that are attributes of ours or near to one."""
    said = []
    for reader, part in dev.items():
        found = [row["f1"] for row in by_public_set(part) if row["source"] == "goemotions"]
        said.append(f"{number(float(np.mean(found)))} ({reader})")
    return f"{' and '.join(said)} over {len(found)} emotions"


def pairs(own: dict[str, Slice]) -> str:
    said = []
    for reader, part in own.items():
        found = twins(part)
        said.append(f"{found['hits']} of {found['n']} pairs by {reader} ({percent(found)} of 100)")
    return ", ".join(said)
