"""MLMA hate speech (MIT): tweets found by slurs, each judged by one person with several words at once.

`normal` beside another word settles nothing, nor does `fearful` alone; those rows are left out. `hateful` is said of
what attacks a group. What only offends may or may not be about one.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message
from sources.rows import rows, tweet

HARMLESS = "tweets that hold a slur or a word like one and were judged normal all the same; nothing like ordinary talk"


def labels_of(words: set[str]) -> dict[str, float]:
    if words == {"normal"}:
        return {"toxicity": 0.15, "identity_attack": 0.08, "pause": 0.12}
    if "normal" in words or words == {"fearful"}:
        return {}
    if "hateful" in words:
        return {"toxicity": 0.8, "identity_attack": 0.7, "pause": 0.8}
    return {"toxicity": 0.65, "pause": 0.65}


def read_tweets(folder: Path, name: str, tag: str) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, name)):
        labels = labels_of(set(row["sentiment"].split("_")))
        # What stood for an address in the set is one to the reader.
        text = tweet(row["tweet"]).replace("@url", "https://t.co/a")
        if labels:
            yield Message(f"{name}-{at}", tag, text, labels, f"{name}-{at}")
