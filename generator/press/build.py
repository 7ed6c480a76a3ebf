"""Builds a site: sources into the archive, the archive onto pages, the new folder in the place of the old one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path
from time import perf_counter

from filelock import FileLock, Timeout

from generator import addresses
from generator.archive import (
    Archive,
    IngestReport,
    forget_archive,
    ingest_sources,
    is_damage,
    link_cables,
    open_database,
)
from generator.config import Config
from generator.errors import BuildError
from generator.exports import hosting_files, sitemap_files
from generator.findings import Finding, Severity
from generator.output import Printed, Staging, check_target, publish, write_file
from generator.pages import (
    ListPlan,
    OwnPage,
    Site,
    View,
    find_theme,
    plan_lists,
    view_dates,
    view_home,
    view_not_found,
    view_own_page,
    view_search,
    view_senders,
    view_tags,
)
from generator.pages.theme import Printer
from generator.parallel import Workers, in_batches, open_workers, processors
from generator.press.own_pages import OwnPages, read_own_pages
from generator.press.printing import CableRange, PrintOrder, close_rooms, index_piece, print_piece
from generator.press.report import BuildReport, Progress, Silence
from generator.search import IndexPart, merge_parts, search_files
from generator.sitefile import SiteFile
from generator.sources.discovery import Discovery, find_sources

_CABLES_IN_A_PIECE = 100
_CABLES_IN_AN_INDEX_PIECE = 500
_LISTS_IN_A_PIECE = 20
_ENOUGH_FOR_A_POOL = 400
"""From so many cables on, starting other processes costs less than it saves."""


def build_site(
    config: Config,
    *,
    output: Path | None = None,
    jobs: int | None = None,
    strict: bool = False,
    clean: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Print a site.

    Args:
        config: the site's settings.
        output: the folder to print into, in place of the settings'.
        jobs: how many processes work; None for as many as there are processors, or one where that is faster.
        strict: leave the published folder as it is where a source could not be printed.
        clean: forget the archive first, so that everything is parsed again.
        progress: hears how it is getting on.

    Raises:
        BuildError: the site could not be printed; the earlier one stands as it was.
    """
    build = _Build(config, output or config.path("output"), progress or Silence())
    with build.alone():
        if clean:
            forget_archive(build.archive_path)
        try:
            return build.run(jobs, strict)
        except Exception as error:
            if not is_damage(error):
                raise
        # The archive is damaged. All that it held is in the sources, so nobody needs to hear of it.
        forget_archive(build.archive_path)
        build = _Build(config, output or config.path("output"), progress or Silence())
        return build.run(jobs, strict)


