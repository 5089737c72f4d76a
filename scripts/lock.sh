#!/bin/sh
# Locks the requirements anew, with uv in a scratch environment; `scripts/lock.sh --upgrade` takes newer ones.
set -eu
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$(scripts/find-python.sh)" -m venv "$scratch"
"$scratch/bin/python" -m pip install --quiet uv

lock() {
    "$scratch/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links "$@"
}

lock pyproject.toml --output-file requirements/run.txt "$@"
lock pyproject.toml --extra postgresql --group test \
    --constraints requirements/run.txt --output-file requirements/test.txt "$@"
lock --group build \
    --constraints requirements/test.txt --output-file requirements/build.txt "$@"

if grep -n '://' requirements/*.txt; then
    echo "A locked file holds an address." >&2
    exit 1
fi
