# ruff: noqa: INP001 - Pelican loads it by its path
"""A bare Pelican site with the same pages as Hugo's with the bare theme: a list for each TAG, sender and year."""

SITENAME = "Benchmark"
SITEURL = "https://example.org/bench"
PATH = "content"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
AUTHOR = "nobody"
# Colouring the telegram's header as if it were code would be work that nobody asks for.
MARKDOWN = {"extension_configs": {"markdown.extensions.fenced_code": {}}, "output_format": "html5"}
# Feeds, authors and what was built before: pages and work that ours does not have.
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ARCHIVES_SAVE_AS = ""
LOAD_CONTENT_CACHE = False
ARTICLE_URL = ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{slug}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "senders/{slug}.html"
CATEGORIES_SAVE_AS = "senders.html"
TAG_URL = TAG_SAVE_AS = "tags/{slug}.html"
TAGS_SAVE_AS = "tags.html"
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}.html"
DIRECT_TEMPLATES = ["index", "tags", "categories"]
PAGINATED_TEMPLATES = {"tag": 100, "category": 100}
DEFAULT_PAGINATION = 100
