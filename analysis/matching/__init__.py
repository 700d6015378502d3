"""Finds the phrases of word lists in a text: one matcher with gaps, inflection and wildcards, in linear time."""

from analysis.matching.elements import Element, Kind, literal, read_elements
from analysis.matching.inflection import Inflection, inflection
from analysis.matching.phrases import Barrier, Keys, Match, Phrase, Phrases, Text
from analysis.matching.spelling import enclitic, key, split

__all__ = [
    "Barrier",
    "Element",
    "Inflection",
    "Keys",
    "Kind",
    "Match",
    "Phrase",
    "Phrases",
    "Text",
    "enclitic",
    "inflection",
    "key",
    "literal",
    "read_elements",
    "split",
]
