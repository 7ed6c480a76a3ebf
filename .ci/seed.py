"""Checks what the parser understood of the seed cable, and prints a site from its folder.

Run with the folder that holds ``09USNATO432.txt``. The cable is not ours to keep in this repository, so its facts are
checked here and not in the tests. Ends with exit code 1 and a line for each fact that is wrong.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

COMMAND = [sys.executable, "-m", "generator"]
FACTS = {
    "id": "09USNATO432",
    "sent": "2009-10-07T05:31:00Z",
    "sender": "USNATO",
    "classification": "CONFIDENTIAL",
    "handling": ["SIPDIS"],
    "tags": [
        {"code": "PREL", "kind": "subject"},
        {"code": "NATO", "kind": "organization"},
        {"code": "RS", "kind": "place"},
    ],
    "subject": "RUSSIAN CANDOR IN THE NATO-RUSSIA PREPCOM",
    "declassify_on": "2019-10-06",
    "action": [
        {
            "name": "SECSTATE WASHDC",
            "route": "RUEHC",
            "precedence": "PRIORITY",
            "number": "3456",
            "excluded": False,
            "note": "",
        }
    ],
    "signer": "DAALDER",
    "findings": [],
}
ADDRESSEES_FOR_INFORMATION = 11
PARAGRAPHS = [(1, "C"), (2, "C"), (3, "C")]
ON_THE_PAGE = ["RUSSIAN CANDOR IN THE NATO-RUSSIA PREPCOM", 'id="p1"', 'id="p3"', "tag/PREL.html", "DAALDER"]


def main(seed: Path) -> int:
    """Check everything; give the exit code."""
    wrong = [*wrong_facts(seed / "09USNATO432.txt"), *wrong_pages(seed)]
    for line in wrong:
        print(f"seed: {line}")
    print(f"seed: {'FAILED' if wrong else 'all facts hold'}")
    return 1 if wrong else 0


def wrong_facts(cable: Path) -> list[str]:
    """Compare what ``cablepress inspect`` says with what is so."""
    done = subprocess.run([*COMMAND, "inspect", str(cable)], check=True, capture_output=True, text=True)
    record = json.loads(done.stdout)
    facts = [(name, record[name], expected) for name, expected in FACTS.items()]
    by = record["classified_by"] or {}
    paragraphs = [(block["number"], block["mark"]) for block in record["body"] if block["kind"] == "paragraph"]
    facts += [
        ("classified by", by.get("person"), "Kelly Degnan"),
        ("reasons", by.get("reasons"), ["b", "d"]),
        ("addressees for information", len(record["info"]), ADDRESSEES_FOR_INFORMATION),
        ("paragraphs", paragraphs, PARAGRAPHS),
    ]
    return [f"{name}: {found!r}, expected {expected!r}" for name, found, expected in facts if found != expected]


def wrong_pages(seed: Path) -> list[str]:
    """Print a site from the seed's folder, and look at the cable's page."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        (site / "site.yaml").write_text(f"title: Seed\npaths:\n  cables: {json.dumps(str(seed.resolve()))}\n")
        done = subprocess.run([*COMMAND, "build", str(site)], check=False, capture_output=True, text=True)
        if done.returncode:
            return [f"the build failed: {done.stderr}"]
        page = (site / "public" / "cable" / "2009" / "10" / "09USNATO432.html").read_text(encoding="utf-8")
        source = (site / "public" / "source" / "2009" / "10" / "09USNATO432.txt").read_bytes()
    missing = [f"not on the page: {text}" for text in ON_THE_PAGE if text not in page]
    same = source == (seed / "09USNATO432.txt").read_bytes()
    return missing if same else [*missing, "the source text differs from the file"]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
