"""Ordinary messages, and plainly hurtful ones, written for a language, and sentences that say who somebody is.

data/languages/TAG.jsonl and who.json. Never learned from.
"""

import json
from pathlib import Path

from corpus import WORK
from features import Features, extract, to_line
from message import Message

FOLDER = Path(__file__).resolve().parent / "data/languages"


def read_suite(tag: str) -> list[Message]:
    file = FOLDER / f"{tag}.jsonl"
    if not file.exists():
        return []
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Message(row["id"], tag, row["text"], {"pause": row["pause"]}, row["id"]) for row in rows]


def who_people_are(tag: str) -> list[Message]:
    """Every name for people of the language in every one of a few harmless sentences."""
    own = json.loads((FOLDER / "who.json").read_text(encoding="utf-8")).get(tag, {"who": [], "frames": []})
    texts = [frame.replace("X", who) for who in own["who"] for frame in own["frames"]]
    return [Message(f"{tag}-who-{at}", tag, text, {"pause": 0}, tag) for at, text in enumerate(texts)]


def features_of(messages: list[Message]) -> Features:
    return extract((to_line(one) for one in messages), WORK)
