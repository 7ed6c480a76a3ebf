"""Exports: what machines read. The archive in, files out, no disk."""

from generator.exports.hosting import hosting_files
from generator.exports.sitemap import sitemap_files
from generator.exports.sources import source_files

__all__ = ["hosting_files", "sitemap_files", "source_files"]
