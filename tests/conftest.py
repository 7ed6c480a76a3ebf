"""Fixtures that more than one file of tests needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from generator.config import read_config
from tests.browser import SUB_PATH, Watch, open_browser, serve
from tests.kinds import html_of, pages_of_each_kind
from tests.printed_sample import print_otherwise, print_sample
from tests.site_folder import ROOT, SiteFolder


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A site's folder without cables."""
    folder = tmp_path / "site"
    folder.mkdir()
    return SiteFolder(folder)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample collection, printed below a host's folder at a sub-path."""
    return print_sample(tmp_path_factory.mktemp("sample"), tmp_path_factory.mktemp("host") / SUB_PATH)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def host(sample: Path) -> Iterator[str]:
    """The address of the printed sample on a host."""
    with serve(sample.parents[2]) as address:
        yield f"{address}{SUB_PATH}/"


@pytest.fixture(scope="session")
def own_host(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the printed sample on a host at the path of its own url, where 404.html works, too."""
    folder = tmp_path_factory.mktemp("own-host")
    path = urlsplit(read_config(ROOT).url).path.strip("/")
    (folder / path).symlink_to(sample)
    with serve(folder) as address:
        yield f"{address}{path}/"


@pytest.fixture(scope="session")
def other_publisher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample in French, in the ledger theme, with a note, on a host."""
    folder = tmp_path_factory.mktemp("other-host") / urlsplit(read_config(ROOT).url).path.strip("/")
    output = print_otherwise(tmp_path_factory.mktemp("other"), folder)
    with serve(output.parent) as address:
        yield f"{address}{output.name}/"


@pytest.fixture(scope="session")
def kinds(sample: Path) -> dict[str, tuple[str, ...]]:
    """The addresses of the pages of the sample that stand for each kind of page."""
    return pages_of_each_kind(html_of(sample))


@pytest.fixture(scope="session")
def pages_of_all_kinds(kinds: dict[str, tuple[str, ...]]) -> list[str]:
    """The addresses of all pages that stand for a kind."""
    return [address for chosen in kinds.values() for address in chosen]


@pytest.fixture(params=["http", "file"])
def origin(request: pytest.FixtureRequest, sample: Path, host: str) -> str:
    """The address of the printed sample, on a host under a sub-path and on a disk."""
    return host if request.param == "http" else f"{sample.as_uri()}/"


@pytest.fixture
def watch() -> Watch:
    """What pages do that a reader would not see."""
    return Watch()


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A browser's page, watched."""
    page = browser.new_page()
    watch.follow(page)
    yield page
    page.close()
