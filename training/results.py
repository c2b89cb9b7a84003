"""What a model reads well and badly, as numbers: by attribute, by length, by group, by public set."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from attributes import ATTRIBUTES, HARMS, PAUSE
from corpus import Corpus
from measures import auc, average_precision, best_f1, bootstrap, ece, wilson
from message import Message
from pause import is_ordinary

#: Groups of harmless messages, who must not be paused for being who they are or speaking as they do.
GROUPS: dict[str, Callable[[Message], bool]] = {
    "everyday talk": is_ordinary,
    "identity named plainly or proudly": lambda m: m.about["file"] in ("identity-neutral", "groups-in-context"),
    "dialect": lambda m: "dialect" in m.about and not m.about["dialect"].startswith("l2"),
    "English as a second language": lambda m: m.about.get("dialect", "").startswith("l2"),
    "swearing in joy": lambda m: m.about["file"] == "swearing-in-joy",
    "blunt review of work": lambda m: m.about["file"] == "blunt-review",
    "self-deprecation, insults denied": lambda m: m.about["file"] in ("self-deprecation", "denied-and-self"),
    "quoting or reporting abuse": lambda m: m.about["file"] == "quoting-reporting",
    "firm boundaries": lambda m: m.about["file"] == "boundaries",
    "games, sport and code": lambda m: m.about["file"] in ("games-and-code", "violent-words", "threats"),
    "irony among friends": lambda m: m.about["file"] in ("irony", "edged-irony"),
    "peers in support": lambda m: m.about["file"] == "support-rooms",
}
LENGTHS = ((0, 40), (40, 100), (100, 250), (250, 10_000))


@dataclass
class Slice:
    """Messages of one split with what the model says of them."""

    corpus: Corpus
    rows: np.ndarray
    scores: np.ndarray

    @property
    def messages(self) -> list[Message]:
        return [self.corpus.messages[row] for row in self.rows]

    def labels(self, output: int) -> np.ndarray:
        return self.corpus.labels[self.rows, output]

    def known(self, output: int) -> np.ndarray:
        return self.corpus.known[self.rows, output]

    def part(self, keep: np.ndarray) -> "Slice":
        return Slice(self.corpus, self.rows[keep], self.scores[keep])


def by_attribute(own: Slice) -> list[dict]:
    """Of our own messages: a positive is one that half of the readers would call so."""
    found = []
    for at, name in enumerate([*ATTRIBUTES, "pause"]):
        labels, scores = own.labels(at), own.scores[:, at]
        positive = labels >= 0.5
        found.append(
            {
                "name": name,
                "positives": int(positive.sum()),
                "auc": auc(scores, positive),
                "auc95": bootstrap(auc, scores, positive) if positive.sum() > 1 else (float("nan"),) * 2,
                "ap": average_precision(scores, positive),
                "mae": float(np.abs(scores - labels).mean()),
                "mae_mean": float(np.abs(labels - labels.mean()).mean()),
                "mae_median": float(np.abs(labels - np.median(labels)).mean()),
                "ece": ece(scores, labels),
            }
        )
    return found


def kind_of_harm(message: Message) -> str:
    """The harm that most readers would name."""
    return max(HARMS, key=lambda name: (message.labels[name], name))


def share(hits: np.ndarray) -> dict:
    n, k = len(hits), int(hits.sum())
    return {"n": n, "hits": k, "share": k / n if n else float("nan"), "interval": wilson(k, n)}


def caught(own: Slice, pause_at: float) -> list[dict]:
    """Of messages that hurt: how many pause, by the kind of harm."""
    hurtful = own.part(own.labels(PAUSE) >= 0.5)
    kinds = np.array([kind_of_harm(one) for one in hurtful.messages])
    paused = hurtful.scores[:, PAUSE] >= pause_at
    plain = np.array([max(one.labels[h] for h in HARMS) >= 0.8 for one in hurtful.messages])
    names = sorted(set(kinds), key=HARMS.index)
    return [
        {"name": "all", **share(paused)},
        {"name": "plainly so (8 of 10 readers)", **share(paused[plain])},
        *({"name": name, **share(paused[kinds == name])} for name in names),
    ]


def false_pauses(own: Slice, pause_at: float) -> list[dict]:
    """Of messages that hurt nobody: how many pause all the same, by group."""
    harmless = own.part(own.labels(PAUSE) < 0.5)
    paused = harmless.scores[:, PAUSE] >= pause_at
    found = [{"name": "all harmless ones (look-alikes of harm among them)", **share(paused)}]
    for name, belongs in GROUPS.items():
        there = np.array([belongs(one) for one in harmless.messages])
        found.append({"name": name, **share(paused[there])})
    return found


def twins(own: Slice) -> dict:
    """Pairs, nearly the same in words, where one hurts and one does not: how often the one that hurts stands higher."""
    at = {one.id: place for place, one in enumerate(own.messages)}
    labels, scores = own.labels(PAUSE), own.scores[:, PAUSE]
    right = []
    for place, one in enumerate(own.messages):
        other = at.get(one.about.get("pair", ""))
        if other is not None and labels[place] > 0.5 > labels[other]:
            right.append(scores[place] > scores[other])
    return share(np.array(right, bool))


def by_length(own: Slice, pause_at: float) -> list[dict]:
    lengths = np.array([len(one.text) for one in own.messages])
    found = []
    for low, high in LENGTHS:
        part = own.part((lengths >= low) & (lengths < high))
        positive = part.labels(PAUSE) >= 0.5
        paused = part.scores[:, PAUSE] >= pause_at
        tox = part.labels(0) >= 0.5
        found.append(
            {
                "low": low,
                "high": high,
                "n": len(part.rows),
                "auc_pause": auc(part.scores[:, PAUSE], positive),
                "auc_toxicity": auc(part.scores[:, 0], tox),
                "caught": share(paused[positive]),
                "false": share(paused[~positive]),
            }
        )
    return found


#: Public set -> attributes measured on its dev part.
PUBLIC = {
    "jigsaw-six": ("toxicity", "severe_toxicity", "profanity", "threat", "insult", "identity_attack"),
    "jigsaw": ("toxicity",),
    "civil": ("toxicity",),
    "paradetox": ("toxicity",),
    "edos": ("identity_attack", "generalisation"),
    "davidson": ("identity_attack", "toxicity"),
    "misogyny": ("identity_attack",),
    "convabuse": ("toxicity", "insult", "identity_attack", "sexually_explicit"),
    "goemotions": ("gratitude", "admiration", "curiosity", "empathy", "encouragement", "apology", "celebration"),
    "isarcasm": ("sarcasm",),
}
#: Soft labels of these stand for the emotion itself.
EMOTION = {
    "gratitude": "gratitude",
    "admiration": "admiration",
    "curiosity": "curiosity",
    "empathy": "caring",
    "encouragement": "optimism",
    "apology": "remorse",
    "celebration": "excitement",
}


def positives(part: Slice, source: str, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Which messages of a public set are so, and which are known to be or not."""
    at = ATTRIBUTES.index(name)
    if source == "goemotions":
        named = np.array([EMOTION[name] in one.about["emotions"] for one in part.messages])
        return named, np.ones(len(named), bool)
    middle = 0.25 if name == "sarcasm" else 0.5
    return part.labels(at) >= middle, part.known(at)


def by_public_set(dev: Slice) -> list[dict]:
    found = []
    for source, names in PUBLIC.items():
        part = dev.part(np.array([one.source.startswith(source) for one in dev.messages], bool))
        for name in names:
            positive, known = positives(part, source, name)
            scores, positive = part.scores[known, ATTRIBUTES.index(name)], positive[known]
            if positive.sum() < 2:
                continue
            found.append(
                {
                    "source": source,
                    "name": name,
                    "n": len(positive),
                    "positives": int(positive.sum()),
                    "auc": auc(scores, positive),
                    "auc95": bootstrap(auc, scores, positive, times=200),
                    "f1": best_f1(scores, positive)[0],
                }
            )
    return found
