"""Takes out of training what nearly says the same as a message that is measured with."""

import re
from collections import Counter, defaultdict

from message import Message

#: Share of word triples in common (of all triples of both) from which two messages are the same.
SAME = 0.5
#: Triples in more held-out messages than this are phrases, not signs of a copy.
COMMON = 200


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def triples(text: str) -> set[int]:
    words = words_of(text)
    if len(words) < 4:
        return {hash(tuple(words))}
    return {hash(tuple(words[at : at + 3])) for at in range(len(words) - 2)}


def drop_near_duplicates(messages: list[Message]) -> tuple[list[Message], int]:
    """All messages but those of train that are near to one of dev or test; and how many were dropped."""
    held = [m for m in messages if m.split != "train"]
    held_triples = [triples(m.text) for m in held]
    index: dict[int, list[int]] = defaultdict(list)
    for at, found in enumerate(held_triples):
        for one in found:
            index[one].append(at)

    def is_near(message: Message) -> bool:
        mine = triples(message.text)
        shared: Counter[int] = Counter()
        for one in mine:
            where = index.get(one, ())
            if len(where) <= COMMON or len(mine) == 1:
                shared.update(where)
        return any(
            count / (len(mine) + len(held_triples[at]) - count) >= SAME and held[at].group != message.group
            for at, count in shared.items()
        )

    kept = [m for m in messages if m.split != "train" or not is_near(m)]
    return kept, len(messages) - len(kept)
