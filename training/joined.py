"""Messages put together from several of ours: what hurts in one sentence hurts in a message, however much else stands around
it. Written one by one they are mostly short, and a reader that learns from those alone takes a friendly rest for a change of mind.
"""

from dataclasses import replace
from random import Random

from attributes import HARMS
from message import Message

FILE = "joined"
#: Characters of the longest that is joined to another.
LONGEST = 220
#: Each stands for a message that counts in full already.
WEIGHT = 2.0
#: What stands between two.
APART = ("\n\n", "\n", " ", " ", " ")
#: A share of readers up to which a harm counts as none.
NONE = 0.2
#: Of the hurtful ones so many are joined, and of the others: a long message must not be hurtful for its length.
SHARE = {1.0: 0.5, 0.0: 0.28}


def is_joined(one: Message) -> bool:
    return one.about.get("file") == FILE


def fits(one: Message) -> bool:
    return one.source == "written" and one.context is None and len(one.text) <= LONGEST


def is_ordinary(one: Message) -> bool:
    return one.labels["pause"] == 0 and all(one.labels[harm] <= NONE for harm in HARMS)


def closed(text: str) -> str:
    """With a full stop where there is none: what follows is another sentence."""
    text = text.rstrip()
    return f"{text}." if text[-1:].isalnum() else text


def together(base: Message, parts: list[Message], apart: str) -> Message:
    """Each attribute as strong as where it is strongest."""
    labels = {name: max(one.labels[name] for one in parts) for name in base.labels}
    text = apart.join([*(closed(one.text) for one in parts[:-1]), parts[-1].text])
    return replace(base, id=f"joined-{base.id}", text=text, labels=labels, weight=WEIGHT, about={"file": FILE})


def joined(messages: list[Message]) -> list[Message]:
    """Of a share of our own training messages, each among one or two ordinary ones of other groups.

    The id settles whether, and together with all ordinary ones with which.
    """
    own = [one for one in messages if one.split == "train" and fits(one)]
    ordinary = [one for one in own if is_ordinary(one)]
    found = []
    for one in own:
        chance = Random(f"joined:{one.id}")
        if chance.random() >= SHARE[one.labels["pause"]]:
            continue
        others = [other for other in chance.sample(ordinary, chance.choice((1, 2))) if other.group != one.group]
        parts = [one, *others]
        chance.shuffle(parts)
        if others:
            found.append(together(one, parts, chance.choice(APART)))
    return found
