"""What the columns of the word lists hold: every letter and name that a row may have, with its one meaning.

Code asks for members of these enumerations; lists are read through ``COLUMNS``, so that a letter which is not declared
here is a fault of the package.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from enum import StrEnum
from typing import TypeVar, get_args

from analysis.errors import DataError
from analysis.types import CueClass, FrameName, Gender, StanceLabel

E = TypeVar("E", bound=StrEnum)


class WordRole(StrEnum):
    """What a function word does in its clause (``clause_words``); a word may have several."""

    THAT = "that"
    """Complementiser of a reported clause."""
    WH = "wh"
    """Question word."""
    REL = "rel"
    """Relative pronoun."""
    CONJ = "conj"
    """Coordinating conjunction."""
    SUB = "sub"
    """Subordinating conjunction."""
    PREP = "prep"
    """Preposition."""
    OF = "of"
    """Preposition that joins a noun to another: *of*."""
    GEN = "gen"
    """What makes a genitive, or stands in its place."""
    BY = "by"
    """Preposition of the agent of a passive."""
    AS = "as"
    """Before what somebody or something is called."""
    INF = "inf"
    """Infinitive marker."""
    DET = "det"
    """Determiner."""
    POSS = "poss"
    """Possessive."""
    OBL = "obl"
    """A form that no subject has: *dem*."""
    MASC = "masc"
    """Subject pronoun, masculine singular."""
    FEM = "fem"
    """Subject pronoun, feminine singular."""
    PLUR = "plur"
    """Subject pronoun, third person plural."""
    NEUT = "neut"
    """Pronoun for a matter or a clause."""
    FIRST = "first"
    """Pronoun of the first person."""
    OBJMASC = "objmasc"
    """Object pronoun, masculine singular."""
    OBJFEM = "objfem"
    """Object pronoun, feminine singular."""
    OBJPLUR = "objplur"
    """Object pronoun, third person plural."""
    REFL = "refl"
    """Reflexive pronoun."""
    ADV = "adv"
    """Adverb that may stand between a verb and its subject."""
    NEG = "neg"
    """Negation."""
    TIME = "time"
    """Day, month, or another word for when."""
    HAVE = "have"
    """Auxiliary of the perfect."""
    BE = "be"
    """Auxiliary of the passive, copula."""
    MODAL = "modal"
    """Modal verb."""
    SUBJ = "subj"
    """Verb in the mood of reported speech."""
    SOCALLED = "socalled"
    """Before what is only named so: *so-called*."""
    HEARSAY = "hearsay"
    """Says that something is only said: read as a function word, and no more."""


class CueUse(StrEnum):
    """What a cue does with somebody's words (``cues``); it may do several things."""

    SAY = "S"
    """Says: *said that …*."""
    THINK = "T"
    """Thinks: *believes that …*."""
    WANT = "W"
    """Wants or urges: *calls for …*."""
    CALL = "C"
    """Calls something something: *called it “…”*."""
    JUDGE = "J"
    """Judges: *condemned …*."""
    ASK = "K"
    """Asks: *asked whether …*."""
    QUOTE = "O"
    """Quotes somebody else: whose words they are is its object."""
    QUOTED = "Q"
    """The subject of its passive speaks: *was quoted as saying*."""
    IMPERSONAL = "I"
    """Has no speaker: *it says in the report*."""


class CueForm(StrEnum):
    """Which form of a verb a cue is (``cues``); one spelling may be several."""

    FINITE = "f"
    PARTICIPLE = "p"
    GERUND = "g"
    NOUN = "n"
    """Also a noun: *claims*."""
    PASSIVE = "s"
    """Passive by its ending; made by rule and in no list."""


class SourcePlace(StrEnum):
    """Where the source stands beside a phrase such as *according to* (``according``)."""

    PRE = "pre"
    """Behind the phrase, which is a preposition."""
    POST = "post"
    """Before the phrase, which is a postposition: *dem Bericht zufolge*."""
    OWN = "own"
    """The phrase itself stands for the source: *in her view*."""
    COMMA = "comma"
    """Behind the phrase, if a comma stands before it: *…, so der Minister*."""
    DEMONSTRATIVE = "demonstrative"
    """No source of its own: *by that account*."""


class MediumKind(StrEnum):
    """What a noun for a medium stands for (``media_words``)."""

    OUTLET = "outlet"
    DOCUMENT = "document"
    SOCIAL = "social"
    AUDIENCE = "audience"
    """Whom something is said to, or the occasion: *reporters*, *a press conference*."""


