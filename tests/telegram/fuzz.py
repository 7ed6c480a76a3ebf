"""Feeds the parser damaged telegrams for as long as one likes: ``python -m tests.telegram.fuzz --minutes 10``.

With ``--examples 100000`` Hypothesis makes the telegrams instead, and shows the smallest one that breaks a promise.
Either way the promises are those of `check`. Ends with exit code 1 and the telegram if one is broken.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings

from generator.press.inspect import Inspection, to_json
from generator.telegram.spans import find_spans
from tests.telegram.reading import read
from tests.telegram.test_growth import TOKENS
from tests.telegram.test_properties import PIECES, SAMPLES, damaged

_NOISE = "".join(map(chr, (*range(32, 127), 0xA0, 0xA7, 0xB6, 0xC2, 0xE9, 0x2019, 0x2028, 0xFFFD, 0x1F4E8)))
_PIECES: tuple[str, ...] = (*PIECES, *TOKENS)
_MOST_CHANGES = 40
_LONGEST = 40_000
_SECONDS_BETWEEN_REPORTS = 60

Change = Callable[[random.Random, str], str]


def check(text: str) -> None:
    """Hold the promises for one text: it is parsed, as JSON too, and its parts hold every character once.

    Raises:
        AssertionError: a character is in no part or in two.
    """
    cable = read(text)
    spans = find_spans(text, cable)
    to_json(Inspection(cable, spans))
    end = 0
    for span in spans.parts:
        assert end <= span.start < span.end, f"parts overlap at {span.start}"
        assert not text[end : span.start].strip(), f"characters from {end} to {span.start} are in no part"
        end = span.end
    assert not text[end:].strip(), f"characters from {end} are in no part"


def _cut(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.choice((1, 2, 5, 20, 100, 1000)) :]


def _garble(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    noise = "".join(chance.choices(_NOISE, k=chance.randint(1, 6)))
    return text[:at] + noise + text[at + chance.randint(0, 6) :]


def _insert(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    piece = chance.choice(_PIECES) * chance.choice((1, 1, 1, 2, 30))
    return text[:at] + piece + text[at:]


def _repeat(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    stretch = text[start : start + chance.choice((1, 3, 30, 300))]
    return text[:start] + stretch * chance.randint(2, 20) + text[start:]


def _move(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)
    return "\n".join(lines)


def _splice(chance: random.Random, text: str) -> str:
    other = chance.choice(SAMPLES)
    return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other)) :]


def _lose(chance: random.Random, text: str) -> str:
    lost = chance.choice(("\n", "\n\n", " ", ":", ".", "¶", "(", ")"))
    return text.replace(lost, chance.choice(("", " ", lost * 2)), chance.choice((1, 3, -1)))


def _turn_case(chance: random.Random, text: str) -> str:
    start = chance.randrange(len(text) + 1)
    end = start + chance.choice((1, 10, 100, 10_000))
    return text[:start] + text[start:end].swapcase() + text[end:]


CHANGES: tuple[Change, ...] = (_cut, _garble, _insert, _repeat, _move, _splice, _lose, _turn_case)


def mutate(chance: random.Random) -> str:
    """Make a damaged telegram out of the sample collection's."""
    text = chance.choice(SAMPLES)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        text = chance.choice(CHANGES)(chance, text)[:_LONGEST]
    return text


def fuzz(minutes: float, seed: int) -> int:
    """Check mutated telegrams for some minutes; give the exit code."""
    chance = random.Random(seed)
    for text in SAMPLES:
        check(text)  # whatever is made once is made
    start = reported = time.monotonic()
    count, characters, slowest = 0, 0, 0.0
    while (now := time.monotonic()) < start + minutes * 60:
        text, before = mutate(chance), time.process_time()
        try:
            check(text)
        except Exception:  # noqa: BLE001 - whatever it raises is what is looked for
            print(f"seed {seed}, telegram {count}:\n{text}\n")
            traceback.print_exc()
            return 1
        count, characters = count + 1, characters + len(text)
        slowest = max(slowest, (time.process_time() - before) / max(len(text), 1_000) * 1_000_000)
        if now - reported > _SECONDS_BETWEEN_REPORTS:
            reported = now
            print(f"{count:,} telegrams", flush=True)
    print(
        f"seed {seed}: {count:,} mutated telegrams of {characters:,} characters in {minutes:g} minutes; none raised, "
        f"none lost a character; the slowest took {slowest:.2f} processor ms for 1,000 characters, spans included"
    )
    return 0


def run_examples(count: int) -> int:
    """Have Hypothesis make so many damaged telegrams, and check each; give the exit code."""
    done = 0

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(damaged())
    def run(text: str) -> None:
        nonlocal done
        done += 1
        check(text)

    run()
    print(f"Hypothesis: {done:,} mutated telegrams; none raised, none lost a character")
    return 0


def main() -> int:
    """Read the command line and run; give the exit code."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=10.0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--examples", type=int, default=0, help="so many by Hypothesis, in place of minutes")
    chosen = options.parse_args()
    return run_examples(chosen.examples) if chosen.examples else fuzz(chosen.minutes, chosen.seed)


if __name__ == "__main__":
    sys.exit(main())
