"""GoEmotions (Apache-2.0): Reddit comments with 27 emotions or none.

Three of its emotions are attributes of ours. Others come near one and count for a part; what lies between an
emotion and an attribute (love and affinity, joy and celebration) is unknown there rather than no.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message

from .rows import rows

SAME = ("gratitude", "admiration", "curiosity")
#: attribute -> emotions that come near it, and the share of readers who would call such a comment by that name.
NEAR = {
    "empathy": {"caring": 0.5},
    "encouragement": {"caring": 0.4, "optimism": 0.3},
    "apology": {"remorse": 0.6},
    "celebration": {"excitement": 0.25},
}
#: attribute -> emotions that leave it open.
OPEN = {
    "empathy": {"sadness", "grief", "love", "remorse"},
    "encouragement": {"approval", "admiration", "love", "pride"},
    "apology": {"sadness", "embarrassment"},
    "celebration": {"joy", "pride", "admiration", "love", "relief"},
}
UNKIND = {"anger", "annoyance", "disgust", "disapproval", "disappointment", "embarrassment"}
#: Neutral by its readers, hurtful by our rules (its README).
JUDGED = Path(__file__).resolve().parent.parent / "data/judged/neutral-that-hurts.txt"
CALM = {"toxicity": 0.05, "hostility": 0.03, "insult": 0.02, "threat": 0.01, "pause": 0.03, "identity_attack": 0.01}


def labels_of(emotions: set[str], hurts: bool) -> dict[str, float]:
    labels = {name: float(name in emotions) for name in SAME}
    for attribute, near in NEAR.items():
        if found := [share for emotion, share in near.items() if emotion in emotions]:
            labels[attribute] = max(found)
        elif not emotions & OPEN[attribute]:
            labels[attribute] = 0.02
    # Neutral comments still swear or jeer now and then; the friendly ones hardly do.
    if not emotions & UNKIND and emotions != {"neutral"}:
        labels |= CALM
    elif emotions == {"neutral"} and not hurts:
        labels |= {"hostility": 0.06, "pause": 0.05}
    return labels


def read(folder: Path) -> Iterator[Message]:
    judged = {int(line) for line in JUDGED.read_text().split()}
    for at, row in enumerate(rows(folder, "goemotions")):
        emotions = set(row["emotions"])
        yield Message(
            f"goemotions-{at}",
            "goemotions",
            row["text"],
            labels_of(emotions, at in judged),
            f"goemotions-{at}",
            split=row["split"],
            about={"emotions": emotions},
        )