class _Build:
    """One build: what its stages share."""

    def __init__(self, config: Config, output: Path, progress: Progress) -> None:
        self.config = config
        self.output = Path(os.path.realpath(output))
        self.archive_path = config.path("archive")
        self.progress = progress
        self.seconds: dict[str, float] = {}
        self.findings: list[Finding] = []
        self.printed: list[Printed] = []

    def run(self, jobs: int | None, strict: bool) -> BuildReport:
        self._check_places()
        theme = find_theme(self.config.theme, self.config.root)
        discovery = self._discover()
        staging = Staging(self.output)
        try:
            with open_workers(_count_workers(jobs, discovery)) as workers:
                ingest = self._ingest(discovery, workers)
                archive = Archive(self.archive_path)
                try:
                    self.findings += archive.findings()
                    own_pages = read_own_pages(self.config)
                    self.findings += own_pages.findings
                    staging.prepare()
                    site = self._site(own_pages)
                    order = PrintOrder(self.archive_path, staging.folder, theme, site, self.config.page_size)
                    self._print_everything(order, archive, own_pages.pages, workers)
                    cables = archive.count()
                finally:
                    archive.close()
                    close_rooms()
            published = not (strict and any(f.severity is Severity.ERROR for f in self.findings))
            if published:
                with self._stage("publish", 1):
                    staging.finish(self.printed)
                    publish(staging)
        finally:
            staging.discard()
        return self._report(ingest, cables, published)

    def _report(self, ingest: IngestReport, cables: int, published: bool) -> BuildReport:
        return BuildReport(
            output=self.output,
            published=published,
            cables=cables,
            parsed=ingest.parsed,
            unchanged=ingest.unchanged,
            files=len(self.printed),
            size=sum(each.size for each in self.printed),
            seconds=self.seconds,
            findings=tuple(sorted(set(self.findings))),
        )

    def _check_places(self) -> None:
        sources = [Path(os.path.realpath(self.config.path(setting))) for setting in ("cables", "pages")]
        root = Path(os.path.realpath(self.config.root))
        archive = Path(os.path.realpath(self.archive_path))
        check_target(self.output, [root, root / "themes", *sources, archive], sources)

    def _discover(self) -> Discovery:
        with self._stage("find", 1):
            folder = self.config.path("cables")
            # Names of sources are printed: those of a folder elsewhere must not tell where this machine keeps it.
            inside = self.config.root in folder.parents and ".." not in folder.parts
            discovery = find_sources(folder, self.config.shown(folder) if inside else folder.name)
        self.findings += discovery.findings
        if not discovery.files:
            message = "there are no cables in this folder" if folder.is_dir() else "this folder does not exist"
            self.findings.append(Finding(self.config.shown(folder), 0, "site.no-cables", message))
        if not self.config.url:
            self.findings.append(Finding("site.yaml", 0, "site.no-url", "the site's address is not set"))
        return discovery

    def _ingest(self, discovery: Discovery, workers: Workers) -> IngestReport:
        with open_database(self.archive_path) as database:
            with self._stage("ingest", len(discovery.files)):
                report = ingest_sources(
                    database, discovery.files, self.config.max_cable_bytes, workers, self.progress.advance
                )
            with self._stage("link", 1):
                self.findings += link_cables(database)
        self.findings += report.findings
        return report

    def _site(self, own_pages: OwnPages) -> Site:
        config = self.config
        links = tuple(page.link for page in own_pages.pages)
        return Site(config.title, " ".join(config.description.split()), config.language, config.url, links)

    def _print_everything(
        self, order: PrintOrder, archive: Archive, own_pages: Iterable[OwnPage], workers: Workers
    ) -> None:
        cables = archive.count()
        with self._stage("print", cables):
            for done in workers.map(partial(print_piece, order), _ranges(cables, _CABLES_IN_A_PIECE)):
                self.printed += done
                self.progress.advance(len({each.address for each in done if each.address.startswith("cable/")}))
        plans = list(plan_lists(archive, self.config.page_size))
        with self._stage("list", len(plans)):
            pieces: Iterator[tuple[ListPlan, ...]] = in_batches(plans, _LISTS_IN_A_PIECE)
            for done in workers.map(partial(print_piece, order), pieces):
                self.printed += done
                self.progress.advance(_LISTS_IN_A_PIECE)
        with self._stage("index", cables):
            ranges = _ranges(cables, _CABLES_IN_AN_INDEX_PIECE)
            index = merge_parts(self._counted(workers.map(partial(index_piece, self.archive_path), ranges)))
            self._write(order, search_files(index, archive.entries(0, cables)))
        with self._stage("finish", 1):
            self._write(order, self._single_pages(order, archive, own_pages))
            self._write(order, order.theme.assets())
            self._write(order, hosting_files())
            if self.config.url:
                pages = sorted(each.address for each in self.printed if each.address.endswith(".html"))
                pages.remove(addresses.NOT_FOUND)
                self._write(order, sitemap_files(self.config.url, pages))

    def _counted(self, parts: Iterator[IndexPart]) -> Iterator[IndexPart]:
        for part in parts:
            yield part
            self.progress.advance(len(part.lengths[0]))

    def _single_pages(self, order: PrintOrder, archive: Archive, own_pages: Iterable[OwnPage]) -> Iterator[SiteFile]:
        printer, site = Printer(order.theme), order.site
        views: tuple[tuple[str, View], ...] = (
            ("home.html", view_home(archive, site)),
            ("index.html", view_tags(archive, site)),
            ("index.html", view_senders(archive, site)),
            ("index.html", view_dates(archive, site)),
            ("search.html", view_search(archive, site)),
            ("404.html", view_not_found(site)),
        )
        own_views: Iterator[tuple[str, View]] = (("page.html", view_own_page(page, site)) for page in own_pages)
        for template, view in chain(views, own_views):
            yield printer.render(template, view)

    def _write(self, order: PrintOrder, files: Iterable[SiteFile]) -> None:
        self.printed += [write_file(order.folder, file) for file in files]

    @contextmanager
    def _stage(self, name: str, steps: int) -> Iterator[None]:
        self.progress.begin(name, steps)
        start = perf_counter()
        yield
        self.seconds[name] = round(perf_counter() - start, 3)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the site's lock: two builds of one site would print into the same folders."""
        try:
            self.archive_path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.archive_path.with_suffix(".lock"), timeout=0)
            lock.acquire()
        except Timeout as error:
            raise BuildError(
                "another build of this site is running",
                where=self.config.shown(self.config.root),
                remedy="Wait until it is done.",
            ) from error
        except OSError as error:
            raise BuildError(
                f"the archive's folder cannot be written: {error.strerror}",
                where=self.config.shown(self.archive_path.parent),
                remedy="Check its permissions, or set 'paths: archive' in site.yaml.",
            ) from error
        try:
            yield
        finally:
            lock.release()


def _ranges(cables: int, size: int) -> list[CableRange]:
    """Cut all ordinals into ranges."""
    return [CableRange(start, min(start + size, cables)) for start in range(0, cables, size)]


def _count_workers(jobs: int | None, discovery: Discovery) -> int:
    if jobs is not None:
        return jobs
    return processors() if len(discovery.files) >= _ENOUGH_FOR_A_POOL else 1
