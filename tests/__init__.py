"""The tests. Each says in its name, as a sentence, what Cablepress promises."""
