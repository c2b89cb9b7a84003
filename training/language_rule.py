"""Which languages count as measured. Written down before any test message was looked at.

On the test part of its set, a language's reader must
- order messages by toxicity with an AUC of at least .85, with the low end of the 95% interval at .82 or more;
- catch, at the threshold found on dev, at least 25 of 100 harmful messages;
- pause at most 3 of 100 harmless ones at that threshold: 2 were asked for on dev;
and, since a set's harmless messages may be nothing like ordinary talk,
- pause at most 2 of 100 ordinary messages written for this (training/data/languages), by no one who saw what it says.

An attribute besides toxicity gets a number where it passes the first of these by itself. Everything else gets no verdict.
"""

from dataclasses import dataclass

AUC_AT_LEAST = 0.85
LOW_END_AT_LEAST = 0.82
CAUGHT_AT_LEAST = 0.25
PAUSED_AT_MOST = 0.03
ORDINARY_AT_MOST = 0.02


@dataclass
class Share:
    hits: int
    n: int

    @property
    def share(self) -> float:
        return self.hits / self.n if self.n else float("nan")


@dataclass
class Figures:
    """`auc`: attribute -> AUC on test with its interval. `ordinary`: None where nothing was written in the language."""

    auc: dict[str, tuple[float, float, float]]
    caught: Share
    paused: Share
    ordinary: Share | None


def orders_well(figure: tuple[float, float, float]) -> bool:
    return figure[0] >= AUC_AT_LEAST and figure[1] >= LOW_END_AT_LEAST


def lacking(found: Figures) -> list[str]:
    """What keeps a language from being measured; nothing where it is."""
    why = []
    if not orders_well(found.auc["toxicity"]):
        why.append("orders too poorly")
    if found.caught.share < CAUGHT_AT_LEAST:
        why.append("catches too little")
    if found.paused.share > PAUSED_AT_MOST:
        why.append("pauses too many harmless ones of its set")
    if found.ordinary is None:
        why.append("no ordinary messages to try it on")
    elif found.ordinary.share > ORDINARY_AT_MOST:
        why.append("pauses ordinary talk")
    return why


def readable(found: Figures) -> list[str]:
    """The attributes that get a number."""
    return [name for name, figure in found.auc.items() if orders_well(figure)]
