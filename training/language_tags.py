"""Which language the reader takes messages for: asks the reader itself."""

import json
import subprocess
from collections import Counter

from attributes import ROOT
from written import lines


def tags_of(texts: list[str]) -> list[str]:
    body = "\n".join(json.dumps({"id": at, "text": text}) for at, text in enumerate(texts)) + "\n"
    done = subprocess.run(
        ["npx", "kindling", "read", "--reader", "quick"], input=body.encode(), cwd=ROOT, check=True, capture_output=True
    )
    return [json.loads(line)["language"]["tag"] for line in done.stdout.splitlines()]


def confusion(tests: dict[str, list[str]]) -> dict[str, Counter]:
    """Name -> tags. `tests`: tag -> test messages of a language's set; our own English messages come first."""
    own = [row["text"] for _, row in lines() if row.get("lang", "en") == "en"]
    groups = {"English, our own messages": own, **tests}
    tags = iter(tags_of([text for texts in groups.values() for text in texts]))
    return {name: Counter(next(tags) for _ in texts) for name, texts in groups.items()}
