"""Online misogyny, EACL 2021 (MIT): Reddit, with a taxonomy; personal attacks and counter-speech told apart."""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows


def labels_of(row: dict) -> dict[str, float]:
    kind, detail = row["level_2"], row.get("level_3") or ""
    if "personal_attack" in kind:
        about_gender = 0.7 if row["level_1"] == "Misogynistic" else 0.15
        return {"insult": 0.9, "toxicity": 0.85, "hostility": 0.75, "pause": 0.93, "identity_attack": about_gender}
    if row["level_1"] == "Nonmisogynistic":
        return {"identity_attack": 0.03, "pause": 0.05} if kind == "Counter_speech" else {"identity_attack": 0.04}
    labels = {"identity_attack": 0.85, "toxicity": 0.8, "pause": 0.85}
    if kind == "Derogation":
        labels["generalisation"] = 0.7
    if detail.startswith("Threatening"):
        labels["threat"] = 0.8
    return labels


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "online-misogyny")):
        if row.get("body"):
            split = "dev" if row["split"] == "test" else "train"
            yield Message(f"misogyny-{at}", "misogyny", row["body"], labels_of(row), f"misogyny-{at}", split=split)
