"""The last lines of an article: the agency it is from, and the sentence that says who wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from analysis.cleaning.lines import SPOKEN, Line, signed
from analysis.cleaning.phrases import opening, phrases, phrases_for, units, within
from analysis.columns import PhrasePlace, WordRole
from analysis.resources import languages, rows, world
from analysis.text import fold

LAST_LINES = 3
"""Lines from the end among which an author presents himself."""
AUTHOR_WORDS, JOB_WORDS = 35, 6
"""Longest sentence on an author, and most words between *is* and what he is."""
BOX_WORDS, BOX_LINE_WORDS = 2, 60
"""Fewest words of a line that announces who wrote the article, and most of each line below it."""
COMPOUND = 6
"""Fewest letters of a noun that others are compounded with (*Politikredakteurin*)."""
PARTICLE = 3
"""Most letters of a small word within a name."""
NAME_WORDS = (2, 4)
SIGNS = frozenset({"0", "©", "c"})
NOTICE_UNITS = 3
"""Fewest words with which a notice on paid links opens."""
OFFERED = frozenset({"comments", "newsletter", "share"})
"""What a line at the end offers readers, in whichever sentence of it."""
SPEECH = re.compile(r"[–—―-]\s")
QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»]{0,600}[\"“”„«»]")
"""Words in marks, which may be the name of a letter or somebody's."""
SIGNATURE = re.compile(r"[^,.:;!?]{5,60}, \w{2,6}")
"""Who signs for which house at the end: *Anna Berg, XYZ*."""
INITIALS = re.compile(r"\([a-zäöüåæø]{2,4}(?:[/, ]{1,2}[a-zäöüåæø]{2,4}){0,2}\)")
"""Who signs with the first letters of the name, in brackets."""
ASKED = re.compile(r"\?\s[^.!?]{0,60}\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[.!]?$")
"""A question and the address to which readers send their answers: *Do you know more? Write to desk@paper.example*."""
NAMED = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")


def mark_last_lines(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Keeps the credit of an agency that looks like a notice of copyright, removes who wrote the article."""
    for index in range(len(lines) - 1, -1, -1):
        if reasons[index] == "copyright" and index and is_agency_notice(lines[index].text):
            reasons[index] = None
            break
        if reasons[index] is None:
            break
    _mark_author_box(lines, reasons)
    _mark_notices(lines, reasons)
    kept = [index for index, reason in enumerate(reasons) if reason is None]
    if len(kept) > 1 and SIGNATURE.fullmatch(lines[kept[-1]].text):
        writer, _, house = lines[kept[-1]].text.rpartition(", ")
        if signed().fullmatch(writer) and house.isupper():
            reasons[kept.pop()] = "byline"
    if len(kept) > 1 and (_is_initials(lines[kept[-1]].text) or _is_credited(lines[kept[-1]])):
        reasons[kept.pop()] = "byline"
    for index in kept[-LAST_LINES:]:
        name = author_in(lines[index])
        others = (line for place, line in enumerate(lines) if place != index and reasons[place] is None)
        if name and index > kept[0] and not any(name in line.text for line in others):
            reasons[index] = "byline"


def _mark_notices(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Removes notices among the last lines; one that is removed, here or before, is no line."""
    left = LAST_LINES
    for index in range(len(lines) - 1, 0, -1):
        reasons[index] = reasons[index] or _notice(lines[index])
        left -= reasons[index] is None
        if not left:
            break


def _notice(line: Line) -> str | None:
    """Why a line at the end is none of the article: it asks for letters, offers some, or says whose the rights are.

    It may also say what its links are paid for.
    """
    if line.words > BOX_LINE_WORDS or SPEECH.match(line.text):
        return None
    own = QUOTED.sub(" ", line.text)
    offered = None if SPOKEN.search(own) else within(units(own))
    if offered in OFFERED:
        return offered
    if SPOKEN.search(line.text):
        return None
    if line.words <= AUTHOR_WORDS and ASKED.search(line.text):
        return "comments"
    found = opening(line.units, PhrasePlace.START)
    if found and found[1] == "copyright" and "0" in line.units and not is_agency_notice(line.text):
        return found[1]
    return found[1] if found and found[1] == "advertisement" and found[0] >= NOTICE_UNITS else None


def _mark_author_box(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """Removes what stands below a line that only announces the author, where little follows it."""
    for index, line in enumerate(lines):
        if reasons[index] not in (None, "byline") or len(line.units) < BOX_WORDS or line.final:
            continue
        if phrases(PhrasePlace.LABEL).whole(line.units) != "byline":
            continue
        below = [place for place in range(index + 1, len(lines)) if reasons[place] is None]
        if len(below) <= LAST_LINES and all(lines[place].words <= BOX_LINE_WORDS for place in below):
            for place in (index, *below):
                reasons[place] = "byline"


def _is_initials(text: str) -> bool:
    """Whether a line is the first letters of who wrote the article, in brackets, and of no news agency."""
    return INITIALS.fullmatch(text) is not None and _agencies().isdisjoint((part,) for part in units(text))


def _is_credited(line: Line) -> bool:
    """Whether a line says who translated the article, or the like, and nothing else."""
    found = opening(line.units, PhrasePlace.START)
    named = found is not None and found[1] == "byline" and 0 < line.words - found[0] <= NAME_WORDS[1]
    return named and not line.final


def is_agency_notice(text: str) -> bool:
    """Whether the line holds the sign or word for copyright, a year, the name of a news agency, and little more."""
    rest = [unit for unit in units(text) if unit not in SIGNS and (unit,) not in phrases_for("copyright")]
    return any(tuple(part) in _agencies() for part in (rest, rest[1:])) or _is_of_division(rest)


def _is_of_division(rest: Sequence[str]) -> bool:
    """Whether the agency comes with one word for its company or part, and no more than its name again: *© dpa-infocom,
    dpa:240306-99-1/2*."""
    for size in range(1, len(rest)):
        name = tuple(rest[:size])
        if name in _agencies():
            return tuple(rest[size + 1 :]) in _agencies() | {()}
    return False


def author_in(line: Line) -> str | None:
    """The surname in a line that says only that somebody is a journalist: *Ann Hill is our correspondent in Rome*."""
    if line.words > AUTHOR_WORDS or SPOKEN.search(line.text):
        return None
    words: list[str] = NAMED.findall(line.text)
    keys = [fold(word) for word in words]
    for size in range(NAME_WORDS[0], min(NAME_WORDS[1], len(words) - 1) + 1):
        if keys[size] not in _copulas():
            continue
        name = words[:size]
        named = name[0][0].isupper() and name[-1][0].isupper()
        named = named and all(word[0].isupper() or len(word) <= PARTICLE for word in name)
        if named and any(_is_job(key) for key in keys[size + 1 : size + 1 + JOB_WORDS]):
            return name[-1]
    return None


def _is_job(word: str) -> bool:
    jobs, ends = _jobs()
    return word in jobs or word.endswith(ends)


@cache
def _agencies() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(units(row[0])) for row in world("agencies"))


@cache
def _copulas() -> frozenset[str]:
    listed = ((row[0], row[1].split()) for code in languages() for row in rows(code, "clause_words"))
    return frozenset(fold(word) for word, roles in listed if WordRole.BE in roles)


@cache
def _jobs() -> tuple[frozenset[str], tuple[str, ...]]:
    """Nouns for those who write, and those of them that compounds end in, in all languages."""
    last = {phrase[-1] for phrase in phrases_for("job")}
    return frozenset(last), tuple(sorted(word for word in last if len(word) >= COMPOUND))
