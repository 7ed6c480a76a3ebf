"""Audits of printed pages by programs that Python has no package for: the Nu HTML Checker and Lighthouse."""
