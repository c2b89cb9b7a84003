"""The forecast of a conversation: learns its weights, measures it, and writes both down.

python training/thread.py          weights into tone/src/thread/weights.ts, figures into docs/measurements.md
python training/thread.py --dev    chooses by cross-validation, prints, writes nothing

To be run again whenever the quick model was: its readings are what this rests on. Build first (`npm run build`).
"""

import argparse
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from attributes import ROOT
from measures import auc, bootstrap, ece, wilson
from shipped import sigmoid
from splits import place
from written import groups

FOLDER = Path(__file__).resolve().parent / "data/conversations"
WEIGHTS = ROOT / "tone/src/thread/weights.ts"
MEASUREMENTS = ROOT / "docs/measurements.md"
FOLDS = 5
STRENGTHS = (0.01, 0.03, 0.1, 0.3, 1.0)
#: So many of the conversations that hold may be hinted at, for the figure of how many that turn are seen.
HINTED = 0.1


@dataclass
class Conversations:
    rows: list[dict]
    hostile: np.ndarray
    test: np.ndarray
    fold: np.ndarray


def read_conversations() -> Conversations:
    rows = [
        json.loads(line)
        for file in sorted(FOLDER.glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    group = groups(rows)
    own = [f"conversation:{group[row['id']]}" for row in rows]
    return Conversations(
        rows,
        np.array([bool(row["hostile"]) for row in rows]),
        np.array([place(one) >= 0.70 for one in own]),
        np.array([int(place(f"fold:{one}") * FOLDS) for one in own]),
    )


def figures(rows: list[dict], fewer: int = 0) -> tuple[list[str], np.ndarray]:
    """Names, and figures of what was seen of each; `fewer` messages less of it."""
    lines = [{"messages": row["messages"], "seen": max(2, row["seen"] - fewer)} for row in rows]
    body = "".join(json.dumps(line) + "\n" for line in lines)
    done = subprocess.run(
        ["node", "training/thread.mjs"], input=body.encode(), cwd=ROOT, check=True, stdout=subprocess.PIPE
    )
    names, *found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    return names, np.array(found)


@dataclass
class Model:
    start: float
    mean: np.ndarray
    spread: np.ndarray
    weights: np.ndarray

    def sums(self, found: np.ndarray) -> np.ndarray:
        """As forecast.ts does."""
        return self.start + np.clip((found - self.mean) / self.spread, -3, 3) @ self.weights


def fit(found: np.ndarray, hostile: np.ndarray, strength: float, slope: float = 1.0, shift: float = 0.0) -> Model:
    """`slope`, `shift`: what sums are stretched by, so that a likelihood is one."""
    mean, spread = found.mean(0), np.maximum(found.std(0), 1e-6)
    scaled = np.clip((found - mean) / spread, -3, 3)
    model = LogisticRegression(C=strength, max_iter=1000).fit(scaled, hostile)
    start = slope * float(model.intercept_[0]) + shift
    return Model(round(start, 4), np.round(mean, 4), np.round(spread, 4), np.round(slope * model.coef_[0], 4))


def left_out(found: np.ndarray, hostile: np.ndarray, fold: np.ndarray, strength: float) -> np.ndarray:
    sums = np.zeros(len(hostile))
    for one in range(FOLDS):
        out = fold == one
        sums[out] = fit(found[~out], hostile[~out], strength).sums(found[out])
    return sums


def stretched(sums: np.ndarray, hostile: np.ndarray) -> tuple[float, float]:
    """Weights held down so that few conversations do not mislead them say too little; sums of those left out tell by how much."""
    model = LogisticRegression(C=100, max_iter=1000).fit(sums[:, None], hostile)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def interval(sums: np.ndarray, hostile: np.ndarray) -> str:
    low, high = bootstrap(auc, sums, hostile, times=1000)
    return f"{auc(sums, hostile):.2f} ({low:.2f} to {high:.2f})"


def of_hundred(hits: np.ndarray) -> str:
    low, high = wilson(int(hits.sum()), len(hits))
    return f"{100 * hits.mean():.0f} ({100 * low:.0f} to {100 * high:.0f})"


HEAD = """import type { Factor } from './factors.ts'

/** What a forecast starts from, and per factor what is usual, how far it varies, and what that distance weighs. */
export interface Weights {
  start: number
  factors: Record<Factor, { mean: number; spread: number; weight: number }>
}

/** Written by training/thread.py, and nothing here by hand. */
export const weights: Weights = {
"""


def write_weights(names: list[str], model: Model) -> None:
    lines = [
        f"    {name}: {{ mean: {mean:g}, spread: {spread:g}, weight: {weight:g} }},\n"
        for name, mean, spread, weight in zip(names, model.mean, model.spread, model.weights, strict=True)
    ]
    WEIGHTS.write_text(f"{HEAD}  start: {model.start:g},\n  factors: {{\n{''.join(lines)}  }},\n}}\n", encoding="utf-8")


def publish(text: str) -> None:
    """In place of what stood there before; docs/measurements.md holds no figure typed by hand."""
    begin, end = "<!-- training:thread -->", "<!-- /training:thread -->"
    part = f"{begin}\n{text.strip()}\n{end}"
    old = MEASUREMENTS.read_text(encoding="utf-8")
    if begin in old:
        old = old[: old.index(begin)] + part + old[old.index(end) + len(end) :]
    else:
        old = f"{old.rstrip()}\n\n{part}\n"
    MEASUREMENTS.write_text(old, encoding="utf-8")


def report(talks: Conversations, names: list[str], found: np.ndarray, earlier: np.ndarray, out: np.ndarray, model: Model) -> str:
    own, test = ~talks.test, talks.test
    hostile = talks.hostile
    at = np.quantile(out[~hostile[own]], 1 - HINTED)
    sums = model.sums(found)
    said = sigmoid(sums[test])
    rank = {row["id"]: sums[place] for place, row in enumerate(talks.rows)}
    right = np.array(
        [
            rank[row["id"]] > rank[row["pair"]]
            for row, there in zip(talks.rows, test, strict=True)
            if there and row["hostile"] and "pair" in row
        ]
    )
    heat = found[:, names.index("heatNow")]
    head = "| conversations that turn hostile against those that hold | n | AUC (95%) |\n| --- | ---: | ---: |"
    rows = [
        ("held out", test.sum(), interval(sums[test], hostile[test])),
        ("held out, one message earlier", test.sum(), interval(model.sums(earlier)[test], hostile[test])),
        ("held out, by how heated the last message reads alone", test.sum(), interval(heat[test], hostile[test])),
        ("learned from, each left out in turn", own.sum(), interval(out, hostile[own])),
    ]
    order = np.argsort(-np.abs(model.weights))
    weights = ", ".join(f"{names[at]} {model.weights[at]:+.2f}" for at in order)
    return f"""## Forecast of a conversation

Written by `training/thread.py`, on the readings of the quick reader.

{head}
{chr(10).join(f"| {name} | {n} | {value} |" for name, n, value in rows)}

At the likelihood that hints at {100 * HINTED:.0f} of 100 conversations that hold (set on those learned from), it hints at {of_hundred(sums[test & ~hostile] >= at)} of 100
held-out ones that hold and {of_hundred(sums[test & hostile] >= at)} of 100 that turn. Of held-out pairs that begin alike, the one that turns stands higher in
{int(right.sum())} of {len(right)}. The likelihood it gives is off by {ece(said, hostile[test], bins=5):.2f} on average (five bins). Weights, in spreads of each factor: {weights}.

{len(talks.rows)} conversations, {int(hostile.sum())} of which turn, written by one hand for this (`training/data/conversations`): in a real place nearly all
hold, softening is less punctual, and nobody has measured it there.
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dev", action="store_true")
    wanted = parser.parse_args()
    talks = read_conversations()
    names, found = figures(talks.rows)
    own = ~talks.test
    out = {one: left_out(found[own], talks.hostile[own], talks.fold[own], one) for one in STRENGTHS}
    values = {one: auc(sums, talks.hostile[own]) for one, sums in out.items()}
    strength = max(values, key=values.get)
    slope, shift = stretched(out[strength], talks.hostile[own])
    model = fit(found[own], talks.hostile[own], strength, slope, shift)
    print(" ".join(f"C {one}: {value:.3f}" for one, value in values.items()))
    for name, weight in zip(names, model.weights, strict=True):
        single = auc(found[own][:, names.index(name)], talks.hostile[own])
        print(f"{name:12} weight {weight:+.3f}  AUC alone {single:.3f}")
    if wanted.dev:
        return
    write_weights(names, model)
    _, earlier = figures(talks.rows, fewer=1)
    publish(report(talks, names, found, earlier, slope * out[strength] + shift, model))
    print(f"written: {WEIGHTS}, {MEASUREMENTS}")


if __name__ == "__main__":
    main()
