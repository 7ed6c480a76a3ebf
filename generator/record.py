"""The kind of record that everyone may know: plain data that never changes once it is made.

A build of a large collection makes a hundred of them a cable, so they are msgspec's: they are made and read from bytes
several times faster than frozen dataclasses, and the garbage collector need not look at them, since nothing in a
record can lead back to it.
"""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False):
    """What all records are made of; their fields are what they say, and equal fields make equal records."""
