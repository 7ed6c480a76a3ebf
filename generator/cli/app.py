"""The commands ``build``, ``serve``, ``check`` and ``inspect``.

Exit codes: 0 done; 1 findings that a person must act on, or a failed build; 2 wrong usage.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated

import typer

import generator
from generator.cli import console
from generator.cli.progress import progress
from generator.config import Config, read_config
from generator.errors import CablepressError
from generator.findings import Finding, Severity
from generator.setting_checks import check_url


def _wrong_usage(check: Callable[[str], str]) -> Callable[[str | None], str | None]:
    """Make an option's callback of a check: what it refuses is wrong usage."""

    def callback(value: str | None) -> str | None:
        try:
            return None if value is None else check(value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error

    return callback


app = typer.Typer(
    name="cablepress",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Print a folder of diplomatic cables as a static, cross-linked, searchable web site.",
)

Directory = Annotated[
    Path, typer.Argument(metavar="DIR", help="The site's folder, with site.yaml and content/.", show_default="here")
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, max=256, help="How many processes work.", show_default="as many as are useful"),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Print into this folder, not the settings'.")]
Url = Annotated[
    str | None,
    typer.Option(
        "--url", callback=_wrong_usage(check_url), help="The address that the site will have, not the settings'."
    ),
]


def main() -> None:
    """Run the command line; what the ``cablepress`` command calls."""
    console.use_any_terminal()
    app()


@app.callback(invoke_without_command=True)
def _about(version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False) -> None:
    if version:
        console.say(f"cablepress {generator.__version__}")
        raise typer.Exit


@app.command()
def build(
    directory: Directory = Path(),
    output: Output = None,
    url: Url = None,
    jobs: Jobs = None,
    strict: Annotated[bool, typer.Option("--strict", help="Publish nothing if a source could not be printed.")] = False,
    clean: Annotated[bool, typer.Option("--clean", help="Parse every source again.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the report as JSON.")] = False,
    debug: Debug = False,
) -> None:
    """Print the site."""
    from generator.press.build import build_site  # noqa: PLC0415 - each command imports what it needs

    with _explained_errors(debug, as_json, stopped="Stopped. Nothing is half done: the published site is whole."):
        config = read_config(_existing(directory), url=url)
        with progress(quiet=as_json) as listener:
            report = build_site(
                config, output=_absolute(output), jobs=jobs, strict=strict, clean=clean, progress=listener
            )
        console.show_report(report, as_json)
        failed = any(finding.severity is Severity.ERROR for finding in report.findings)
        raise typer.Exit(1 if failed else 0)


@app.command()
def serve(
    directory: Directory = Path(),
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes any free one.")] = 8000,
    jobs: Jobs = None,
    debug: Debug = False,
) -> None:
    """Print the site, show it at a local address, and print again when something changes."""
    from generator.press.serve import serve_site  # noqa: PLC0415 - each command imports what it needs

    with _explained_errors(debug), suppress(KeyboardInterrupt):  # Ctrl-C is how this ends
        serve_site(_existing(directory), port=port, jobs=jobs, listener=console.ServeListener())


@app.command()
def check(
    directory: Directory = Path(),
    jobs: Jobs = None,
    totals: Annotated[bool, typer.Option("--totals", help="Show the totals only.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the report as JSON.")] = False,
    debug: Debug = False,
) -> None:
    """Show what of the sources was not understood, and print nothing."""
    from generator.press.check import check_site  # noqa: PLC0415 - each command imports what it needs

    with _explained_errors(debug, as_json):
        config = read_config(_existing(directory))
        with progress(quiet=as_json) as listener:
            report = check_site(config, jobs=jobs, progress=listener)
        console.show_check(report, as_json, totals_only=totals)
        wrong = any(total.severity is not Severity.NOTE for total in report.totals)
        raise typer.Exit(1 if wrong else 0)


@app.command()
def inspect(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Cables to read.")],
    debug: Debug = False,
) -> None:
    """Show what the parser understood, as JSON, one line a cable."""
    from generator.press.inspect import inspect_files, to_json  # noqa: PLC0415 - each command imports what it needs

    unread = 0
    with _explained_errors(debug):
        for item in inspect_files(files, Config(root=Path.cwd())):
            if isinstance(item, Finding):
                console.show_finding(item)
                unread += item.code != "source.row-of-names"  # which holds no cable
            else:
                console.say_plain(to_json(item))
    raise typer.Exit(1 if unread else 0)


def _existing(directory: Path) -> Path:
    if not directory.is_dir():
        raise typer.BadParameter(f"there is no folder '{directory}'", param_hint="DIR")
    return directory.resolve()


def _absolute(path: Path | None) -> Path | None:
    return path.absolute() if path else None


@contextmanager
def _explained_errors(debug: bool, as_json: bool = False, stopped: str = "Stopped.") -> Iterator[None]:
    """Show a person what went wrong, without a traceback; defects say how to get one."""
    try:
        yield
    except (typer.Exit, typer.Abort, typer.BadParameter):
        raise
    except CablepressError as error:
        if debug:
            traceback.print_exc(file=sys.stderr)
        console.show_error(error, as_json)
    except KeyboardInterrupt:
        console.show_stop(stopped, as_json)
    except BrokenPipeError:
        console.forget_output()  # whoever read it has gone, as `head` does
    except Exception as error:  # noqa: BLE001 - a person sees a sentence, whatever it is
        if debug:
            traceback.print_exc(file=sys.stderr)
        console.show_error(_defect(error), as_json)
    else:
        return
    raise typer.Exit(1)


def _defect(error: Exception) -> CablepressError:
    return CablepressError(
        f"Cablepress has a defect ({type(error).__name__}: {error})",
        remedy="The published site is as it was. Run the command again with --debug, and report what it shows.",
    )
