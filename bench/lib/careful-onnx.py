"""Writes the careful reader's shape as ONNX, weights at random, in floats and in whole numbers, for onnxruntime-web to
run beside ours: `pip install onnx onnxruntime`, then `python bench/lib/careful-onnx.py FOLDER`."""

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

WIDTH, HEADS, OUTPUTS = 384, 12, 28


class Graph:
    def __init__(self) -> None:
        self.random = np.random.default_rng(1)
        self.nodes: list = []
        self.constants: list = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def weights(self, name: str, *shape: int) -> str:
        return self.constant(name, (self.random.normal(size=shape) * 0.03).astype(np.float32))

    def do(self, what: str, inputs: list[str], name: str, **how) -> str:
        self.nodes.append(helper.make_node(what, inputs, [name], **how))
        return name

    def linear(self, name: str, rows: str, width: int, columns: int) -> str:
        product = self.do("MatMul", [rows, self.weights(f"{name}.w", width, columns)], f"{name}.product")
        return self.do("Add", [product, self.weights(f"{name}.b", columns)], f"{name}.sum")

    def norm(self, name: str, one: str, other: str) -> str:
        both = self.do("Add", [one, other], f"{name}.both")
        gain, bias = self.weights(f"{name}.gain", WIDTH), self.weights(f"{name}.bias", WIDTH)
        return self.do("LayerNormalization", [both, gain, bias], f"{name}.norm", axis=-1)

    def heads(self, name: str, rows: str, order: list[int]) -> str:
        parts = self.do("Reshape", [self.linear(name, rows, WIDTH, WIDTH), "by head"], f"{name}.parts")
        return self.do("Transpose", [parts], f"{name}.turned", perm=order)

    def attention(self, name: str, rows: str) -> str:
        query = self.heads(f"{name}.q", rows, [0, 2, 1, 3])
        key = self.heads(f"{name}.k", rows, [0, 2, 3, 1])
        value = self.heads(f"{name}.v", rows, [0, 2, 1, 3])
        logits = self.do("Mul", [self.do("MatMul", [query, key], f"{name}.found"), "root"], f"{name}.logits")
        mixed = self.do("MatMul", [self.do("Softmax", [logits], f"{name}.shares", axis=-1), value], f"{name}.mixed")
        turned = self.do("Transpose", [mixed], f"{name}.back", perm=[0, 2, 1, 3])
        return self.linear(f"{name}.o", self.do("Reshape", [turned, "by row"], f"{name}.rows"), WIDTH, WIDTH)

    def gelu(self, name: str, rows: str) -> str:
        share = self.do("Erf", [self.do("Div", [rows, "root of 2"], f"{name}.1")], f"{name}.2")
        share = self.do("Mul", [self.do("Add", [share, "one"], f"{name}.3"), "half"], f"{name}.4")
        return self.do("Mul", [rows, share], f"{name}.5")

    def encoder(self, layers: int, inner: int) -> str:
        rows = "x"
        for at in range(layers):
            rows = self.norm(f"{at}.n1", rows, self.attention(f"{at}", rows))
            up = self.gelu(f"{at}.gelu", self.linear(f"{at}.up", rows, WIDTH, inner))
            rows = self.norm(f"{at}.n2", rows, self.linear(f"{at}.down", up, inner, WIDTH))
        return self.linear("head", rows, WIDTH, 2 * OUTPUTS)


def write(layers: int, inner: int, file: Path) -> None:
    graph = Graph()
    graph.constant("by head", np.array([0, 0, HEADS, WIDTH // HEADS], dtype=np.int64))
    graph.constant("by row", np.array([0, 0, WIDTH], dtype=np.int64))
    for name, value in [("root", (WIDTH / HEADS) ** -0.5), ("root of 2", 2**0.5), ("one", 1), ("half", 0.5)]:
        graph.constant(name, np.array(value, dtype=np.float32))
    out = helper.make_tensor_value_info(graph.encoder(layers, inner), TensorProto.FLOAT, [1, "n", 2 * OUTPUTS])
    given = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, "n", WIDTH])
    whole = helper.make_graph(graph.nodes, "careful", [given], [out], graph.constants)
    model = helper.make_model(whole, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, str(file))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for layers, inner in [(3, 768), (3, 1536), (4, 768)]:
        file = folder / f"{layers}x{inner}-f32.onnx"
        write(layers, inner, file)
        quantize_dynamic(str(file), str(folder / f"{layers}x{inner}-int8.onnx"), weight_type=QuantType.QInt8)
