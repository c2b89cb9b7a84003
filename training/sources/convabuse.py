"""ConvAbuse (CC BY 4.0): what people say to chat bots, judged by several; 1 is none, 0 unclear, -1 to -3 abuse.

Of a bot nobody is hurt, so `pause` is unknown. Kept whole: one conversation is never split.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows

ABUSE = {"1": 0.03, "0": 0.35, "-1": 0.7, "-2": 0.9, "-3": 1.0}
GROUPS = ("sexist", "racist", "homophobic", "transphobic", "ableist")


def judgements(row: dict) -> dict[str, set[str]]:
    """Annotator -> what they ticked."""
    found: dict[str, set[str]] = {}
    for key, value in row.items():
        if key.startswith("Annotator") and value == "1":
            annotator, what = key.split("_", 1)
            found.setdefault(annotator, set()).add(what)
    return found


def labels_of(ticked: list[set[str]]) -> dict[str, float]:
    def share(*names: str) -> float:
        return sum(any(name in one for name in names) for one in ticked) / len(ticked)

    degrees = [ABUSE[what.removeprefix("is_abuse.")] for one in ticked for what in one if what.startswith("is_abuse.")]
    abuse = sum(degrees) / len(degrees)
    labels = {
        "toxicity": abuse,
        "severe_toxicity": share("is_abuse.-3"),
        "sexually_explicit": 0.8 * share("sex_harassment") + 0.01,
        "identity_attack": share(*GROUPS),
    }
    # Insult and hostility are in most abuse that is not a come-on.
    if abuse < 0.1 or (abuse > 0.6 and not share("sex_harassment")):
        labels |= {"insult": 0.9 * abuse, "hostility": 0.9 * abuse}
    return labels


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "convabuse")):
        ticked = [one for one in judgements(row).values() if any(w.startswith("is_abuse") for w in one)]
        if ticked and row["user"].strip():
            group = f"convabuse-{row['conv_id']}"
            yield Message(f"convabuse-{at}", "convabuse", row["user"], labels_of(ticked), group, context=row["agent"])
