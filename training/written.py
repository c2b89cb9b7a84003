"""Our own messages (data/written), labelled by data/RULES.md: every attribute is known of them, and the pause."""

import json
from collections.abc import Iterator
from pathlib import Path

from attributes import ATTRIBUTES
from message import Message

FOLDER = Path(__file__).resolve().parent / "data/written"
#: They carry what no public set has, so each counts for several.
WEIGHT = 6.0


def lines() -> Iterator[tuple[str, dict]]:
    """Every message as written, with the name of its file."""
    for file in sorted(FOLDER.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield file.stem, json.loads(line)


def groups(found: list[dict]) -> dict[str, str]:
    """id -> name of its group: a message, its twin, and the twins of that."""
    parent = {row["id"]: row["id"] for row in found}

    def root(one: str) -> str:
        while parent[one] != one:
            one = parent[one]
        return one

    for row in found:
        if row.get("pair") in parent:
            first, second = sorted((root(row["id"]), root(row["pair"])))
            parent[second] = first
    return {one: root(one) for one in parent}


def read_written() -> Iterator[Message]:
    found = list(lines())
    group = groups([row for _, row in found])
    for file, row in found:
        if row.get("lang", "en") != "en":
            continue
        labels = {name: row["s"].get(name, 0) / 10 for name in ATTRIBUTES}
        labels["pause"] = float(row["pause"])
        about = {"file": file, **{key: row[key] for key in ("reg", "dialect", "topic", "pair") if key in row}}
        yield Message(
            row["id"], "written", row["text"], labels, group[row["id"]], "", WEIGHT, row.get("context"), about
        )
