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


def attributes(own: Slice, before: np.ndarray) -> str:
    """`before`: the same messages' probabilities without calibration."""
    raw = {row["name"]: row["ece"] for row in by_attribute(Slice(own.corpus, own.rows, before))}
    rows = [
        [
            row["name"],
            str(row["positives"]),
            number(row["auc"]),
            between(row["auc95"]),
            number(row["ap"]),
            number(row["mae"]),
            number(row["mae_mean"]),
            number(row["mae_median"]),
            number(raw[row["name"]]),
            number(row["ece"]),
        ]
        for row in by_attribute(own)
    ]
    heads = ["read", "positive", "AUC", "95%", "AP", "MAE", "of the mean", "of the median", "ECE raw", "ECE"]
    return table(heads, rows)


def pauses(own: Slice, at: float) -> str:
    rows = [[row["name"], str(row["n"]), percent(row)] for row in caught(own, at)]
    return table(["what hurts", "n", "paused, of 100 (95%)"], rows)


def left_in_peace(own: Slice, at: float) -> str:
    rows = [[row["name"], str(row["n"]), percent(row)] for row in false_pauses(own, at)]
    return table(["who or what is harmless", "n", "paused all the same, of 100 (95%)"], rows)


def neutral_comments(dev: Slice, at: float) -> str:
    there = np.array([one.source == "goemotions" and is_ordinary(one) for one in dev.messages])
    paused = dev.scores[there, PAUSE] >= at
    return f"{paused.sum()} of {len(paused)} ({100 * paused.mean():.1f} of 100)"


def lengths(own: Slice, at: float) -> str:
    rows = []
    for row in by_length(own, at):
        name = f"{row['low']} to {row['high'] - 1}" if row["high"] < 10_000 else f"{row['low']} and more"
        rows.append(
            [
                name,
                str(row["n"]),
                number(row["auc_pause"]),
                number(row["auc_toxicity"]),
                percent(row["caught"]),
                percent(row["false"]),
            ]
        )
    return table(["characters", "n", "AUC pause", "AUC toxicity", "caught, of 100", "false pauses, of 100"], rows)


def public_sets(dev: Slice) -> str:
    rows = [
        [
            SETS[row["source"]],
            row["name"],
            str(row["n"]),
            str(row["positives"]),
            number(row["auc"]),
            between(row["auc95"]),
            number(row["f1"]),
        ]
        for row in by_public_set(dev)
    ]
    return table(["set", "attribute", "n", "positive", "AUC", "95%", "best F1"], rows, left=2)


def emotions(dev: Slice) -> str:
    """Macro-F1 of the emotions that are attributes of ours or near to one."""
    found = [row["f1"] for row in by_public_set(dev) if row["source"] == "goemotions"]
    return f"{number(float(np.mean(found)))} over {len(found)} emotions"


def pairs(own: Slice) -> str:
    found = twins(own)
    return f"{found['hits']} of {found['n']} pairs ({percent(found)} of 100)"
