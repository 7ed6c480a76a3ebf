"""Tests of the cable grammar: a file a field, each a table of good and damaged inputs; then the parser as a whole.

Every value in them is invented. The rules are those of the telegrams, counter-examples included.
"""
