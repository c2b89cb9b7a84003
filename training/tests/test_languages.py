"""What is learned with and decided by in other languages: copies stay together, features lean, the rule says why not."""

import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from clusters import clusters
from features import Ragged
from language_model import pause_from
from language_rule import Figures, Share, lacking, readable
from message import Message
from naive_bayes import columns, learn, leaning


def messages(*texts: str) -> list[Message]:
    return [Message(str(at), "x", text, {}, str(at)) for at, text in enumerate(texts)]


class Clusters(unittest.TestCase):
    def test_what_nearly_says_the_same_is_together(self):
        found = clusters(
            messages(
                "@a the bus came late again today, as it always does",
                "@b The bus came late again today, as it always does!! https://t.co/x",
                "昨天晚上公交车又晚点了，大家等了很久",
                "昨天晚上公交车又晚点了，大家等了好久",
                "nothing like it",
                "hm",
                "hm",
            )
        )
        self.assertEqual(found["0"], found["1"])
        self.assertEqual(found["2"], found["3"])
        self.assertEqual(found["5"], found["6"])
        self.assertEqual(len(set(found.values())), 4)

    def test_a_pair_and_a_copy_of_one_side_are_one(self):
        rows = messages("the bus came late again", "something else entirely here", "The bus came late again.")
        rows[1].group = rows[0].group
        found = clusters(rows)
        self.assertEqual(len(set(found.values())), 1)


class NaiveBayes(unittest.TestCase):
    def setUp(self):
        # Feature 1 is in what is harmful, 2 in what is not, 3 in all, 4 once.
        rows = [[1, 3], [1, 3], [1, 3, 4], [2, 3], [2, 3], [2, 3]]
        begins = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
        self.x = columns(Ragged(np.concatenate(rows).astype(np.uint32), begins), np.arange(6), 3)
        self.positive = np.array([True] * 3 + [False] * 3)

    def test_features_lean_to_their_side(self):
        lean = leaning(self.x, self.positive)
        self.assertGreater(lean[1], lean[3])
        self.assertAlmostEqual(lean[1], lean[2])
        self.assertEqual(lean[4], 0)

    def test_weights_order_and_stay_away_from_what_was_seen_once(self):
        weights, _ = learn(self.x, self.positive, 0.1)
        self.assertGreater(weights[1], 0)
        self.assertLess(weights[2], 0)
        self.assertEqual(weights[4], 0)


class Rule(unittest.TestCase):
    def figures(self, **other) -> Figures:
        found = {"auc": {"toxicity": (0.9, 0.87, 0.92)}, "caught": Share(30, 100), "paused": Share(2, 100), "ordinary": Share(1, 100)}
        return Figures(**{**found, **other})

    def test_each_part_counts(self):
        self.assertEqual(lacking(self.figures()), [])
        for other in (
            {"auc": {"toxicity": (0.84, 0.83, 0.9)}},
            {"auc": {"toxicity": (0.86, 0.81, 0.9)}},
            {"caught": Share(24, 100)},
            {"paused": Share(4, 100)},
            {"ordinary": Share(3, 100)},
            {"ordinary": None},
        ):
            self.assertEqual(len(lacking(self.figures(**other))), 1, other)

    def test_an_attribute_passes_by_itself(self):
        figures = self.figures(auc={"toxicity": (0.9, 0.87, 0.92), "insult": (0.83, 0.8, 0.9)})
        self.assertEqual(readable(figures), ["toxicity"])

    def test_the_threshold_leaves_the_harmless_in_peace(self):
        scores = np.concatenate([np.linspace(0, 0.7, 100), np.linspace(0.3, 1, 100)])
        harmless = np.arange(200) < 100
        at = pause_from(scores, harmless)
        self.assertLessEqual((scores[harmless] >= at).mean(), 0.02)
        self.assertGreaterEqual(at, 0.5)
        self.assertEqual(pause_from(np.ones(100), np.ones(100, bool)), 1.0)


if __name__ == "__main__":
    unittest.main()
