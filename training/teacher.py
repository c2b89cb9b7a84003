"""Whom the readers that ship learn from: the whole pretrained encoder, fine-tuned. It never ships.

python training/teacher.py   learns; keeps its weights, and what it guesses of every message that is learned from
"""

import os

# Two processors wait for each other all the time; a thread that spins while it waits takes what others need.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import torch

from corpus import read_corpus
from learn_careful import CarefulSettings, learn_careful, say_how_it_goes
from learned_careful import TEACHER, keep, new_model, pieces_of
from pretrained import start_from_pretrained
from teach import keep_guesses

SETTINGS = CarefulSettings(messages=190_000, written=3, rate=1.2e-4)


def main() -> None:
    corpus = read_corpus()
    torch.set_num_threads(SETTINGS.threads)
    vocabulary, pieces = pieces_of(corpus)
    model = new_model(TEACHER, vocabulary, len(corpus.sources))
    start_from_pretrained(model, vocabulary, list(TEACHER.layers))
    learn_careful(model, corpus, pieces, vocabulary, SETTINGS, say_how_it_goes(corpus, pieces, vocabulary))
    keep(TEACHER, model, vocabulary)
    keep_guesses(corpus, model, pieces, vocabulary)


if __name__ == "__main__":
    main()
