"""Who is trained on, who is chosen by, who is tested with: by a hash of the group, so that it never changes."""

import hashlib

from message import Message


def place(group: str) -> float:
    """A number from 0 to 1 that is always the same for a group."""
    return int.from_bytes(hashlib.sha256(f"kindling:{group}".encode()).digest()[:8], "big") / 2**64


def split_of(message: Message) -> str:
    """Our own: 70 train, 15 dev, 15 test of 100. Public sets: 85 train, 15 dev, unless they bring a dev split along."""
    if message.split:
        return message.split
    at = place(message.group)
    if message.source == "written":
        return "train" if at < 0.70 else "dev" if at < 0.85 else "test"
    return "train" if at < 0.85 else "dev"
