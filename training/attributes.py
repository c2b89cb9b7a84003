"""What is read, in the order of tone/src/attributes.ts, which is the only list there is."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def _list(name: str, source: str) -> list[str]:
    body = re.search(rf"export const {name} = \[(.*?)\] as const", source, re.S)
    if not body:
        raise ValueError(f"attributes.ts has no list of {name}")
    return re.findall(r"'(\w+)'", body[1])


_source = (ROOT / "tone/src/attributes.ts").read_text()
HARMS = _list("harms", _source)
KINDNESSES = _list("kindnesses", _source)
ATTRIBUTES = HARMS + KINDNESSES
OUTPUTS = [*ATTRIBUTES, "pause"]
PAUSE = len(ATTRIBUTES)
