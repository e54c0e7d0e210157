"""The neutral deck by cardgen, in a process that begins and ends as its commands do."""

from __future__ import annotations

import importlib
import sys

from cardgen.startup import hurry

if __name__ == "__main__":
    hurry()
    importlib.import_module("cardgen_faces").main(sys.argv[1], sys.argv[2], tagged="--untagged" not in sys.argv[3:])
