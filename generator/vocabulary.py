"""The closed word lists of the telegrams: precedences, classifications, captions, months, kinds of TAGS.

Sources: 5 FAH-2 (telecommunications: precedence, captions, the form of a telegram), 5 FAH-3 (TAGS), and the
misspellings that public collections hold.
"""

from __future__ import annotations

import difflib

from generator.cable import TagKind

PRECEDENCE_OF_PROSIGN = {"Z": "FLASH", "O": "IMMEDIATE", "P": "PRIORITY", "R": "ROUTINE"}
PRECEDENCES = ("FLASH", "NIACT IMMEDIATE", "IMMEDIATE", "NIACT", "PRIORITY", "ROUTINE")

MONTHS = {
    name: number
    for number, name in enumerate(
        ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"), start=1
    )
}

UNCLASSIFIED = "UNCLASSIFIED"
FOUO = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
LIMITED_OFFICIAL_USE = "LIMITED OFFICIAL USE"
CONFIDENTIAL = "CONFIDENTIAL"
SECRET = "SECRET"  # noqa: S105 - a classification, not a password
TOP_SECRET = "TOP SECRET"  # noqa: S105 - a classification, not a password

CLASSIFICATIONS = (UNCLASSIFIED, FOUO, LIMITED_OFFICIAL_USE, CONFIDENTIAL, SECRET, TOP_SECRET)
"""From the lowest to the highest."""

CAPTIONS = (
    "SIPDIS", "NOFORN", "EXDIS", "NODIS", "LIMDIS", "STADIS", "TERREP", "SENSITIVE", "EYES ONLY",
    "ROGER CHANNEL", "DISSEMINATION CONTROLLED", "MEDICAL CHANNEL", "DS CHANNEL", "DIRGEN CHANNEL",
    "INFORM CONSULS", "NO FOREIGN", "NOCONTRACT", "ORCON", "PROPIN", "CODEL", "STAFFDEL",
)  # fmt: skip
"""How a telegram may be handed on."""

PORTION_MARKS = {
    "U": "Unclassified",
    "UNCLAS": "Unclassified",
    "SBU": "Sensitive but unclassified",
    "LOU": "Limited official use",
    "FOUO": "For official use only",
    "OUO": "Official use only",
    "C": "Confidential",
    "S": "Secret",
    "TS": "Top secret",
    "NF": "Not for foreign nationals",
    "NOFORN": "Not for foreign nationals",
    "REL": "May be released to some countries",
}
"""What the marks of a paragraph mean; ``C/NF`` has two of them."""

_PLACE_LENGTH = 2
_PROGRAM_LENGTH = 3

_ORGANIZATIONS = frozenset(
    "ADB AFDB APEC ARF ASEAN AU CARICOM CE CICTE CITEL COE CWC ECOSOC ECOWAS EBRD EU EUN FAO GCC IADB IAEA "
    "IBRD ICAO ICCAT ICJ ICRC IEA IFAD IFC ILO IMF IMO INRB INTELSAT IOM ITU IWC NAFO NAFTA NAM NATO NPT OAS "
    "OAU OECD OIC OPCW OPDC OPEC OSCE SADC UN UNCTAD UNDP UNEP UNESCO UNGA UNHCR UNHRC UNICEF UNIDO UNRWA UNSC "
    "UPU WB WEU WFP WHO WIPO WMO WTO WTRO".split()
)


def tag_kind(code: str) -> TagKind:
    """Tell what a TAG is about from its form, as 5 FAH-3 builds them.

    Two letters are a place; K and three letters a programme; a comma makes a person; organisations are a list;
    all else is a subject.
    """
    if "," in code:
        return TagKind.PERSON
    if code in _ORGANIZATIONS or code.partition("/")[0] in _ORGANIZATIONS:
        return TagKind.ORGANIZATION
    if len(code) == _PLACE_LENGTH and code.isalpha():
        return TagKind.PLACE
    if len(code) == _PROGRAM_LENGTH + 1 and code.startswith("K") and code.isalpha():
        return TagKind.PROGRAM
    return TagKind.SUBJECT


def closest_precedence(word: str) -> str:
    """Give the precedence that a word means, misspelt by a letter or two (``PIORITY``); empty if none."""
    if word in PRECEDENCES:
        return word
    close = difflib.get_close_matches(word, PRECEDENCES, n=1, cutoff=0.8)
    return close[0] if close and len(word) > len("NIACT") else ""
