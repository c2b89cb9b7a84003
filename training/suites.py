"""Examines both readers as they ship, through `kindling read`, on suites that are never learned from or chosen by.

python training/suites.py   prints the tables that evaluate.py writes into the model card
"""

import json
import subprocess
from pathlib import Path

import numpy as np

from attributes import HARMS, ROOT
from measures import wilson
from tables import percent, table
from twins import twins
from written import read_written
from splits import split_of

FOLDER = Path(__file__).resolve().parent / "data/suites"
TWINS = 1_500
READERS = ("quick", "careful")


def read_all(reader: str, texts: list[str]) -> list[dict]:
    body = "".join(json.dumps({"id": at, "text": text, "lang": "en"}) + "\n" for at, text in enumerate(texts))
    done = subprocess.run(
        ["npx", "kindling", "read", "--reader", reader], input=body.encode(), cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def share(hits: np.ndarray) -> dict:
    n, k = len(hits), int(hits.sum())
    return {"n": n, "share": k / n if n else float("nan"), "interval": wilson(k, n)}


def said_hateful(found: dict) -> bool:
    """Half of the readers would call it an attack on who somebody is, or rude enough to leave."""
    return max(found["scores"]["identity_attack"], found["scores"]["toxicity"]) >= 0.5


def hate_in_context(read: dict[str, list[dict]]) -> str:
    """By case: how many of a hundred each reader takes for what they are; below, balanced accuracy."""
    suite = lines("hate-in-context.jsonl")
    right = {
        reader: np.array([said_hateful(one) == row["hateful"] for one, row in zip(found, suite, strict=True)])
        for reader, found in read.items()
    }
    rows = []
    for case in dict.fromkeys(row["case"] for row in suite):
        there = np.array([row["case"] == case for row in suite])
        hateful = suite[int(np.flatnonzero(there)[0])]["hateful"]
        shown = [percent(share(right[reader][there])) for reader in READERS]
        rows.append([case.replace("-", " "), "hateful" if hateful else "harmless", str(there.sum()), *shown])
    hateful = np.array([row["hateful"] for row in suite])
    for name, part in (("all hateful ones", hateful), ("all harmless ones", ~hateful)):
        rows.append([f"**{name}**", "", str(part.sum()), *(percent(share(right[reader][part])) for reader in READERS)])
    balanced = {reader: (right[reader][hateful].mean() + right[reader][~hateful].mean()) / 2 for reader in READERS}
    rows.append(["**balanced accuracy**", "", str(len(suite)), *(f"{balanced[reader]:.3f}" for reader in READERS)])
    return table(["case", "is", "n", *READERS], rows, left=2)


def plainly_hurtful(read: dict[str, list[dict]]) -> str:
    suite = lines("plain.jsonl")
    hurts = np.array([row["pause"] == 1 for row in suite])
    rows = []
    for name, part in (("plainly hurtful, paused", hurts), ("ordinary, paused all the same", ~hurts)):
        paused = {reader: np.array([one["pause"] for one in found])[part] for reader, found in read.items()}
        rows.append([name, str(part.sum()), *(percent(share(paused[reader])) for reader in READERS)])
    return table(["", "n", *READERS], rows)


def false_pauses_of_twins(read: dict[str, list[dict]]) -> str:
    rows = []
    for reader, found in read.items():
        paused = np.array([one["pause"] for one in found]).reshape(-1, 2)
        with_word, without = share(paused[:, 0]), share(paused[:, 1])
        rows.append([reader, str(len(paused)), percent(with_word), percent(without)])
    return table(["", "pairs", "with a word for a group, paused of 100", "without"], rows)


def harmless_and_kept_apart() -> list:
    found = [one for one in read_written() if one.labels["pause"] == 0 and max(one.labels[name] for name in HARMS) <= 0.3]
    return [one for one in found if split_of(one) == "test"]


def suites() -> dict[str, str]:
    parts = {}
    for name, file, tell in (
        ("hate in context", "hate-in-context.jsonl", hate_in_context),
        ("plain suite", "plain.jsonl", plainly_hurtful),
    ):
        texts = [row["text"] for row in lines(file)]
        parts[name] = tell({reader: read_all(reader, texts) for reader in READERS})
    pairs = [text for _, one, other in twins(harmless_and_kept_apart(), TWINS) for text in (one, other)]
    parts["twins"] = false_pauses_of_twins({reader: read_all(reader, pairs) for reader in READERS})
    return parts


if __name__ == "__main__":
    for name, text in suites().items():
        print(f"## {name}\n{text}\n")
