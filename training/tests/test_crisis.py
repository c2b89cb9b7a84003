"""The package reads the shipped file of crisis as it was learned. Run by hand, after a build:

python training/tests/test_crisis.py
"""

import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from corpus import WORK
from crisis_features import ask_package, hashed_of, signs_of
from crisis_messages import FILE, read_crisis_messages
from model_file import read_model
from shipped import sigmoid


class Crisis(unittest.TestCase):
    def test_both_ends_read_the_file_alike(self):
        texts = [one.text for one in read_crisis_messages()[::3]]
        whole = [text for text, passages in zip(texts, ask_package(texts, "passages"), strict=True) if not passages]
        header, tensors = read_model(FILE)
        weights = {name: tensor.floats() for name, tensor in tensors.items()}
        signs = signs_of(ask_package(whole, "signs"), header["parts"]["signs"])
        sums = weights["bias"] + signs @ weights["signs"] + (hashed_of(whole, WORK) @ weights["linear"])[:, 0]
        read = ask_package(whole, "read", str(FILE))
        self.assertGreater(len(whole), 300)
        self.assertLess(np.abs(sigmoid(sums) - [one["score"] for one in read]).max(), 1e-5)
        for at, one in enumerate(read):
            if one["measured"] and abs(sums[at] - header["threshold"]) > 1e-4:
                self.assertEqual(one["crisis"], bool(sums[at] >= header["threshold"]))

    def test_pairs_never_straddle_the_splits(self):
        found = {one.id: one for one in read_crisis_messages()}
        paired = [one for one in found.values() if one.pair]
        self.assertGreater(len(paired), 200)
        for one in paired:
            other = found[one.pair]
            self.assertEqual((other.pair, other.split, other.fold), (one.id, one.split, one.fold))


if __name__ == "__main__":
    unittest.main()
