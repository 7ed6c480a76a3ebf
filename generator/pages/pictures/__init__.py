"""Pictures: timelines, calendars, the map of senders, the network around a cable. Records in, markup out.

No word is in here: what a picture shows and says comes from who draws it, as text or as a function that makes text, and
is escaped. Colours are the theme's. docs/theme.md describes what each is for; docs/decisions/pictures.md says why.
"""

from generator.pages.pictures.calendar import CalendarWords, Cell, draw_days, draw_years
from generator.pages.pictures.columns import Bar
from generator.pages.pictures.network import NetworkWords, Node, Step, draw_network
from generator.pages.pictures.timeline import MOST_YEARS_BY_MONTH, TimelineWords, draw_timeline
from generator.pages.pictures.world_map import MapWords, Post, draw_map

__all__ = [
    "MOST_YEARS_BY_MONTH",
    "Bar",
    "CalendarWords",
    "Cell",
    "MapWords",
    "NetworkWords",
    "Node",
    "Post",
    "Step",
    "TimelineWords",
    "draw_days",
    "draw_map",
    "draw_network",
    "draw_timeline",
    "draw_years",
]
