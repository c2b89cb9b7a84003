import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from batches import to_batch
from features import TOKEN, Features, Ragged
from model import Quick, Shape
from model_file import read_model, write_model
from quantise import quantise
from shipped import Shipped, sigmoid

SHAPE = Shape(bits=10, word_bits=8, dim=6, filters=5, norm="sqrt", outputs=["one", "two", "pause"])


def messages(n: int) -> Features:
    """Random ones, an empty one and a single word among them."""
    random = np.random.default_rng(4)
    lengths = np.concatenate([[0, 1], random.integers(2, 30, n - 2)])
    begins = np.concatenate([[0], np.cumsum(lengths)])
    tokens = np.zeros(begins[-1], TOKEN)
    tokens["word"] = random.integers(2, 2**20, len(tokens))
    tokens["marks"] = random.integers(0, 2**16, len(tokens))
    return Features(Ragged(tokens, begins), Ragged(random.integers(2, 2**20, 5 * begins[-1], dtype=np.uint32), begins * 5))


def trained() -> Quick:
    torch.manual_seed(3)
    model = Quick(SHAPE, 2)
    with torch.no_grad():
        model.linear.table.normal_(0, 0.3)
        model.network.marks.normal_(0, 0.2)
        model.bias.normal_()
    return model.eval()


class ModelFile(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.file = Path(self.folder.name) / "quick.bin"
        self.model, self.features = trained(), messages(40)
        seen = np.full(2**SHAPE.bits, 10)
        tensors = quantise(self.model, seen, np.full(2**SHAPE.word_bits, 10), 2**SHAPE.bits)
        write_model(self.file, SHAPE, tensors, "test-1", {"one": {"a": 2.0, "b": 1.0}}, {"threshold": 0.4}, {"one": 0.3})

    def test_what_was_written_is_read(self):
        header, tensors = read_model(self.file)
        self.assertEqual(header["parts"]["linear"], {"bits": 10, "norm": "sqrt"})
        self.assertEqual(header["pause"], {"threshold": 0.4})
        self.assertEqual(tensors["linear"].values.shape, (1024, 3))
        self.assertEqual(tensors["conv3"].values.shape, (5, 18))

    def test_the_shipped_file_reads_as_the_model_did_but_for_rounding(self):
        shipped = Shipped(self.file)
        with torch.no_grad():
            expected = self.model(to_batch(self.features, np.arange(40))).numpy()
        logits = shipped.logits(self.features)
        self.assertLess(np.abs(logits - expected).max(), 0.1)
        self.assertGreater(np.abs(expected).max(), 0.5)
        np.testing.assert_allclose(shipped.calibrated(logits)[:, 0], sigmoid(2 * logits[:, 0] + 1))
        np.testing.assert_allclose(shipped.logits(self.features)[0], self.model.bias.detach().numpy(), rtol=1e-6)

    def test_rows_seldom_met_are_left_out(self):
        seen = np.full(2**SHAPE.bits, 10)
        seen[:24] = 1
        seen_words = np.full(2**SHAPE.word_bits, 10)
        seen_words[7] = 1
        tensors = {one.name: one.values for one in quantise(self.model, seen, seen_words, 500)}
        self.assertFalse(tensors["words"][7].any())
        self.assertTrue(tensors["words"][8].any())
        table = tensors["linear"]
        self.assertFalse(table[:24].any())
        self.assertEqual(table.any(axis=1).sum(), 500)


if __name__ == "__main__":
    unittest.main()
