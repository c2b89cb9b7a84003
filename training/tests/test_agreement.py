import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from agreement import WRITER, alpha, compare, in_common, kappa, of_attribute, of_pause
from draw_tenth import draw

WRITTEN = {
    "a-1": {"s": {"insult": 8, "toxicity": 7}, "pause": 1},
    "a-2": {"s": {}, "pause": 0},
    "a-3": {"s": {"gratitude": 9}, "pause": 0},
    "a-4": {"s": {"dismissal": 5}, "pause": 1},
    "a-5": {"s": {"gratitude": 1}, "pause": 0},
}
OTHER = {
    "a-1": {"s": {"insult": 6, "toxicity": 7}, "pause": 1},
    "a-2": {"s": {}, "pause": 0},
    "a-3": {"s": {"gratitude": 8}, "pause": 0},
    "a-4": {"s": {"dismissal": 2}, "pause": 0},
}


def by_definition(*labellers: np.ndarray) -> float:
    """Alpha as in the book: pair by pair."""
    units = list(zip(*labellers, strict=True))
    m = len(labellers)
    values = [value for unit in units for value in unit]
    n = len(values)
    observed = sum((a - b) ** 2 / (m - 1) for unit in units for i, a in enumerate(unit) for j, b in enumerate(unit) if i != j)
    expected = sum((a - b) ** 2 for i, a in enumerate(values) for j, b in enumerate(values) if i != j)
    return 1 - (observed / n) / (expected / (n * (n - 1)))


class Agreement(unittest.TestCase):
    def test_alpha_is_what_its_definition_gives(self):
        one, two, three = np.array([0.0, 2, 5, 9]), np.array([1.0, 2, 3, 10]), np.array([0.0, 0, 7, 7])
        self.assertAlmostEqual(alpha(one, two), by_definition(one, two))
        self.assertAlmostEqual(alpha(one, two, three), by_definition(one, two, three))
        self.assertEqual(alpha(one, one), 1)
        self.assertTrue(np.isnan(alpha(np.zeros(3), np.zeros(3))))

    def test_alpha_of_strangers_is_about_none(self):
        random = np.random.default_rng(1)
        self.assertLess(abs(alpha(random.integers(0, 11, 5000) * 1.0, random.integers(0, 11, 5000) * 1.0)), 0.05)

    def test_kappa_is_the_worked_example_of_the_textbook(self):
        # 20 both yes, 15 both no, 5 and 10 apart: kappa .4.
        one = np.array([True] * 25 + [False] * 25)
        other = np.array([True] * 20 + [False] * 5 + [True] * 10 + [False] * 15)
        self.assertAlmostEqual(kappa(one, other), 0.4)

    def test_only_what_all_have_is_compared(self):
        labellers = {WRITER: WRITTEN, "first": OTHER}
        names = in_common(labellers)
        self.assertEqual(names, ["a-1", "a-2", "a-3", "a-4"])
        rows = [[found[name] for name in names] for found in labellers.values()]
        insult = of_attribute("insult", rows)
        self.assertEqual((insult["said"], insult["difference"], insult["difference_said"]), (1, 0.5, 2))
        (pause,) = of_pause(dict(zip(labellers, rows, strict=True)))
        self.assertEqual((pause["same"], pause["yes"]), (0.75, (0.5, 0.25)))
        text = compare(labellers)
        self.assertIn("| insult | 1 |", text)
        self.assertIn("4 messages, labelled by 2 each (writer, first)", text)

    def test_three_labellers_make_three_pairs(self):
        text = compare({WRITER: WRITTEN, "first": OTHER, "second": OTHER})
        self.assertIn("| first, second | 1.00 |", text)
        self.assertIn("| writer, second |", text)

    def test_a_label_of_an_unknown_message_is_a_mistake(self):
        with self.assertRaisesRegex(ValueError, "b-9"):
            in_common({WRITER: WRITTEN, "first": {"b-9": {"s": {}, "pause": 0}}})


class DrawTenth(unittest.TestCase):
    ROWS = [{"id": f"m-{at}", "text": str(at), "s": {"insult": 5}, "pause": 1, "pair": "m-1"} for at in range(1000)]

    def test_about_a_tenth_and_no_label_in_sight(self):
        drawn = draw(self.ROWS)
        self.assertTrue(70 < len(drawn) < 130)
        self.assertEqual({key for row in drawn for key in row}, {"id", "text"})

    def test_what_is_drawn_stays_drawn_when_more_is_written(self):
        few = {row["id"] for row in draw(self.ROWS[:500])}
        self.assertLess(few, {row["id"] for row in draw(self.ROWS[::-1])})


if __name__ == "__main__":
    unittest.main()
