#!/bin/sh
# Prints a Python that can make the virtual environment; otherwise says in one sentence why not.
# A name on the PATH may be a version manager's placeholder, so each candidate is run, not just found.
set -u

if ! (: > ".writable.$$") 2>/dev/null; then
    echo "This folder can't be written to, so no environment can be made in it: $(pwd)" >&2
    exit 1
fi
rm -f ".writable.$$"

found=
for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue
    found=$name
    if "$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        "$name" -c 'import sys; print(sys.executable)'
        exit 0
    fi
done

if [ -n "$found" ]; then
    echo "$found has no venv module: install it (on Debian or Ubuntu: apt install python3-venv)." >&2
else
    echo "Engage needs Python 3.11 or later, and none was found; install one and try again." >&2
fi
exit 1
