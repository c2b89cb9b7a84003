"""How a language's reader does: on a part of its set, and on what was written for it."""

from dataclasses import dataclass

import numpy as np

from attributes import OUTPUTS
from corpus import Corpus
from language_model import is_harmless
from language_rule import Figures, Share
from language_suite import features_of, read_suite, who_people_are
from measures import auc, average_precision, best_f1, bootstrap
from message import Message
from shipped import Shipped


@dataclass
class Results:
    """`hurtful`: of the plainly hurtful messages that were written for it, how many pause; `who`: of harmless sentences
    that say who somebody is."""

    figures: Figures
    average_precision: dict[str, float]
    best_f1: dict[str, float]
    n: int
    positives: dict[str, int]
    pause_at: float
    hurtful: Share | None
    who: Share | None


def paused(scores: np.ndarray, at: float) -> Share:
    return Share(int((scores >= at).sum()), len(scores))


def on_written(model: Shipped, messages: list[Message]) -> Share | None:
    return paused(model.scores(features_of(messages))[:, -1], model.pause_at) if messages else None


def measure(model: Shipped, corpus: Corpus, split: str, tag: str) -> Results:
    rows = corpus.where(split)
    scores = model.scores(corpus.features, rows)
    aucs, precisions, f1s, positives = {}, {}, {}, {}
    for column, name in enumerate(model.outputs[:-1]):
        at = OUTPUTS.index(name)
        known = corpus.known[rows, at]
        own, positive = scores[known, column], corpus.labels[rows, at][known] >= 0.5
        aucs[name] = (auc(own, positive), *bootstrap(auc, own, positive))
        precisions[name] = average_precision(own, positive)
        f1s[name] = best_f1(own, positive)[0]
        positives[name] = int(positive.sum())
    harmless = is_harmless(corpus, rows)
    # Harm that is no reason for a pause by its label is neither caught nor missed.
    harmful = ~harmless & corpus.known[rows, OUTPUTS.index("pause")]
    suite = read_suite(tag)
    ordinary, hurtful = ([one for one in suite if one.labels["pause"] == wanted] for wanted in (0, 1))
    return Results(
        Figures(aucs, paused(scores[harmful, -1], model.pause_at), paused(scores[harmless, -1], model.pause_at), on_written(model, ordinary)),
        precisions,
        f1s,
        len(rows),
        positives,
        model.pause_at,
        on_written(model, hurtful),
        on_written(model, who_people_are(tag)),
    )
