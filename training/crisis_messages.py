"""Words of a person's own crisis and what only sounds like it (data/crisis, labelled by RULES.md there)."""

import json
from dataclasses import dataclass
from pathlib import Path

from attributes import ROOT
from splits import place
from written import groups

FOLDER = Path(__file__).resolve().parent / "data/crisis"
FILE = ROOT / "tone/src/model/crisis.bin"
#: At most so many of look-alikes, and of ordinary messages, may bring the card up; within that, recall decides.
LOOK_ALIKES = 0.20
ORDINARY = 0.01
#: What is a crisis, and what is not, in the order of the card.
CRISIS = ("direct", "indirect", "self-harm", "plan", "goodbye", "danger")
OTHER = (
    "figure", "joke", "news", "fiction", "clinical", "others", "recovery", "awareness", "grief", "sadness", "ordinary",
)  # fmt: skip
FOLDS = 5


@dataclass
class CrisisMessage:
    id: str
    text: str
    crisis: bool
    kind: str
    dialect: str
    pair: str
    group: str
    #: train, dev or test.
    split: str
    #: Which fifth of train and dev it is left out with.
    fold: int


def split_at(at: float) -> str:
    """More to test with than elsewhere, for there are few messages and their figures must say something."""
    return "train" if at < 0.55 else "dev" if at < 0.70 else "test"


def read_crisis_messages() -> list[CrisisMessage]:
    rows = [
        {**json.loads(line), "kind": file.stem}
        for file in sorted(FOLDER.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    group = groups(rows)
    found = []
    for row in rows:
        own = f"crisis:{group[row['id']]}"
        crisis = bool(row["crisis"])
        if crisis != (row["kind"] in CRISIS) or row["kind"] not in CRISIS + OTHER:
            raise ValueError(f"{row['id']} does not stand in the file of its kind")
        fold = int(place(f"fold:{own}") * FOLDS)
        found.append(
            CrisisMessage(
                row["id"], row["text"], crisis, row["kind"], row.get("dialect", ""), row.get("pair", ""), own,
                split_at(place(own)), fold,
            )
        )  # fmt: skip
    return found
