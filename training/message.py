"""One message and what is known about it."""

from dataclasses import dataclass, field


@dataclass
class Message:
    """`labels`: output -> share of readers (0 to 1) who would say so. What is not in it is unknown, never zero."""

    id: str
    source: str
    text: str
    labels: dict[str, float]
    #: Messages of one group never straddle train, dev and test.
    group: str
    #: train, dev or test; empty until splits.py has decided.
    split: str = ""
    weight: float = 1.0
    context: str | None = None
    #: Of our own messages only: the file, register, dialect and so on.
    about: dict = field(default_factory=dict)
