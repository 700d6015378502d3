"""Who said what: quotations direct, indirect and mixed, each with its speaker, cue, medium, outlet and stance."""

from analysis.quotes.assembly import find_quotes

__all__ = ["find_quotes"]
