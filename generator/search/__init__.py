"""Search: the full-text index, and the scripts that read it in the browser.

The one interface is narrow on both sides, so that the index can be cut up differently without anybody noticing.
Here: `index_cables` for a range of cables, `SearchIndex` for all of them, `search_files` for what goes into the
site. In the browser: ``cablepress.search(query)`` (see ``browser/engine.js``).
"""

from generator.search.files import search_files
from generator.search.index import FIELDS, IndexPart, SearchIndex, index_cables

__all__ = ["FIELDS", "IndexPart", "SearchIndex", "index_cables", "search_files"]
