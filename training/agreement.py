"""How far people who labelled the same messages, apart from each other, agree. Writes data/AGREEMENT.md.

python training/agreement.py

Reads data/second-labelling/*.jsonl, a file a labeller, {"id", "s", "pause"} a line, and the writers' own labels.
- alpha: Krippendorff's for intervals, 1 - observed / expected squared difference; 0 is chance, 1 is perfect.
- difference: mean absolute difference of two labellers, on the scale of 0 to 10, over all pairs of them.
- kappa: Cohen's, for the yes or no of `pause`, of each pair of labellers.
"""

import itertools
import json
from pathlib import Path

import numpy as np

from attributes import ATTRIBUTES
from measures import bootstrap
from written import lines

FOLDER = Path(__file__).resolve().parent / "data"
WRITER = "writer"


def alpha(*labellers: np.ndarray) -> float:
    """Krippendorff's alpha for intervals; every labeller has labelled every message."""
    values = np.stack(labellers)
    many, n = values.shape[0], values.size
    # Of a message: the mean squared difference of all pairs of its values, which is twice their sample variance.
    observed = 2 * values.var(axis=0, ddof=1).mean() if many > 1 else 0.0
    expected = 2 * (n * (values**2).sum() - values.sum() ** 2) / (n * (n - 1))
    return float("nan") if expected <= 1e-12 else float(1 - observed / expected)


def kappa(first: np.ndarray, second: np.ndarray) -> float:
    """Cohen's kappa of two columns of yes and no."""
    agree = (first == second).mean()
    chance = first.mean() * second.mean() + (1 - first.mean()) * (1 - second.mean())
    return float("nan") if chance == 1 else float((agree - chance) / (1 - chance))


def in_common(labellers: dict[str, dict[str, dict]]) -> list[str]:
    """Ids that everybody has labelled; one that was never written is a mistake in the files."""
    for who, rows in labellers.items():
        unknown = sorted(set(rows) - set(labellers[WRITER]))
        if unknown:
            raise ValueError(f"{who} labelled what was never written: {', '.join(unknown[:5])}")
    return sorted(set.intersection(*(set(rows) for rows in labellers.values())))


def of_attribute(name: str, rows: list[list[dict]]) -> dict:
    """`rows`: of each labeller, its labels of the same messages in the same order."""
    columns = [np.array([row["s"].get(name, 0) for row in one], float) for one in rows]
    pairs = list(itertools.combinations(columns, 2))
    said = np.any([column > 0 for column in columns], axis=0)
    apart = np.mean([np.abs(a - b) for a, b in pairs], axis=0)
    return {
        "name": name,
        "said": int(said.sum()),
        "alpha": alpha(*columns),
        "alpha95": bootstrap(alpha, *columns),
        "difference": float(apart.mean()),
        "difference_said": float(apart[said].mean()) if said.any() else float("nan"),
    }


def of_pause(rows: dict[str, list[dict]]) -> list[dict]:
    """Of each pair of labellers."""
    found = []
    for (first, ones), (second, others) in itertools.combinations(rows.items(), 2):
        one = np.array([row["pause"] == 1 for row in ones])
        other = np.array([row["pause"] == 1 for row in others])
        found.append(
            {
                "pair": f"{first}, {second}",
                "kappa": kappa(one, other),
                "kappa95": bootstrap(kappa, one, other),
                "same": float((one == other).mean()),
                "yes": (float(one.mean()), float(other.mean())),
            }
        )
    return found


def number(value: float) -> str:
    return "–" if np.isnan(value) else f"{value:.2f}"


def table(attributes: list[dict], pauses: list[dict], labellers: list[str], n: int) -> str:
    text = [
        "# How far those who labelled agree",
        "",
        f"A random tenth of the messages in `written/`, drawn by `training/draw_tenth.py`, was labelled again by others who"
        f" saw the rules and the texts and nothing else: {n} messages, labelled by {len(labellers)} each"
        f" ({', '.join(labellers)}). Written by `training/agreement.py`, which says what the figures mean.",
        "",
        "`first` and `second` are several people each, one for what was drawn each time that messages were added. All read by the same rules and with much the same habits. People drawn from different communities would"
        " agree less: take these figures as the most that can be hoped for, and the labels as one careful reading.",
        "",
        "| pause | Cohen's kappa | 95% | same answer | yes, each |",
        "| --- | --: | --- | --: | --- |",
    ]
    for row in pauses:
        low, high = row["kappa95"]
        text.append(
            f"| {row['pair']} | {number(row['kappa'])} | {number(low)} to {number(high)} | {100 * row['same']:.1f}% |"
            f" {100 * row['yes'][0]:.1f}%, {100 * row['yes'][1]:.1f}% |"
        )
    text += [
        "",
        "`said`: messages to which at least one of them gave the attribute anything.",
        "",
        "| attribute | said | Krippendorff's alpha | 95% | mean difference (0 to 10) | where said |",
        "| --- | --: | --: | --- | --: | --: |",
    ]
    for row in attributes:
        low, high = row["alpha95"]
        text.append(
            f"| {row['name']} | {row['said']} | {number(row['alpha'])} | {number(low)} to {number(high)} |"
            f" {number(row['difference'])} | {number(row['difference_said'])} |"
        )
    return "\n".join(text) + "\n"


def compare(labellers: dict[str, dict[str, dict]]) -> str:
    names = in_common(labellers)
    rows = {who: [found[name] for name in names] for who, found in labellers.items()}
    attributes = [of_attribute(name, list(rows.values())) for name in ATTRIBUTES]
    return table(attributes, of_pause(rows), list(labellers), len(names))


def read(file: Path) -> dict[str, dict]:
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {row["id"]: row for row in rows}


def main() -> None:
    files = sorted((FOLDER / "second-labelling").glob("*.jsonl"))
    if not files:
        raise SystemExit("There is nothing in training/data/second-labelling yet.")
    labellers = {WRITER: {row["id"]: row for _, row in lines()}, **{file.stem: read(file) for file in files}}
    (FOLDER / "AGREEMENT.md").write_text(compare(labellers), encoding="utf-8")
    print(f"{', '.join(labellers)} compared in {FOLDER / 'AGREEMENT.md'}")


if __name__ == "__main__":
    main()