class NounKind(StrEnum):
    """What a noun of saying takes (``reporting_nouns``)."""

    CLAUSE = ""
    WORDING = "wording"
    """Words within marks: *the slogan “…”*."""


class CreditKind(StrEnum):
    """What a word before an agency credits it with (``credit_words``)."""

    SOURCE = "source"
    PHOTO = "photo"


class OfficeForm(StrEnum):
    """Whether a noun for an office has its definite article in it (``roles``)."""

    BARE = "bare"
    DEFINITE = "definite"


class EndingUse(StrEnum):
    """What an inflectional ending is for (``framing_endings``)."""

    INFLECTION = "inflection"
    """Added to a stem."""
    CITATION = "citation"
    """Lost by the listed form when another ending is added."""
    BOTH = "both"
    SWAP = "swap"
    """Stands for the ending in the third column."""


class StopUse(StrEnum):
    """Whether an abbreviation may end a sentence (``abbreviations``)."""

    MAY = "may"
    NEVER = "never"
    NUMBER = "number"
    """Not before a number."""


class PhrasePlace(StrEnum):
    """Where a phrase of pages stands in its line (``page_phrases``)."""

    LINE = "line"
    """It is the whole line, or with others of its kind."""
    START = "start"
    LABEL = "label"
    """At the start, before a colon or nothing."""
    WITHIN = "within"
    """Anywhere in a short line."""


class EvidentialUse(StrEnum):
    """What an evidential expression makes of its sentence (``evidentials``)."""

    REPORTED = "reported"
    ALLEGED = "alleged"
    DENIED = "denied"
    UNCERTAIN = "uncertain"
    NONE = "none"
    """A look-alike that keeps a shorter pattern from matching."""


class LoadedCategory(StrEnum):
    """How a loaded expression is loaded (``loaded``)."""

    EMOTIVE = "emotive"
    JUDGING = "judging"
    LABELLING = "labelling"
    SENSATIONAL = "sensational"


Column = Callable[[str], object]
"""Reads what a column holds; raises ValueError for what it does not declare."""


def letters(kind: type[E], text: str) -> frozenset[E]:
    """Members that are written as one letter each."""
    return frozenset(kind(letter) for letter in text)


def names(kind: type[E], text: str) -> frozenset[E]:
    """Members that are written with spaces between."""
    return frozenset(kind(name) for name in text.split(" "))


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

COLUMNS: dict[str, tuple[Column, ...]] = {
    "abbreviations": (_entry, StopUse),
    "according": (_entry, SourcePlace),
    "anonymity": _plain,
    "anonymous_sources": _plain,
    "articles": _plain,
    "attitudes": (_entry, _one_of(get_args(StanceLabel)), _degree),
    "capacities": _plain,
    "cities": _keyed,
    "clause_words": (_entry, lambda text: names(WordRole, text)),
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
    "framing_endings": (_entry, EndingUse, _entry),
    "framing_participles": _plain,
    "frequencies": (_entry, _number),
    "function_words": _plain,
    "gender_pronouns": (_entry, _gender),
    "group_modifiers": _plain,
    "groups": _keyed,
    "loaded": (_entry, LoadedCategory, _degree),
    "media_words": (_entry, MediumKind),
    "months": (_entry, _number),
    "name_endings": (_entry, str),
    "name_finals": _plain,
    "name_finals_doubtful": _plain,
    "numerals": (_entry, _number),
    "official_bodies": _plain,
    "organisations": _keyed,
    "page_phrases": (_entry, _entry, PhrasePlace),
    "photo_agencies": _plain,
    "places": _keyed,
    "press_names": _plain,
    "reporting_nouns": (_entry, NounKind),
    "roles": (_entry, _entry, OfficeForm, _gender),
    "speaker_roles": (_entry, WordRole),
    "territories": _keyed,
    "titles": (_entry, _gender),
    "weekdays": _plain,
}
"""The columns of each list of a language; a row may leave out the last ones."""


def check(name: str, row: tuple[str, ...]) -> None:
    """Raise DataError if a row of a list holds what its columns do not declare."""
    columns = COLUMNS.get(name)
    if columns is None or not 0 < len(row) <= len(columns):
        raise DataError(f"the list {name} has no such columns: {row}")
    for column, text in zip(columns, row, strict=False):
        try:
            column(text)
        except ValueError as error:
            raise DataError(f"a row of the list {name} cannot be read: {row}: {error}") from error
