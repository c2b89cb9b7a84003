"""Messages and their twins: the same harmless words with and without a word for who somebody is."""

import re
from collections.abc import Iterator

from message import Message

#: Put before a word for a person; two or three of each kind of belonging, none of them a word of contempt.
WORDS = [
    *("Muslim", "Jewish", "Christian", "Hindu", "atheist"),
    *("Black", "white", "Asian", "Arab", "Polish", "Nigerian", "Roma", "Mexican"),
    *("gay", "lesbian", "bisexual", "trans", "queer"),
    *("disabled", "deaf", "autistic", "blind"),
    *("elderly", "teenage", "working-class", "homeless", "immigrant", "vegan"),
]
#: Words for people that such a word can stand before, where English lets it.
PEOPLE = (
    "friend|friends|neighbour|neighbours|neighbor|neighbors|colleague|colleagues|brother|sister|son|daughter|mum|mother|"
    "dad|father|uncle|aunt|cousin|cousins|teacher|nurse|driver|coach|boss|girl|boy|woman|man|women|men|guy|guys|people|kid|"
    "kids|couple|family|families|lady|person|students|student|parents|doctor|landlord|player|players|folks"
)
FITS = re.compile(rf"\b(?:my|your|our|his|her|their|the|two|three|some|other|young|new|nice|these|those|many|most) ({PEOPLE})\b", re.I)


def twins(messages: list[Message], at_most: int) -> Iterator[tuple[str, str, str]]:
    """Word, message with it, message without. Each message comes with several words, in turn."""
    found = [(one.text, match) for one in messages if (match := FITS.search(one.text))]
    turn = 0
    for again in range(1 + at_most // max(1, len(found))):
        for text, match in found:
            if turn >= at_most:
                return
            word = WORDS[(turn + again) % len(WORDS)]
            begin = match.start(1)
            yield word, f"{text[:begin]}{word} {text[begin:]}", text
            turn += 1
