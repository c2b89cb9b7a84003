"""Kinder words for ruder ones, learned from what people made of rude sentences (ParaDetox, CC0).

python training/rephrase_lexicon.py [--least 3] [--shown 400]

Aligns each rude sentence of KINDLING_TRAINING_DATA with its rewritings, word by word, and counts which words went and
what stood there instead. Prints candidates, most frequent first: what went, how often it did of all its uses, and the
replacements with their counts ("-" for nothing at all). Whoever reviews them writes what is good for any message into
tone/src/rephrase/words.ts and about-the-issue.ts; no sentence is copied, and nothing is written here.
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--least", type=int, default=3, help="replacements seen fewer times are left out")
    parser.add_argument("--shown", type=int, default=400)
    asked = parser.parse_args()
    replaced, uses = count(Path(os.environ["KINDLING_TRAINING_DATA"]))
    ordered = sorted(replaced, key=lambda gone: -sum(replaced[gone].values()))
    for gone in ordered[: asked.shown]:
        found = [(instead, n) for instead, n in replaced[gone].most_common(6) if n >= asked.least]
        total = sum(replaced[gone].values())
        # Small words go because the sentence around them does; a rude word goes nearly whenever it is used.
        if found and total / uses[gone] > 0.3:
            print(f"{gone}\t{total}/{uses[gone]}\t" + ", ".join(f"{instead} {n}" for instead, n in found))


if __name__ == "__main__":
    main()
