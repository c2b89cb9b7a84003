"""What the careful reader learned last, kept between commands: its weights and its vocabulary."""

import json

import torch

from attributes import OUTPUTS
from corpus import WORK, Corpus
from encoder import Careful, EncoderShape
from features import Ragged, to_line
from pieces import extract_pieces

WEIGHTS, VOCABULARY = WORK / "careful.pt", WORK / "careful-vocabulary.json"
#: Which of the pretrained layers are kept, and how wide each one's feed.
LAYERS = {0: 1024, 1: 1024, 2: 1024}


def new_model(vocabulary: list[str], sources: int) -> Careful:
    return Careful(EncoderShape(len(vocabulary), list(LAYERS.values()), outputs=OUTPUTS), sources)


def keep(model: Careful, vocabulary: list[str]) -> None:
    VOCABULARY.write_text(json.dumps(vocabulary))
    torch.save(model.state_dict(), WEIGHTS)


def pieces_in(corpus: Corpus, vocabulary: list[str]) -> Ragged:
    return extract_pieces((to_line(one) for one in corpus.messages), vocabulary, WORK)


def learned(corpus: Corpus) -> tuple[Careful, Ragged, list[str]]:
    """The model, every message's pieces, and the vocabulary."""
    if not WEIGHTS.exists():
        raise SystemExit("The careful reader has not learned yet: run make_careful.py first.")
    vocabulary = json.loads(VOCABULARY.read_text())
    model = new_model(vocabulary, len(corpus.sources))
    model.load_state_dict(torch.load(WEIGHTS))
    return model.eval(), pieces_in(corpus, vocabulary), vocabulary
