"""What is true of one language: read from ``data/languages/<code>/grammar.toml``, and asked for by every stage.

No other code at run time names a language; ``analysis.languages`` tells in which one a text is.
"""

from analysis.grammar.features import Dates, Grammar, Pronouns, Readability, Words
from analysis.grammar.loading import grammar, read_grammar

__all__ = ["Dates", "Grammar", "Pronouns", "Readability", "Words", "grammar", "read_grammar"]
