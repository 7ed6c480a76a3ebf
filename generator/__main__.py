"""``python -m generator`` and the ``cablepress`` command.

Workers import this module too, as processes do that are started afresh, and need nothing of the command line.
"""

from __future__ import annotations

import sys

from generator.parallel import WORK, get_ready, let_go, processors


def main() -> None:
    """Run the command line; see `generator.cli`.

    What workers need is imported in the background, while this process imports what the command line needs: even where
    there turns out to be too little work for them, nobody has to wait longer. A build sees for itself what it needs.
    """
    if processors() > 1 and sys.argv[1:2] in (["check"], ["serve"]):
        get_ready(WORK)
    from generator.cli import main as run  # noqa: PLC0415 - not in workers

    try:
        run()
    finally:
        let_go()


if __name__ == "__main__":
    main()
