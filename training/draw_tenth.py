"""Draws the tenth of our own messages that others label again, without showing how they are labelled.

python training/draw_tenth.py FILE

Which those are is settled by their ids, so that a message once drawn stays drawn however many are added.
"""

import argparse
import hashlib
import json
from pathlib import Path

from written import lines


def is_drawn(name: str) -> bool:
    return int(hashlib.sha256(f"tenth:{name}".encode()).hexdigest(), 16) % 10 == 0


def draw(rows: list[dict]) -> list[dict]:
    """Id, text and context of each drawn message, in an order that says nothing."""
    drawn = [row for row in rows if is_drawn(row["id"])]
    drawn.sort(key=lambda row: hashlib.sha256(row["id"].encode()).digest())
    return [{key: row[key] for key in ("id", "text", "context") if key in row} for row in drawn]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    wanted = parser.parse_args()
    drawn = draw([row for _, row in lines()])
    wanted.file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in drawn), encoding="utf-8")
    print(f"{len(drawn)} messages in {wanted.file}")


if __name__ == "__main__":
    main()
