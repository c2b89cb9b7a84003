"""GermEval 2018 (CC BY 4.0): tweets, mostly about politics, with the kind of offence.

Its INSULT is meant for a person, its ABUSE for somebody as one of a group; whether abuse insults as well is not said, so
`insult` is unknown there. PROFANITY swears and hits nobody: no reason for a pause, and too rare to be measured.
OTHER is what people wrote to politicians and papers all day: public talk, often angry, not a chat among friends.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message
from sources.rows import rows, tweet

TAG = "de"
NAME = "German"
SET = "GermEval 2018, uds-lsv/GermEval-2018-Data, CC BY 4.0"
HARMLESS = "tweets to politicians and papers that are no offence; hot topics, but things people say in public every day"

LABELS = {
    "OTHER": {"toxicity": 0.08, "insult": 0.04, "identity_attack": 0.03, "pause": 0.05},
    "PROFANITY": {"toxicity": 0.6, "insult": 0.1, "identity_attack": 0.04},
    "INSULT": {"toxicity": 0.85, "insult": 0.9, "identity_attack": 0.1, "pause": 0.9},
    "ABUSE": {"toxicity": 0.85, "identity_attack": 0.85, "pause": 0.85},
}


def read(folder: Path) -> Iterator[Message]:
    for at, row in enumerate(rows(folder, "germeval-2018-de")):
        text = tweet(row["text"]).replace("|LBR|", "\n")
        yield Message(f"germeval-{at}", TAG, text, LABELS[row["fine"]], f"germeval-{at}")
