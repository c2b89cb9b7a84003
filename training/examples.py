"""What the reader gets wrong, in messages of our own that can be shown: no slurs, no threats, nothing lewd."""

import numpy as np

from message import Message

#: Never shown, however instructive.
HARSH = ("identity_attack", "severe_toxicity", "threat", "sexually_explicit")
MANY = 8
LONGEST = 140


def can_be_shown(message: Message) -> bool:
    mild = all(message.labels[name] < 0.3 for name in HARSH) and message.labels["profanity"] < 0.5
    return mild and len(message.text) <= LONGEST and "\n" not in message.text


def listed(messages: list[Message], scores: np.ndarray, order: np.ndarray) -> list[str]:
    shown = [at for at in order if can_be_shown(messages[at])][:MANY]
    return [f"- {messages[at].text.replace('|', '/')} ({scores[at]:.2f})" for at in shown]


def examples(messages: list[Message], scores: np.ndarray, at: float) -> str:
    """The furthest from right on either side, with what was said of each."""
    hurts = np.array([one.labels["pause"] >= 0.5 for one in messages])
    order = np.argsort(scores)
    missed = [row for row in order if hurts[row] and scores[row] < at]
    false = [row for row in order[::-1] if not hurts[row] and scores[row] >= at]
    return "\n".join(
        [
            "Paused although most readers would not mind (with the likelihood given):",
            "",
            *listed(messages, scores, np.array(false, int)),
            "",
            "Let through although at least half of the readers would be hurt:",
            "",
            *listed(messages, scores, np.array(missed, int)),
        ]
    )
