import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from calibrate import fit
from measures import auc, average_precision, best_f1, bootstrap, ece, wilson
from message import Message
from near_duplicates import drop_near_duplicates
from pause import threshold
from splits import split_of
from written import groups


class Measures(unittest.TestCase):
    def test_auc_counts_pairs_and_half_of_ties(self):
        scores, positive = np.array([0.1, 0.4, 0.4, 0.8]), np.array([False, True, False, True])
        self.assertEqual(auc(scores, positive), 3.5 / 4)

    def test_average_precision_and_f1(self):
        scores, positive = np.array([0.9, 0.8, 0.7, 0.1]), np.array([True, False, True, False])
        self.assertAlmostEqual(average_precision(scores, positive), (1 + 2 / 3) / 2)
        self.assertEqual(best_f1(scores, positive), (0.8, 0.7))

    def test_ece_is_the_distance_from_what_readers_say(self):
        self.assertAlmostEqual(ece(np.array([0.7] * 10), np.array([1.0] * 7 + [0.0] * 3)), 0)
        self.assertAlmostEqual(ece(np.array([0.9] * 10), np.array([0.5] * 10)), 0.4)

    def test_wilson_is_the_published_example(self):
        low, high = wilson(1, 10)
        self.assertAlmostEqual(low, 0.0179, 3)
        self.assertAlmostEqual(high, 0.4042, 3)

    def test_a_bootstrap_interval_holds_the_figure(self):
        values = np.random.default_rng(0).normal(5, 1, 400)
        low, high = bootstrap(np.mean, values)
        self.assertTrue(4.8 < low < values.mean() < high < 5.2)


class Calibration(unittest.TestCase):
    def test_finds_what_bent_the_logits(self):
        random = np.random.default_rng(2)
        logits = random.normal(0, 2, 20_000)
        labels = (random.random(20_000) < 1 / (1 + np.exp(-(0.5 * logits - 1)))).astype(float)
        found = fit(logits, labels)
        self.assertAlmostEqual(found["a"], 0.5, 1)
        self.assertAlmostEqual(found["b"], -1, 1)

    def test_the_threshold_leaves_ordinary_messages_in_peace(self):
        scores = np.linspace(0, 1, 1001)
        self.assertAlmostEqual(threshold(scores, [np.ones(1001, bool)]), 0.983, 2)


class Splits(unittest.TestCase):
    def test_pairs_of_pairs_stay_together(self):
        rows = [{"id": "a", "pair": "b"}, {"id": "b", "pair": "a"}, {"id": "c", "pair": "b"}, {"id": "d"}]
        found = groups(rows)
        self.assertEqual(found["a"], found["b"])
        self.assertEqual(found["a"], found["c"])
        self.assertNotEqual(found["a"], found["d"])

    def test_about_seventy_of_a_hundred_are_learned_from(self):
        splits = [split_of(Message(str(at), "written", "", {}, str(at))) for at in range(2000)]
        self.assertTrue(1320 < splits.count("train") < 1480)
        self.assertTrue(240 < splits.count("test") < 360)

    def test_what_nearly_copies_a_held_out_message_is_not_learned_from(self):
        held = Message("a", "written", "You never read what people write, do you?", {}, "a", "test")
        copy = Message("b", "jigsaw", "you NEVER read what people write, do you", {}, "b", "train")
        other = Message("c", "jigsaw", "You always read what I write, thank you for it", {}, "c", "train")
        kept, dropped = drop_near_duplicates([held, copy, other])
        self.assertEqual((kept, dropped), ([held, other], 1))


if __name__ == "__main__":
    unittest.main()
