"""Reads with the shipped file, as the TypeScript does, from the whole numbers in it. Slow and plain: for measuring."""

from pathlib import Path

import numpy as np

from features import Features
from model_file import read_model
from pause import raised


def sigmoid(logits: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(logits, -60, 60)))


class Shipped:
    def __init__(self, path: Path):
        self.header, tensors = read_model(path)
        self.weights = {name: tensor.floats() for name, tensor in tensors.items()}
        self.outputs: list[str] = self.header["outputs"]
        self.pause_at: float = self.header["pause"]["threshold"]

    def logits(self, features: Features, rows: np.ndarray | None = None) -> np.ndarray:
        rows = np.arange(len(features)) if rows is None else rows
        return np.stack([self._logits(features.bag[row], features.tokens[row]) for row in rows])

    def _logits(self, bag: np.ndarray, tokens: np.ndarray) -> np.ndarray:
        logits = self.weights["bias"].astype(np.float64)
        linear = self.header["parts"].get("linear")
        if linear and len(bag):
            sums = self.weights["linear"][bag & (2 ** linear["bits"] - 1)].sum(0, dtype=np.float64)
            logits = logits + (sums / np.sqrt(len(bag)) if linear["norm"] == "sqrt" else sums)
        if self.header["parts"].get("words") and len(tokens):
            logits = logits + self.weights["words.out"] @ self._pooled(tokens)
        return logits

    def _pooled(self, tokens: np.ndarray) -> np.ndarray:
        part = self.header["parts"]["words"]
        bits = (tokens["marks"][:, None] >> np.arange(16)) & 1
        vectors = self.weights["words"][tokens["word"] & (2 ** part["bits"] - 1)] + bits @ self.weights["marks"]
        pooled = []
        for width in part["widths"]:
            padded = np.vstack([vectors, np.zeros((max(0, width - len(vectors)), part["dim"]))])
            count = len(padded) - width + 1
            windows = np.hstack([padded[at : at + count] for at in range(width)])
            values = np.maximum(windows @ self.weights[f"conv{width}"].T + self.weights[f"conv{width}.bias"], 0)
            pooled.append(values.max(0))
            if "mean" in part["pool"]:
                pooled.append(values.mean(0))
        return np.concatenate(pooled)

    def calibrated(self, logits: np.ndarray) -> np.ndarray:
        scores = np.empty_like(logits)
        for at, name in enumerate(self.outputs):
            how = self.header["calibration"].get(name, {"a": 1, "b": 0})
            if "x" in how:
                scores[:, at] = np.interp(logits[:, at], how["x"], how["y"])
            else:
                scores[:, at] = sigmoid(how["a"] * logits[:, at] + how["b"])
        return raised(scores, self.outputs, self.header["pause"].get("atLeast", ()))

    def scores(self, features: Features, rows: np.ndarray | None = None) -> np.ndarray:
        return self.calibrated(self.logits(features, rows))
