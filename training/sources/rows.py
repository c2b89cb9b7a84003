"""Reads one of the public files: JSON lines, gzip."""

import gzip
import html
import json
from collections.abc import Iterator
from pathlib import Path


def rows(folder: Path, name: str) -> Iterator[dict]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def tweet(text: str) -> str:
    """Tweets come with entities (&amp;) and a leading RT; neither is how people write here."""
    return html.unescape(text).removeprefix("!").replace("RT @", "@")
