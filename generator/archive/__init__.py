"""The archive: one SQLite file outside the printed site, and the heart of the house.

Ingest puts telegrams in and parses only what changed (`ingest_sources`); linking works out what follows from all of
them together (`link_cables`); printing asks for what pages show (`Archive`). It holds nothing that must not be
published, and may be deleted at any time.
"""

from generator.archive.collections import FiledCollection
from generator.archive.columns import Facet
from generator.archive.database import Database, forget_archive, is_damage, open_database
from generator.archive.edits import Edit
from generator.archive.entries import CableEntry, CableText, Count, Differing, FiledCable, Nearby, Network, Version
from generator.archive.ingest import IngestReport, count_steps, ingest_sources
from generator.archive.ledger import Ledger, PrintedFolder, PrintedPage, read_ledger, write_ledger
from generator.archive.links import Links, link_cables, update_links
from generator.archive.listings import Listing
from generator.archive.notes import Note, PressLink
from generator.archive.parts import take_facts
from generator.archive.queries import Archive
from generator.archive.wanted import Wanted

__all__ = [
    "Archive",
    "CableEntry",
    "CableText",
    "Count",
    "Database",
    "Differing",
    "Edit",
    "Facet",
    "FiledCable",
    "FiledCollection",
    "IngestReport",
    "Ledger",
    "Links",
    "Listing",
    "Nearby",
    "Network",
    "Note",
    "PressLink",
    "PrintedFolder",
    "PrintedPage",
    "Version",
    "Wanted",
    "count_steps",
    "forget_archive",
    "ingest_sources",
    "is_damage",
    "link_cables",
    "open_database",
    "read_ledger",
    "take_facts",
    "update_links",
    "write_ledger",
]
