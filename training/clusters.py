"""Which messages nearly say the same: they stay together, whatever is done with them."""

import re
from collections import Counter, defaultdict

from message import Message

#: Signs in a row that are compared. Characters rather than words: not every language parts its words.
LONG = 6
#: Share of them in common (of all of both) from which two messages are the same.
SAME = 0.5
#: Runs in more messages than this are phrases, not signs of a copy.
COMMON = 60


def runs(text: str) -> set[str]:
    plain = "".join(re.findall(r"[^\W_]+", re.sub(r"@\w+|https?://\S+", "", text.lower())))
    return {plain[at : at + LONG] for at in range(max(1, len(plain) - LONG + 1))}


def clusters(messages: list[Message]) -> dict[str, str]:
    """group -> name of its cluster: groups of which any messages are the same, and groups near to those."""
    parent = {one.group: one.group for one in messages}

    def root(one: str) -> str:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    found = [runs(one.text) for one in messages]
    index: dict[str, list[int]] = defaultdict(list)
    for at, mine in enumerate(found):
        shared: Counter[int] = Counter()
        for run in mine:
            if len(index[run]) <= COMMON or len(mine) == 1:
                shared.update(index[run])
            index[run].append(at)
        for other, count in shared.items():
            if count / (len(mine) + len(found[other]) - count) >= SAME:
                first, second = sorted((root(messages[at].group), root(messages[other].group)))
                parent[second] = first
    return {one: root(one) for one in parent}
