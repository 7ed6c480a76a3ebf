"""Search: the full-text index, split by term, and the scripts that read it in the browser.

Workers build the index piece by piece, in two steps: `index_cables` makes a run on disk of each range of cables, and
`Merging` makes shards of all runs, one range of terms (`cut_ranges`) after the other. `search_files` gives what there
is one of. In the browser ``cablepress.open(folder)`` opens it (``browser/client.js``).
"""

from generator.search.building import CABLES_IN_A_RUN, IndexedCables, IndexedTerms, Merging, index_cables
from generator.search.columns import PackedColumns, pack_columns
from generator.search.fields import FIELDS
from generator.search.files import search_files
from generator.search.ranges import TermRange, cut_ranges
from generator.search.run_file import Run

__all__ = [
    "CABLES_IN_A_RUN",
    "FIELDS",
    "IndexedCables",
    "IndexedTerms",
    "Merging",
    "PackedColumns",
    "Run",
    "TermRange",
    "cut_ranges",
    "index_cables",
    "pack_columns",
    "search_files",
]
