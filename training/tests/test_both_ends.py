"""What training sees is what the reader sees. Run by hand, after `npm run setup` (or build) at the root:

python training/tests/test_both_ends.py

Takes about a minute: features of 10,000 messages in both forms, and 500 readings with the shipped model.
"""

import json
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from attributes import ATTRIBUTES, PAUSE, ROOT
from features import read_binary
from make import FILE
from shipped import Shipped
from written import lines

ODD = ["", " ", "\u200b", "\ud83d\ude00" * 3, "i d i o t", "ÀÉÎ e\u0301" * 40, "> quoted\n\nnot", "```\ncode\n```", "\u202eabc", "!!!", "a" * 5000]


def texts() -> list[str]:
    """Our own messages, odd ones, and pieces of ours joined in new ways."""
    own = [row["text"] for _, row in lines()]
    draw = random.Random(5)
    mixed = [f"{draw.choice(own)} {draw.choice(own)}"[draw.randrange(20) :] for _ in range(10_000 - len(own) - len(ODD))]
    return [*own, *ODD, *mixed][:10_000]


def kindling(*args: str, body: str) -> str:
    done = subprocess.run(
        ["npx", "kindling", *args], input=body.encode(), cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    return done.stdout.decode()


def to_lines(found: list[str]) -> str:
    return "".join(json.dumps({"id": str(at), "text": text}) + "\n" for at, text in enumerate(found))


class BothEnds(unittest.TestCase):
    def test_the_binary_form_holds_what_the_readable_one_does(self):
        found = texts()
        self.assertEqual(len(found), 10_000)
        body = to_lines(found)
        readable = [json.loads(line) for line in kindling("features", body=body).splitlines()]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "features.kft"
            kindling("features", "--binary", str(file), body=body)
            binary = read_binary(file)
        self.assertEqual(len(binary), len(readable))
        for at, one in enumerate(readable):
            tokens = binary.tokens[at]
            self.assertEqual(one["id"], str(at))
            self.assertEqual(one["words"], tokens["word"].tolist())
            self.assertEqual(one["marks"], tokens["marks"].tolist())
            self.assertEqual(one["bag"], binary.bag[at].tolist())

    def test_both_ends_read_the_shipped_file_alike(self):
        found = random.Random(6).sample(texts(), 500)
        body = to_lines(found)
        readings = [json.loads(line) for line in kindling("read", "--reader", "quick", body=body).splitlines()]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "features.kft"
            kindling("features", "--binary", str(file), body=body)
            features = read_binary(file)
        model = Shipped(FILE)
        scores = model.scores(features)
        compared = 0
        for at, reading in enumerate(readings):
            self.assertNotIn("error", reading)
            # Longer ones are read in windows, of which features are the first.
            if len(features.tokens[at]) >= 512:
                continue
            compared += 1
            theirs = np.array([reading["scores"][name] for name in ATTRIBUTES])
            self.assertLess(np.abs(theirs - scores[at, :PAUSE]).max(), 1e-3, found[at][:80])
            if reading["pause"]:
                self.assertGreaterEqual(scores[at, PAUSE], model.pause_at - 1e-3)
        self.assertGreater(compared, 480)


if __name__ == "__main__":
    unittest.main()
