"""The constructions by which a text says who said something, in ordered tables."""
