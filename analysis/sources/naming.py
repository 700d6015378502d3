"""What a source is called: a person with the role before the name, anybody else as the article calls them."""

from __future__ import annotations

import re

from analysis.actors.phrases import lowered
from analysis.attribution.outlets import outlets_in
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import QUOTE_MARKS
from analysis.attribution.torn import is_torn
from analysis.columns import WordRole
from analysis.sources.citing import is_part
from analysis.sources.extent import opens_torn
from analysis.sources.kinds import is_common
from analysis.sources.worth import can_tell
from analysis.text import fold
from analysis.types import Actor

LONGEST_ROLE = 6
"""Most words of the role before a name, marks included."""
LONGEST_DESCRIPTION = 7
"""A description of so many words is a clause unless it holds a name or a noun for a source."""
LONGEST_APPOSITION = 14
"""Most words behind a name that say who that is."""
HEAD_REACH = 6
"""Words of an apposition among which its noun stands."""
NOUN_REACH = 2
"""Words after an article within which a description has its noun."""
BREAKING = frozenset({WordRole.HAVE, WordRole.BE, WordRole.MODAL, WordRole.REL, WordRole.WH, WordRole.SUB})
LINKING = frozenset({WordRole.PREP, WordRole.GEN, WordRole.OF, WordRole.DET})
LEADING = frozenset({WordRole.PREP, WordRole.SUB, WordRole.REL, WordRole.WH, WordRole.THAT, WordRole.CONJ})
NOUN_PHRASE = frozenset({WordRole.DET, WordRole.POSS})
UNFINISHED = LEADING | frozenset({WordRole.DET, WordRole.OF})
PRONOUNS = frozenset({WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT})
RELATIVE = frozenset({WordRole.REL, WordRole.WH})
AMBIGUOUS = frozenset({WordRole.REL, WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT, WordRole.FIRST})
"""Roles of words that are pronouns as well as articles (*der*, *det*)."""
POSSESSIVE = frozenset({"'s", "’s"})
LONGEST_ORIGIN, LONGEST_BRACKET = 4, 8
"""Most words of the place behind a name, and tokens of a bracket there, its marks included."""
MEASURED = re.compile(r"\d[\d.,]*[a-z%°]+")
"""A figure with its unit: *300W*, *5kg*."""
INNER = frozenset(".-'’/&")
"""Marks that may stand inside a name."""


def introduced(reading: Reading, first: int, last: int, actor: Actor, *, subject: bool) -> str:
    """The name of an actor as these words give it: *City Attorney Brad Holm*, *utrikesminister Maria Berg*.

    The actor's own name where they hold none of it (*the president*, *he*), more than a name, letters alone, or a form
    that only its place in the sentence gives it (``subject`` says that they are the subject of a verb).
    """
    inside = [named for named in reading.named_in(first, last) if named.actor.id == actor.id and named.last <= last]
    if not inside:
        return actor.name
    begin, end = inside[-1].first, inside[-1].last
    if actor.type == "person":
        while end < last and reading.words[end].capital:
            end += 1
        start = _title_start(reading, first, begin)
        name = _clean(reading, start, end)
        full = set(_words(actor.name)) <= set(_words(name))
        if not name or not (full or any(is_role_noun(reading, i) for i in range(start, begin))):
            name = actor.name
        return name + _behind(reading, end)
    form = _clean(reading, begin, end)
    return form if subject and form and not form.isupper() else actor.name


def _words(name: str) -> list[str]:
    return [word.strip(".") for word in fold(name).split()]


def _title_start(reading: Reading, first: int, place: int) -> int:
    """Where the words for the role before a name begin: *White House spokesman*, *den tidligere utenriksminister*."""
    start = place
    while start > max(first, place - LONGEST_ROLE):
        word = reading.words[start - 1]
        if word.is_word and (word.roles or (start - 1 in reading.cue_at and not word.capital)):
            office = _office_before(reading, first, start)
            if office is None:
                break
            start = office
            continue
        if not word.is_word and word.key not in INNER:
            break
        medium = next(iter(outlets_in(reading, start - 1, start)), None)
        other = medium is not None or bool(reading.named_in(start - 1, start))
        apart = medium is not None and reading.grammar.nouns.capitalised  # *zitiert der Tarner Bote | Ratschefin Holt*
        if apart or (other and not any(is_role_noun(reading, i) for i in range(start, place))):
            break  # somebody else: *takket Trump Putin*
        start -= 1
    if not any(is_role_noun(reading, i) for i in range(start, place)):
        start = max(
            (i + 1 for i in range(start, place) if reading.words[i].is_word and not reading.words[i].capital),
            default=start,
        )
    while start < place and not reading.words[start].is_word:
        start += 1
    return start


