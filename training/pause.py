"""From which score on a pause is worth it: as low as may be while ordinary messages are left in peace."""

import numpy as np

from corpus import Corpus

#: Of our own everyday messages, of other people's ordinary comments, and of all our harmless ones, which were written to
#: be taken for harm, at most these shares may pause. Two in a hundred are asked of the first two; what is found on dev runs
#: over a little elsewhere.
AT_MOST = (0.015, 0.018, 0.06)
#: Reason enough by the rules: a pause is at least as likely as these.
AT_LEAST = ("threat", "identity_attack")
#: Files of our own that hold everyday talk, rather than messages made to look like harm.
EVERYDAY = {
    "ordinary",
    "everyday",
    "everyday-talk",
    "average-commenter",
    "banal",
    "comment-threads",
    "gratitude",
    "help",
    "personal-story",
    "celebration-admiration",
    "encouragement",
    "empathy",
    "affinity",
    "dialect",
    "identity-neutral",
}


def raised(scores: np.ndarray, outputs: list[str], at_least: tuple[str, ...] | list[str]) -> np.ndarray:
    """Shares of readers, messages x outputs, the pause last; in place."""
    for name in at_least:
        scores[:, -1] = np.maximum(scores[:, -1], scores[:, outputs.index(name)])
    return scores


def is_ordinary(message) -> bool:
    """What people say to each other all day: our own everyday messages, and comments that nobody found any feeling in."""
    if message.source == "written":
        # Half of a near-identical pair was written to be taken for the other half.
        return message.about["file"] in EVERYDAY and message.labels["pause"] == 0 and "pair" not in message.about
    # Of those judged to hurt all the same the pause is unknown.
    return message.source == "goemotions" and message.about["emotions"] == {"neutral"} and "pause" in message.labels


def is_harmless(message) -> bool:
    return message.source == "written" and message.labels["pause"] == 0


def groups_of(corpus: Corpus, rows: np.ndarray) -> list[np.ndarray]:
    """The three kinds of messages that must be left in peace, each by itself: as masks over `rows`."""
    messages = [corpus.messages[row] for row in rows]
    ordinary = np.array([is_ordinary(one) for one in messages])
    own = np.array([one.source == "written" for one in messages])
    return [ordinary & own, ordinary & ~own, np.array([is_harmless(one) for one in messages])]


def threshold(scores: np.ndarray, groups: list[np.ndarray]) -> float:
    """The lowest score at which no more of each group than AT_MOST says would pause."""
    candidates = np.unique(np.round(scores, 3))
    for one in candidates:
        shares = [(scores[group] >= one).mean() for group in groups]
        if one >= 0.2 and all(share <= most for share, most in zip(shares, AT_MOST, strict=True)):
            return float(one)
    return float(candidates[-1])
