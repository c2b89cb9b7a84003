"""Kinder words for ruder ones, learned from what people made of rude sentences (ParaDetox, CC0).

python training/rephrase_lexicon.py [--least 3] [--shown 400] [--write]

Aligns each rude sentence of KINDLING_TRAINING_DATA with its rewritings, word by word, and counts which words went and
what stood there instead. Prints candidates, most frequent first: what went, how often it did of all its uses, and the
replacements with their counts ("-" for nothing at all). Names people call each other and what only makes louder were
reviewed into tone/src/rephrase/words.ts. With --write the words that have one plain word instead go into
tone/src/rephrase/lexicon.ts, but for those in NOT_FOR_ANY; no sentence is copied.
"""

import argparse
import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from sources.rows import rows

#: Longer runs are rewritings of a thought and say nothing about words.
WORDS_AT_MOST = 3
NOTHING = "-"

#: What stands in the table: how often people put a word instead, and its share of all that they put.
PUT_AT_LEAST = 3
SHARE_AT_LEAST = 0.2
TABLE = Path(__file__).parent.parent / "tone" / "src" / "rephrase" / "lexicon.ts"

#: Read one by one and left out: right in the sentences it was learned from, and wrong or hurtful still in others.
NOT_FOR_ANY = {
    "the shit", "fucking", "fuck", "the fuck", "bitch", "stupid", "fuck off", "cunt", "wtf", "dick", "no shit", "imma", "tryna",
    "fuck yeah", "dnt", "theyre", "goin", "shit s", "shitting", "fucken", "dicks", "piece of shit", "clown", "these idiots", "my ass is",
    "oh shit", "holy shit", "fuck that s", "clowns", "like an ass", "nonsense", "rubbish", "silly", "pathetic", "garbage", "idiotic", "moronic",
    "ridiculous", "idiot", "moron", "jerk", "pussy", "shit", "bitches", "cunts", "in the fuck", "da fuck", "it s fucking", "shit that s", "you re fucking",
    "a fucking", "a shit", "do shit", "fuck dont", "fuck i m", "fuck it im", "fucking langauge", "her ass", "his ass", "his dumb ass", "his own ass",
    "shit jus", "stupid dems", "take yo ass", "that bitch", "this bitch", "the fuck outta", "the fuck was", "the usual idiots", "s fucking", "my shit",
    "my ass", "their shit", "their ass", "to shit", "yo ass was", "your ass", "ur ass", "ya ass", "yo ass", "your sorry ass", "fool", "it s shit",
    "that s fucking", "they re fucking", "i ve fucking", "retarded", "like shit", "fuck up", "talkin shit", "dumb shit",
    "don t fucking", "can t fucking", "shit i m", "i m fucking", "shit doesn t", "doesn t", "crap", "fucked", "fucks", "that s shit", "man shit",
}  # fmt: skip

WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


def words(text: str) -> list[str]:
    return WORD.findall(text.lower().replace("’", "'"))


def swaps(rude: list[str], neutral: list[str]) -> Iterator[tuple[str, str]]:
    """What went and what stands there instead, where both are short."""
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, rude, neutral, autojunk=False).get_opcodes():
        if kind not in ("replace", "delete") or i2 - i1 > WORDS_AT_MOST or j2 - j1 > WORDS_AT_MOST:
            continue
        gone, instead = "".join(rude[i1:i2]), "".join(neutral[j1:j2])
        # Another spelling of the same: "don t" for "don't".
        if gone != instead.replace("'", ""):
            yield " ".join(rude[i1:i2]), " ".join(neutral[j1:j2]) or NOTHING


def count(folder: Path) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """For each run of words that went, its replacements; and how often each run was there at all."""
    replaced: dict[str, Counter[str]] = defaultdict(Counter)
    uses: Counter[str] = Counter()
    for row in rows(folder, "paradetox-pairs"):
        rude = words(row["toxic"])
        for length in range(1, WORDS_AT_MOST + 1):
            for at in range(len(rude) - length + 1):
                uses[" ".join(rude[at : at + length])] += len(row["neutral"])
        for neutral in row["neutral"]:
            for gone, instead in swaps(rude, words(neutral)):
                replaced[gone][instead] += 1
    return replaced, uses


def table(replaced: dict[str, Counter[str]]) -> list[tuple[str, str]]:
    """What goes and the one word that may stand instead, in the order of what goes."""
    pairs = []
    for gone, found in replaced.items():
        kept = Counter({instead: n for instead, n in found.items() if instead != NOTHING and "nigg" not in gone})
        if gone in NOT_FOR_ANY or len(gone) < 4 or not kept or not is_rude(gone):
            continue
        instead, often = kept.most_common(1)[0]
        if often >= PUT_AT_LEAST and often / sum(found.values()) >= SHARE_AT_LEAST and not is_rude(instead):
            pairs.append((gone, instead))
    return sorted(pairs)


RUDE = re.compile(r"shit|fuck|crap|\bass\b|ass$|bitch|idiot|moron|dumb|stupid|fool|loser|jerk|bastard|suck|damn|hell|piss|scum|trash|retard|turd|slut|whore")


def is_rude(words: str) -> bool:
    return RUDE.search(words) is not None


def write(pairs: list[tuple[str, str]]) -> None:
    rows = "\n".join(f"{gone} > {instead}" for gone, instead in pairs)
    TABLE.write_text(
        "// Written by training/rephrase_lexicon.py from what people made of rude sentences (ParaDetox, CC0, its training part alone).\n\n"
        "/** Rude words and the plain one that people put instead. */\n"
        f"export const lexicon = `\n{rows}\n`\n",
        encoding="utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--least", type=int, default=3, help="replacements seen fewer times are left out")
    parser.add_argument("--shown", type=int, default=400)
    parser.add_argument("--write", action="store_true", help="write the table")
    asked = parser.parse_args()
    replaced, uses = count(Path(os.environ["KINDLING_TRAINING_DATA"]))
    if asked.write:
        write(table(replaced))
        return
    ordered = sorted(replaced, key=lambda gone: -sum(replaced[gone].values()))
    for gone in ordered[: asked.shown]:
        found = [(instead, n) for instead, n in replaced[gone].most_common(6) if n >= asked.least]
        total = sum(replaced[gone].values())
        # Small words go because the sentence around them does; a rude word goes nearly whenever it is used.
        if found and total / uses[gone] > 0.3:
            print(f"{gone}\t{total}/{uses[gone]}\t" + ", ".join(f"{instead} {n}" for instead, n in found))


if __name__ == "__main__":
    main()
