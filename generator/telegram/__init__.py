"""The cable grammar: the text of a telegram in, a `Cable` out.

Two steps. `layout` finds: it gives every line of the text to exactly one part (the DTG, the addressees, TAGS, the
body). Then each field's own module decides what its part means. Nothing here raises on any text, reads a disk, or
knows of other cables; what is not understood stays in the text and becomes a finding. `fragments` has one function a
field, for pieces of a telegram.
"""

from generator.telegram.fragments import (
    read_action_addressees,
    read_addressees,
    read_body,
    read_classification,
    read_classified_by,
    read_declassification,
    read_dtg,
    read_handling,
    read_info_addressees,
    read_references,
    read_sender,
    read_signer,
    read_subject,
    read_summary,
    read_tags,
    read_transmission_id,
)
from generator.telegram.layout import Layout, Part, Role, find_layout
from generator.telegram.named_ids import NamedId, find_ids, ids_in
from generator.telegram.parsing import parse_telegram

__all__ = [
    "Layout",
    "NamedId",
    "Part",
    "Role",
    "find_ids",
    "find_layout",
    "ids_in",
    "parse_telegram",
    "read_action_addressees",
    "read_addressees",
    "read_body",
    "read_classification",
    "read_classified_by",
    "read_declassification",
    "read_dtg",
    "read_handling",
    "read_info_addressees",
    "read_references",
    "read_sender",
    "read_signer",
    "read_subject",
    "read_summary",
    "read_tags",
    "read_transmission_id",
]
