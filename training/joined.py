"""Messages put together from several of ours: what hurts in one sentence hurts in a message, however much else stands around
it. Written one by one they are mostly short, and a reader that learns from those alone takes a friendly rest for a change of mind.
"""

import hashlib
from dataclasses import replace

from attributes import HARMS
from message import Message

FILE = "joined"
#: Characters of the longest that is joined to another.
LONGEST = 220
#: Each stands for a message that counts in full already.
WEIGHT = 2.0
#: A share of readers up to which a harm counts as none.
NONE = 0.2
#: Of the hurtful ones so many are joined, and of the others: a long message must not be hurtful for its length.
SHARE = {1.0: 0.5, 0.0: 0.28}


def number(name: str) -> int:
    return int.from_bytes(hashlib.sha256(f"joined:{name}".encode()).digest()[:8], "big")


def is_joined(one: Message) -> bool:
    return one.about.get("file") == FILE


def fits(one: Message) -> bool:
    return one.source == "written" and one.context is None and len(one.text) <= LONGEST


def is_ordinary(one: Message) -> bool:
    return one.labels["pause"] == 0 and all(one.labels[harm] <= NONE for harm in HARMS)


def closed(text: str) -> str:
    """With a full stop where there is none: what follows is another sentence."""
    text = text.rstrip()
    return text if text[-1:] in ".!?…:)\"'”" or not text[-1:].isalnum() else f"{text}."


def together(parts: list[Message], how: int) -> Message:
    """Each attribute as strong as where it is strongest."""
    apart = ("\n\n", "\n", " ", " ", " ")[how % 5]
    base = parts[how % len(parts)]
    labels = {name: max(one.labels[name] for one in parts) for name in base.labels}
    text = apart.join([*(closed(one.text) for one in parts[:-1]), parts[-1].text])
    return replace(base, text=text, labels=labels, weight=WEIGHT, about={"file": FILE})


def joined(messages: list[Message], split: str = "train") -> list[Message]:
    """Of a share of our own messages of a split, each with one or two ordinary ones before, behind or around it."""
    own = [one for one in messages if one.split == split and fits(one)]
    ordinary = sorted((one for one in own if is_ordinary(one)), key=lambda one: number(one.id))
    found = []
    for one in own:
        how = number(f"how {one.id}")
        if how % 1000 >= SHARE[one.labels["pause"]] * 1000:
            continue
        others = [ordinary[(how // 1000 + at * 7919) % len(ordinary)] for at in range(1 + how // 1000 % 2)]
        place = how // 7 % (len(others) + 1)
        message = together([*others[:place], one, *others[place:]], how)
        found.append(replace(message, id=f"joined-{one.id}", group=one.group))
    return found
