"""Russian detox (MIT): rude comments, and what people made of each that says the same without.

Nothing tells swearing at things from swearing at somebody; nine in ten are aimed at a person or a group, so the pause is
a little less sure than the toxicity. A rewrite is civil by construction, not a thing somebody came to say: how ordinary
talk fares is not to be seen from it. A pair is one group. Rows that broke in the making of the set are left out.
"""

from collections.abc import Iterator
from pathlib import Path

from message import Message
from sources.rows import rows

TAG = "ru"
NAME = "Russian"
SET = "Russian detox, s-nlp/multilingual_detox, MIT"
HARMLESS = "civil rewrites of rude comments, made for the set; not ordinary talk"

RUDE = {"toxicity": 0.92, "pause": 0.85}
CIVIL = {"toxicity": 0.08, "pause": 0.05}


def read(folder: Path) -> Iterator[Message]:
    for row in rows(folder, "detox-ru"):
        if not row["idx"].isdigit() or "neutral_comment" not in row:
            continue
        group = f"detox-{row['idx']}"
        yield Message(group, TAG, row["toxic_comment"], RUDE, group)
        yield Message(f"{group}-civil", TAG, row["neutral_comment"], CIVIL, group)
