"""``python -m generator`` does what the ``cablepress`` command does."""

from generator.cli import main

if __name__ == "__main__":
    main()
