"""The benchmark room: made-up cables, rival generators, and one way to measure them all.

Nothing in `generator/` imports from here, and nothing here imports from `generator/`: the
press is run as a user runs it, as a program.
"""
