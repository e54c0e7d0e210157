"""Fuzzes what cardgen reads, guided by coverage: any bytes may raise a `UserError`, and nothing else.

    python -m tests.fuzz.run routine --minutes 60
    python -m tests.fuzz.run stock --minutes 10
    python -m tests.fuzz.run routine --once .fuzz/routine/crash-1234      # run one input

Half of the inputs are changed byte by byte, half as YAML (`odd.py`). Findings go to `.fuzz/TARGET`: inputs that
cover something new to `corpus`, where the next run starts, and faults to `crash-*`, `timeout-*`, `oom-*`.
An input may take 5 seconds and 1,000 MB. Needs atheris, which `pip install -e '.[dev]'` installs where it is available.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

import atheris
import yaml

with atheris.instrument_imports(include=["cardgen"]):
    from cardgen.errors import UserError
    from cardgen.reading.parser import Origin, parse_yaml
    from tests.fuzz.odd import LANDMARKS, NAMES, REGIONS, TEXTS, WORDS, mutated
    from tests.fuzz.targets import TARGETS, Target
    from tests.support.bounds import limit_memory

SECONDS, MEGABYTES = 5, 1000
"""An instrumented cardgen alone takes more than 500 MB."""
MOST_BYTES = 20_000
"""Larger inputs are only slower; `tests/product/test_bombs.py` has them."""


def main() -> None:
    options = arguments()
    target = TARGETS[options.target]
    if options.once:
        target.run(options.once.read_bytes())
        return
    folder = options.folder / options.target
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    write_seeds(target, folder / "corpus")
    limit_memory(MEGABYTES)
    atheris.Setup(
        [sys.argv[0], *flags(folder, options.seconds or 60 * options.minutes, options.slow), str(folder / "corpus")],
        target.run,
        custom_mutator=change,
    )
    atheris.Fuzz()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=int, default=10)
    parser.add_argument("--seconds", type=int, help="in place of minutes")
    parser.add_argument("--slow", type=int, default=SECONDS, help="the seconds that an input may take")
    parser.add_argument("--folder", type=Path, default=Path(".fuzz"), help="where the findings go")
    parser.add_argument("--once", type=Path, metavar="INPUT", help="run this input alone")
    return parser.parse_args()


def flags(folder: Path, seconds: int, slow: int) -> list[str]:
    """The options of libFuzzer."""
    words = folder / "words.txt"
    known = dict.fromkeys((*WORDS, *NAMES, *LANDMARKS, *REGIONS, *TEXTS))
    quoted = ("".join(f"\\x{byte:02X}" for byte in word.encode()) for word in known if word)
    words.write_text("\n".join(f'"{word}"' for word in quoted), encoding="ascii")
    return [
        f"-max_total_time={seconds}",
        f"-max_len={MOST_BYTES}",
        f"-timeout={slow}",
        f"-rss_limit_mb={MEGABYTES}",
        f"-dict={words}",
        f"-artifact_prefix={folder}/",
        "-print_final_stats=1",
    ]


def write_seeds(target: Target, corpus: Path) -> None:
    """Write the files to start with."""
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)


def change(data: bytes, most: int, seed: int) -> bytes:
    """The next input, made from an earlier one."""
    random = Random(seed)
    if random.random() < 0.5:
        with suppress(UserError, UnicodeDecodeError):
            made = mutated(parse_yaml(Origin(Path("seed"), data.decode())).data, random, random.choice((1, 1, 2, 5)))
            text = yaml.dump(made, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
            return text.encode()[:most]
    return bytes(atheris.Mutate(data, most))


if __name__ == "__main__":
    main()
