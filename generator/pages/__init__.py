"""Pages: what readers see. The archive in, HTML out, no disk.

A page is a view: a frozen record with everything that the page shows, neighbours and counts included
(`views`). Modules named after kinds of pages make views of what the archive says; a `Press` renders a view with
the theme's template, which has no logic worth testing.
"""

from generator.pages.cable_page import CableView, view_cable
from generator.pages.collections import view_collections
from generator.pages.index_pages import (
    view_classifications,
    view_dates,
    view_home,
    view_not_found,
    view_search,
    view_senders,
    view_tags,
)
from generator.pages.list_pages import ListPlan, plan_lists, view_list_pages
from generator.pages.notes import read_note
from generator.pages.own_pages import OwnPage, read_own_page, view_own_page
from generator.pages.signers import view_signers
from generator.pages.theme import Theme, find_theme
from generator.pages.views import Site, View
from generator.pages.wanted import WantedPlan, plan_wanted, view_wanted_pages

__all__ = [
    "CableView",
    "ListPlan",
    "OwnPage",
    "Site",
    "Theme",
    "View",
    "WantedPlan",
    "find_theme",
    "plan_lists",
    "plan_wanted",
    "read_note",
    "read_own_page",
    "view_cable",
    "view_classifications",
    "view_collections",
    "view_dates",
    "view_home",
    "view_list_pages",
    "view_not_found",
    "view_own_page",
    "view_search",
    "view_senders",
    "view_signers",
    "view_tags",
    "view_wanted_pages",
]
