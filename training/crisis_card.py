"""The card of the reading of crisis: words from crisis-card.md, every figure from here."""

import re
from pathlib import Path

import numpy as np

from attributes import ROOT
from crisis_messages import CRISIS, FILE, LOOK_ALIKES, ORDINARY, OTHER, CrisisMessage
from measures import auc, bootstrap, wilson
from model_file import read_model

WORDS = Path(__file__).resolve().parent / "crisis-card.md"
CARD = ROOT / "tone/src/model/CRISIS_CARD.md"
EXAMPLES = 8
LENGTHS = ((0, 60), (60, 160), (160, 10_000))


def percent(hits: np.ndarray) -> str:
    if not len(hits):
        return ""
    low, high = wilson(int(hits.sum()), len(hits))
    return f"{100 * hits.mean():.1f} ({100 * low:.1f}–{100 * high:.1f})"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def by_kind(test: list[CrisisMessage], raised: np.ndarray, kinds: tuple[str, ...], head: list[str]) -> str:
    of = np.array([one.kind for one in test])
    return table(head, [[kind, str(int((of == kind).sum())), percent(raised[of == kind])] for kind in kinds])


def groups(test: list[CrisisMessage], crisis: np.ndarray, raised: np.ndarray) -> str:
    dialect = np.array([one.dialect for one in test])
    lengths = np.array([len(one.text) for one in test])
    second = np.array([one.startswith("l2") for one in dialect])
    which = {
        "dialects of English": (dialect != "") & ~second,
        "English as a second language": second,
        **{
            f"{low} to {high - 1} characters" if high < 10_000 else f"{low} characters and more": (lengths >= low)
            & (lengths < high)
            for low, high in LENGTHS
        },
    }
    return "\n".join(
        f"| {name} | {percent(raised[there & crisis])} | {percent(raised[there & ~crisis])} |"
        for name, there in which.items()
    )


def pairs(test: list[CrisisMessage], scores: np.ndarray) -> str:
    at = {one.id: place for place, one in enumerate(test)}
    right = [
        scores[place] > scores[at[one.pair]]
        for place, one in enumerate(test)
        if one.crisis and one.pair in at and not test[at[one.pair]].crisis
    ]
    return f"{sum(right)} of {len(right)} ({percent(np.array(right, bool))} of 100)"


def overall(crisis: np.ndarray, raised: np.ndarray, scores: np.ndarray, ordinary: np.ndarray) -> str:
    low, high = bootstrap(auc, scores, crisis)
    return table(
        ["", "n", "of 100 (95%)"],
        [
            ["crises found", str(int(crisis.sum())), percent(raised[crisis])],
            ["look-alikes brought up all the same", str(int((~crisis).sum())), percent(raised[~crisis])],
            ["ordinary messages of `training/data/written` (test) brought up", str(len(ordinary)), percent(ordinary)],
            ["AUC, crises against look-alikes", str(len(crisis)), f"{auc(scores, crisis):.3f} ({low:.3f}–{high:.3f})"],
        ],
    )


def examples(test: list[CrisisMessage], wanted: np.ndarray, scores: np.ndarray, highest: bool) -> str:
    order = np.argsort(-scores if highest else scores, kind="stable")
    texts = [test[at].text.replace("\n", " ") for at in order if wanted[at]]
    short = [text for text in texts if len(text) <= 140]
    return "\n".join(f"- {text}" for text in short[:EXAMPLES])


def tried_table(kinds: dict) -> str:
    names = {"signs": "signs alone", "features": "hashed words alone", "both": "both"}
    return table(
        ["left out in turn", "crises found, of 100", "of long ones", "AUC"],
        [
            [names[kind], f"{100 * one.recall:.1f}", f"{100 * one.recall_long:.1f}", f"{one.auc:.3f}"]
            for kind, one in kinds.items()
        ],
    )


def signs_by_weight(file: Path) -> list[str]:
    header, tensors = read_model(file)
    order = np.argsort(-tensors["signs"].floats())
    return [header["parts"]["signs"][at] for at in order]


def write_card(version: str, size: int, data, kinds: dict, chosen, test: list[CrisisMessage], read: list[dict]) -> None:
    crisis = np.array([one.crisis for one in test])
    own, ordinary = read[: len(test)], np.array([one["crisis"] for one in read[len(test) :]])
    raised, scores = (np.array([one[key] for one in own]) for key in ("crisis", "score"))
    unmeasured = np.array([not one["measured"] for one in own])
    weights = signs_by_weight(FILE)
    parts = {
        "version": version,
        "size": f"{size / 1000:.0f} KB",
        "messages": f"{len(data.messages):,}",
        "crisis": str(int(data.crisis.sum())),
        "paired": str(sum(bool(one.pair) for one in data.messages)),
        "ordinary train": f"{int((data.ordinary_split == 'learned').sum()):,}",
        "train": str(len(data.own)),
        "look-alikes": f"{100 * LOOK_ALIKES:.0f}",
        "ordinary at most": f"{100 * ORDINARY:.0f}",
        "tried": tried_table(kinds),
        "chosen": {"signs": "signs alone", "features": "hashed words alone", "both": "both together"}[chosen.settings.kind],
        "test": str(len(test)),
        "overall": overall(crisis, raised, scores, ordinary),
        "recall": by_kind(test, raised, CRISIS, ["kind", "n", "found, of 100 (95%)"]),
        "false alarms": by_kind(test, raised, OTHER, ["kind", "n", "brought up, of 100 (95%)"]),
        "groups": groups(test, crisis, raised),
        "pairs": pairs(test, scores),
        "languages": f"{int(unmeasured[crisis].sum())} of {int(crisis.sum())} crises and {int(unmeasured[~crisis].sum())} of {int((~crisis).sum())} others",
        "missed": examples(test, crisis & ~raised, scores, highest=False),
        "raised": examples(test, ~crisis & raised, scores, highest=True),
        "heaviest": ", ".join(weights[:8]),
        "lightest": ", ".join(reversed(weights[-8:])),
    }  # fmt: skip
    text = re.sub(r"<!-- ([a-z -]+) -->", lambda found: parts[found[1]], WORDS.read_text(encoding="utf-8"))
    CARD.write_text(text, encoding="utf-8")
    print(f"written: {CARD}")
