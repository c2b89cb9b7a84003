#!/bin/sh
# All the readings' models, in the order in which one needs another.
set -e
cd "$(dirname "$0")"
python=${PYTHON:-.venv/bin/python}
$python teacher.py
$python make.py "$@"
$python make_careful.py "$@"
(cd .. && npm run build)
$python crisis.py
$python thread.py