def _office_before(reading: Reading, first: int, place: int) -> int | None:
    """The noun of an office that goes on with *of*: *Secretary of State*, *purtătoarea de cuvânt*."""
    at = place - 1
    while at > first and reading.any_role(at, LINKING) and place - at <= 2:
        at -= 1
    if at >= place - 1 or at < first or not reading.has(at + 1, WordRole.OF):
        return None
    listed = reading.lexicon.speakers.at(reading, at, place + 1)
    return at if is_role_noun(reading, at) or (listed is not None and listed.last > place) else None


def with_description(reading: Reading, first: int, last: int) -> str:
    """A name that is no known actor's, with what stands behind it to say who that is."""
    return reading.text[reading.words[first].start : reading.words[last - 1].end] + _behind(reading, last)


def _behind(reading: Reading, place: int) -> str:
    """What stands behind a name to say who that is: *, a law professor at the university*; empty where nothing does."""
    start = place - 1
    end = _past_bracket(reading, _past_origin(reading, place))
    first = end + 1
    stop = reading.sentences[reading.sentence_of(start)][1]
    if first < stop and reading.keys[end] == ",":
        last = first
        furthest = min(stop, first + LONGEST_APPOSITION + 1)
        while last < furthest and (_goes_on(reading, last) or _is_its_noun(reading, first, last)):
            last += 1
        closed = _is_closed(reading, last, stop) and not _is_statement(reading, start, last)
        if last - first > LONGEST_APPOSITION:
            last = max((i for i in range(first + 1, last) if reading.has(i, WordRole.CONJ)), default=last)
            closed = True
        while last > first and (not reading.words[last - 1].is_word or reading.has(last - 1, WordRole.CONJ)):
            last -= 1
        if (
            closed
            and not _is_clause(reading, first, last)
            and 0 < last - first <= LONGEST_APPOSITION
            and _opens_description(reading, first, last)
        ):
            end = last
    return reading.text[reading.words[start].end : reading.words[end - 1].end]


def _is_statement(reading: Reading, place: int, last: int) -> bool:
    """Whether what runs to the end of the sentence is its statement: no verb stands before, *according to X, …*."""
    first, stop = reading.sentences[reading.sentence_of(place)]
    ended = not any(word.is_word for word in reading.words[last:stop])
    return ended and not any(i in reading.cue_at or reading.any_role(i, BREAKING) for i in range(first, place))


def _past_origin(reading: Reading, place: int) -> int:
    """Past where somebody is from or what somebody stands for: *of West Virginia*."""
    end = place + 1
    if not reading.has(place, WordRole.OF) or reading.words[place].capital:
        return place
    while end < len(reading.words) and end - place <= LONGEST_ORIGIN and reading.words[end].capital:
        end += 1
    ended = end >= len(reading.words) or not reading.words[end].is_word or bool(reading.words[end].roles)
    return end if end > place + 1 and (ended or end in reading.cue_at) else place


def _past_bracket(reading: Reading, place: int) -> int:
    """Past the party or place in brackets behind a name: *(S)*, *(D-N.Y.)*."""
    if place + 1 >= len(reading.words) or reading.keys[place] != "(" or not reading.words[place + 1].capital:
        return place
    stop = min(len(reading.words), place + LONGEST_BRACKET)
    return next((i + 1 for i in range(place + 1, stop) if reading.keys[i] == ")"), place)


def _goes_on(reading: Reading, place: int) -> bool:
    word = reading.words[place]
    if not word.is_word or word.key in POSSESSIVE:
        return word.key in INNER or word.key in POSSESSIVE
    if word.roles & BREAKING and not word.roles & LINKING:
        return False
    return word.capital or place not in reading.cue_at


def _is_its_noun(reading: Reading, first: int, place: int) -> bool:
    """The noun of a description that looks like a verb of saying: *a leading advocate for*."""
    return reading.has(first, WordRole.DET) and place - first <= NOUN_REACH and not reading.any_role(place, BREAKING)


