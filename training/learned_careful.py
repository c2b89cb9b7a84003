"""What the teacher and the careful reader learned last, kept between commands: weights and vocabulary."""

import json
from dataclasses import dataclass

import torch

from attributes import OUTPUTS
from corpus import WORK, Corpus
from encoder import Careful, EncoderShape
from features import Ragged, to_line
from pieces import extract_pieces
from pretrained import full_vocabulary
from vocabulary import choose


@dataclass(frozen=True)
class Plan:
    name: str
    #: Which layers of the model that it begins as, and how wide each one's feed.
    layers: dict[int, int]


#: All of the pretrained encoder. It never ships.
TEACHER = Plan("teacher", {at: 1536 for at in range(6)})
#: Of the teacher.
CAREFUL = Plan("careful", {at: 768 for at in range(4)})


def new_model(plan: Plan, vocabulary: list[str], sources: int) -> Careful:
    return Careful(EncoderShape(len(vocabulary), list(plan.layers.values()), outputs=OUTPUTS), sources)


def keep(plan: Plan, model: Careful, vocabulary: list[str]) -> None:
    (WORK / f"{plan.name}-vocabulary.json").write_text(json.dumps(vocabulary))
    torch.save(model.state_dict(), WORK / f"{plan.name}.pt")


def learned(plan: Plan, sources: int) -> tuple[Careful, list[str]]:
    """The model and its vocabulary."""
    weights = WORK / f"{plan.name}.pt"
    if not weights.exists():
        raise SystemExit(f"The {plan.name} has not learned yet: see training/README.md for what comes first.")
    vocabulary = json.loads((WORK / f"{plan.name}-vocabulary.json").read_text())
    model = new_model(plan, vocabulary, sources)
    model.load_state_dict(torch.load(weights))
    return model.eval(), vocabulary


def pieces_in(corpus: Corpus, vocabulary: list[str]) -> Ragged:
    return extract_pieces((to_line(one) for one in corpus.messages), vocabulary, WORK)


def pieces_of(corpus: Corpus) -> tuple[list[str], Ragged]:
    """The vocabulary that ships, and every message in it."""
    whole = pieces_in(corpus, full_vocabulary())
    vocabulary = choose(whole.take(corpus.where("train")))
    return vocabulary, pieces_in(corpus, vocabulary)
