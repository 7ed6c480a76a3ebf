"""The press: what a person can have done, one function each. They return reports; they print nothing."""

from generator.press.build import build_site
from generator.press.check import CheckReport, check_site
from generator.press.inspect import inspect_files
from generator.press.report import BuildReport, Progress

__all__ = ["BuildReport", "CheckReport", "Progress", "build_site", "check_site", "inspect_files"]