def _is_closed(reading: Reading, place: int, stop: int) -> bool:
    """Whether a description ends here, with a mark or a relative clause, and not with a verb of its own."""
    if place < stop and reading.keys[place] in QUOTE_MARKS:
        return False
    return place >= stop or not reading.words[place].is_word or reading.any_role(place, RELATIVE)


def _is_clause(reading: Reading, first: int, last: int) -> bool:
    """Whether the words behind a comma are an object or an infinitive: *…, den Plan hart*, *…, im Amt zu bleiben*."""
    if not reading.grammar.nouns.capitalised:
        return False
    infinitive = last - first > 1 and reading.has(last - 2, WordRole.INF) and not reading.words[last - 1].capital
    return infinitive or reading.has(first, WordRole.OBL)


def _opens_description(reading: Reading, first: int, last: int) -> bool:
    """A noun phrase with a noun for a person among its first words, and no other name at its start."""
    roles = reading.words[first].roles
    if reading.has(min(first + 1, last - 1), WordRole.BY) and not (roles or is_role_noun(reading, first)):
        return False  # *Holt, | joined by Justice Berg*
    if roles:
        return WordRole.DET in roles and (not roles & AMBIGUOUS or _names_role(reading, first, last))
    return _names_role(reading, first, last)


def _names_role(reading: Reading, first: int, last: int) -> bool:
    near = min(last, first + HEAD_REACH)
    return any(is_role_noun(reading, place) for place in range(first, near))


def _clean(reading: Reading, first: int, last: int) -> str:
    words = reading.words[first:last]
    if not words or not all(word.is_word or word.key in INNER for word in words):
        return ""
    return reading.text[words[0].start : words[-1].end]


def can_be_source(reading: Reading, first: int, last: int, *, label: bool) -> bool:
    """Whether words that mean no known actor describe somebody or something.

    A clause, the writer (*what I learned*), or a word that only opens its sentence as a ``label`` (*Correction: …*)
    do not.
    """
    words = reading.words[first:last]
    if any(WordRole.FIRST in word.roles and WordRole.DET not in word.roles for word in words):
        return False
    if label and len(words) == 1 and words[0].start in reading.opening_starts and words[0].capital:
        return _is_listed(reading, first, last)
    if is_torn(reading, WordSpan(first, last)) or _ends_torn(reading, first, last) or opens_torn(reading, first, last):
        return False
    if _is_common_noun(reading, first, last):
        return False
    return _is_listed(reading, first, last) or sum(word.is_word for word in words) < LONGEST_DESCRIPTION


def _ends_torn(reading: Reading, first: int, last: int) -> bool:
    """Whether the words end with a small word that leads to more: *Republicans also used the*, *including Mr*."""
    ending = reading.words[last - 1].roles
    title = reading.words[last - 1].key in lowered(reading.lexicon.code, "titles", 1)
    if last - first > 1 and MEASURED.fullmatch(reading.keys[last - 1]):
        return True
    return title or bool(ending & UNFINISHED and not ending & PRONOUNS and last - first > 1)


def _is_common_noun(reading: Reading, first: int, last: int) -> bool:
    """Whether a single word with a capital shows nothing: where all nouns have one (*Definition*, *Registerauszug*), or
    as a noun or adjective without its article (*Republican | senator*)."""
    nouns = reading.grammar.nouns
    if last - first > 1 or _is_listed(reading, first, last):
        return False
    word = reading.words[first]
    if not nouns.capitalised:
        several = word.key.endswith("s") or word.key in nouns.collective or not nouns.plural_s
        return word.capital and not several and is_common(reading, first)
    if reading.text[word.start : word.end].isupper() or not is_common(reading, first):
        return False
    told = can_tell(reading, WordSpan(first, last))
    return not (told or next(iter(outlets_in(reading, first, last)), None) is not None)


def _is_listed(reading: Reading, first: int, last: int) -> bool:
    lists = reading.lexicon
    tables = (lists.speakers, lists.bodies, lists.anonymous, lists.media)
    return bool(reading.named_in(first, last)) or any(table.first(reading, first, last) is not None for table in tables)


def described(reading: Reading, first: int, last: int, name: str) -> str:
    """The medium that a description names, else the description itself."""
    found = next((f for f in outlets_in(reading, first, last) if f.named and not is_part(reading, f)), None)
    if found is None:
        return name
    return reading.text[reading.words[found.first].start : reading.words[found.last - 1].end]
