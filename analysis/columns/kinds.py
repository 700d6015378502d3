"""What the columns of the word lists hold: every letter and name that a row may have, with its one meaning.

Code asks for members of these enumerations; lists are read through ``COLUMNS``, so that a letter which is not declared
here is a fault of the package.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

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
    NOBODY = "nobody"
    """Pronoun or determiner for nobody: who is none has said nothing."""
    REFUSE = "refuse"
    """Verb of refusing or avoiding: what is to be said behind it is not said."""


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
    THAT_CLAUSE = "D"
    """Reports only with a that-clause, since its object is mostly a thing: *discovered that …*, not *a wreck*; with S,
    also where it introduces words otherwise, or a verb shows the clause: *wrote: …*, not *a letter*."""
    SHOW = "E"
    """Shows: reports only if its subject is somebody or something that states, *the report*, not *history* or *it*."""
    DENY = "N"
    """Denies, doubts or agrees: it reports also where it is negated, *did not deny that …*."""


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
    OWNED = "owned"
    """In the gap of the phrase, in the genitive: *in the mayor's view*."""
    FIRST = "first"
    """Behind the phrase, if that opens its sentence: *À en croire le maire, …*, *Skal man tro borgmesteren, …*."""
    COMMA = "comma"
    """Behind the phrase, if a comma stands before it: *…, so der Minister*."""
    DEMONSTRATIVE = "demonstrative"
    """No source of its own: *by that account*."""
    NOTHING = "nothing"
    """Only looks like one: *according to plan*."""


class MediumKind(StrEnum):
    """What a noun for a medium stands for (``media_words``)."""

    OUTLET = "outlet"
    DOCUMENT = "document"
    SOCIAL = "social"
    AUDIENCE = "audience"
    """Whom something is said to, or the occasion: *reporters*, *a press conference*."""


class FirmWord(StrEnum):
    """How a noun shows that a name is a firm's (``company_words``)."""

    NAMED = "named"
    """It stands before the name: *the chain X*."""
    OWNED = "owned"
    """A firm alone has it: *X's chief executive*."""


class NamelessWord(StrEnum):
    """Where a noun stands in the name of what is neither anybody nor a place (``nameless``)."""

    FIRST = "first"
    LAST = "last"
    ENDING = "ending"
    """It ends a compound."""


class BodyWord(StrEnum):
    """What a word is in the name of a body (``body_words``)."""

    HEAD = "head"
    """The noun for the kind of body: *institute*."""
    LINK = "link"
    """It joins what the body is for: *for*."""
    AND = "and"
    """It joins two such parts: *and*."""
    NESTED = "nested"
    """It joins more behind what the body is for: *impact in health*."""
    BEFORE = "before"
    """It stands before a name and is no part of it: *the charity X*."""
    ENDING = "ending"
    """What adjectives in such names end in, behind a hyphen."""


class NounKind(StrEnum):
    """What a noun of saying takes (``reporting_nouns``)."""

    CLAUSE = ""
    WORDING = "wording"
    """Words within marks: *the slogan “…”*."""


class CreditKind(StrEnum):
    """What a word before an agency, or behind it, credits it with (``credit_words``)."""

    SOURCE = "source"
    PHOTO = "photo"
    BEHIND = "behind"
    """Of the text, and stands behind the agency: *Reuters contributed to this report*."""


class ArticleForm(StrEnum):
    """Whether an article opens the name of a medium however it is written (``media_articles``)."""

    CAPITAL = ""
    """With a capital only."""
    ANY = "small"
    """In small letters too: *the Guardian*."""


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


class OpinionPlace(StrEnum):
    """Where a word marks an article as opinion (``opinion_words``)."""

    LABEL = "label"
    """Before the headline: *Editorial: …*."""
    SECTION = "section"
    """A part of the address: */opinion/*."""
    BOTH = "both"
    """In either place."""


class TimeUse(StrEnum):
    """How words name a day, a month or a year (``time_words``); ``{day}`` in them is a day of the week."""

    DAY_BEFORE_LAST = "day-2"
    YESTERDAY = "day-1"
    THIS_DAY = "day+0"
    """Today and nothing else: *this morning*."""
    TOMORROW = "day+1"
    DAY_AFTER_NEXT = "day+2"
    LAST_MONTH = "month-1"
    THIS_MONTH = "month+0"
    NEXT_MONTH = "month+1"
    LAST_YEAR = "year-1"
    THIS_YEAR = "year+0"
    NEXT_YEAR = "year+1"
    TODAY = "today"
    """Today, or nowadays: the day only beside a verb of saying."""
    SAID = "said"
    """A weekday of which the words do not say whether it is past: the last one, only beside a verb of saying."""
    PAST = "past"
    """The weekday before today: *i tisdags*."""
    LAST = "last"
    """The weekday before today, or the one of last week: *last Tuesday*."""
    AHEAD = "ahead"
    """The weekday after today: *på tisdag* in Swedish."""
    COMING = "coming"
    """The weekday after today, or the one of next week: *next Tuesday*."""
    YEAR = "year"
    """A word that only a year follows: *since 2019*."""
    IN = "in"
    """A word before a year or a number of something: *in 2019*."""
    NONE = "none"
    """No day, although another row would make it one: *of tomorrow*."""


def letters(kind: type[E], text: str) -> frozenset[E]:
    """Members that are written as one letter each."""
    return frozenset(kind(letter) for letter in text)


def names(kind: type[E], text: str) -> frozenset[E]:
    """Members that are written with spaces between."""
    return frozenset(kind(name) for name in text.split(" "))
