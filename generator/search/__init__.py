"""Search: the full-text index, split by term, and the scripts that read it in the browser.

Workers build the index piece by piece, in two steps: `index_cables` makes a run on disk of each range of cables, and
`Merging` makes the files of ranges of terms of all runs, some ranges (`cut_groups`) after the other. `search_files`
gives what there is one of. After edits of few cables, `patch_index` gives those files that differ.
In the browser ``cablepress.open(folder)`` opens the index (``browser/client.js``).
"""

from generator.search.building import CABLES_IN_A_RUN, IndexedCables, Merging, index_cables
from generator.search.columns import PackedColumns, pack_columns
from generator.search.fields import FIELDS
from generator.search.files import search_files
from generator.search.patching import PatchedIndex, most_edited, patch_index
from generator.search.range_files import IndexedRange
from generator.search.ranges import TermGroup, cut_groups
from generator.search.run_file import Run
from generator.search.runs import forget_forms

__all__ = [
    "CABLES_IN_A_RUN",
    "FIELDS",
    "IndexedCables",
    "IndexedRange",
    "Merging",
    "PackedColumns",
    "PatchedIndex",
    "Run",
    "TermGroup",
    "cut_groups",
    "forget_forms",
    "index_cables",
    "most_edited",
    "pack_columns",
    "patch_index",
    "search_files",
]
