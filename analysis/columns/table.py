"""The columns of every list of a language, and what each may hold."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import get_args

from analysis.columns.kinds import (
    ArticleForm,
    BodyWord,
    CreditKind,
    CueForm,
    CueUse,
    EndingUse,
    EvidentialUse,
    FirmWord,
    LoadedCategory,
    MediumKind,
    NamelessWord,
    NounKind,
    OfficeForm,
    OpinionPlace,
    PhrasePlace,
    SourcePlace,
    StopUse,
    TimeUse,
    WordRole,
    letters,
    names,
)
from analysis.errors import DataError
from analysis.types import CueClass, FrameName, Gender, StanceLabel

Column = Callable[[str], object]
"""Reads what a column holds; raises ValueError for what it does not declare."""


def _entry(text: str) -> str:
    """A word or phrase."""
    if not text:
        raise ValueError("an entry is never empty")
    return text


def _one_of(choices: Collection[str]) -> Column:
    """One of some names."""

    def read(text: str) -> str:
        if text not in choices:
            raise ValueError(f"{text!r} is none of {', '.join(sorted(choices))}")
        return text

    return read


def _several_of(choices: Collection[str]) -> Column:
    """Some names with commas between."""
    one = _one_of(choices)
    return lambda text: tuple(one(name) for name in text.split(","))


def _number(text: str) -> float:
    return float(text)


_gender = _one_of(get_args(Gender))
_degree = _one_of(("1", "2", "3"))
_plain = (_entry,)
_keyed = (_entry, _entry)

PERIODS = ("q1", "q2", "q3", "q4", "next_year", "year_end")
"""Quarters, the year after the one of the text, and the end of that one."""

UNITS = (
    "percent", "point", "krone", "euro", "dollar", "pound", "franc", "leu", "foot", "metre", "kilometre", "mile", "mil",
    "acre", "hectare", "kilogram", "tonne", "minute", "hour", "day", "week", "month", "year", "mps", "kmh", "mph",
    "megawatt", "gigawatt",
)  # fmt: skip
"""Units of figures: shares, currencies, lengths (a Scandinavian *mil* is ten kilometres), areas, weights, spans of
time, speeds, power."""

COLUMNS: dict[str, tuple[Column, ...]] = {
    "abbreviations": (_entry, StopUse),
    "according": (_entry, SourcePlace),
    "anonymity": _plain,
    "anonymous_sources": _plain,
    "articles": (_entry, _gender),
    "attitudes": (_entry, _one_of(get_args(StanceLabel)), _degree),
    "body_nouns": _keyed,
    "body_words": (_entry, BodyWord),
    "callings": (_entry, _entry, _gender),
    "capacities": _plain,
    "cities": _keyed,
    "clause_words": (_entry, lambda text: names(WordRole, text)),
    "common_letters": _plain,
    "company_words": (_entry, FirmWord),
    "credit_words": (_entry, CreditKind),
    "cues": (
        _entry,
        _entry,
        _one_of(get_args(CueClass)),
        lambda text: letters(CueUse, text),
        lambda text: letters(CueForm, text),
    ),
    "demonyms": _keyed,
    "documents": _plain,
    "evidentials": (_entry, EvidentialUse),
    "frames": (_entry, _several_of(get_args(FrameName))),
    "fractions": (_entry, Fraction),
    "framing_endings": (_entry, EndingUse, _entry),
    "framing_participles": _plain,
    "frequencies": (_entry, _number),
    "function_words": _plain,
    "gender_pronouns": (_entry, _gender),
    "group_modifiers": _plain,
    "groups": _keyed,
    "inhabitants": _plain,
    "loaded": (_entry, LoadedCategory, _degree),
    "media_words": (_entry, MediumKind),
    "months": (_entry, _number),
    "name_endings": (_entry, str),
    "nameless": (_entry, NamelessWord),
    "name_finals": _plain,
    "name_finals_doubtful": _plain,
    "nicknames": _keyed,
    "numerals": (_entry, _number),
    "official_bodies": _keyed,
    "opinion_words": (_entry, OpinionPlace),
    "organisations": _keyed,
    "page_phrases": (_entry, _entry, PhrasePlace),
    "periods": (_entry, _one_of(PERIODS)),
    "photo_agencies": _plain,
    "places": _keyed,
    "press_names": _plain,
    "reporting_nouns": (_entry, NounKind),
    "roles": (_entry, _entry, OfficeForm, _gender),
    "shares": _plain,
    "speaker_roles": (_entry, _gender),
    "spokespeople": _plain,
    "taking_sides": (_entry, _one_of(get_args(StanceLabel))),
    "territories": _keyed,
    "time_words": (_entry, TimeUse),
    "titles": (_entry, _gender),
    "units": (_entry, _one_of(UNITS)),
    "weekdays": (_entry, _number),
    "works": _plain,
}
"""The columns of each list of a language; a row may leave out the last ones."""

_country = (_entry, _entry)
_place = _one_of(("city", "country", "region"))

WORLD_COLUMNS: dict[str, tuple[Column, ...]] = {
    "acronyms": _keyed,
    "agencies": _country,
    "body_kinds": _keyed,
    "clock_units": _plain,
    "companies": _plain,
    "given_names": (_entry, _gender),
    "legal_forms": _plain,
    "media_articles": (_entry, ArticleForm),
    "media_links": _plain,
    "more_places": (_entry, _entry, _place),
    "name_articles": _plain,
    "name_particles": _plain,
    "name_suffixes": _keyed,
    "organisation_kinds": _keyed,
    "organisations": _keyed,
    "outlets": _country,
    "places": (_entry, _entry, _place),
    "role_kinds": _keyed,
    "platforms": _country,
    "shared_given_names": _plain,
    "street_words": (_entry, _one_of(("before", "behind"))),
    "surnames_in_s": _plain,
    "towns": (_entry, _place),
    "unit_symbols": (_entry, _one_of(UNITS)),
    "venues": _plain,
}
"""The columns of each list of names that are of no language."""


def check(name: str, row: tuple[str, ...], declared: Mapping[str, tuple[Column, ...]] = COLUMNS) -> None:
    """Raise DataError if a row of a list holds what its columns do not declare."""
    columns = declared.get(name)
    if columns is None or not 0 < len(row) <= len(columns):
        raise DataError(f"the list {name} has no such columns: {row}")
    for column, text in zip(columns, row, strict=False):
        try:
            column(text)
        except ValueError as error:
            raise DataError(f"a row of the list {name} cannot be read: {row}: {error}") from error
