"""The command line: what a person types and sees. The only room that prints."""

from generator.cli.app import main

__all__ = ["main"]
