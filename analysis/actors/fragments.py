"""Names that the tagger breaks at stops, dashes and small words, and pieces of notation that it takes for names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from analysis import resources
from analysis.actors.detection import Named
from analysis.actors.folding import fold_word, plain
from analysis.actors.gazetteer import gazetteer, given_names, is_given
from analysis.actors.identity import generation_of
from analysis.actors.particles import particles
from analysis.actors.phrases import lowered
from analysis.actors.stems import nominative
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.types import Document

CUT_INITIAL = re.compile(r"\. [^\W\d_][\w’'-]*\w")
"""What follows an initial that a name was cut off behind: *Schiff* in *Adam B. Schiff*."""
DOUBLE_INITIAL = re.compile(r"[^\W\d_]\.-[^\W\d_]")
"""Initials of a double given name: *J.-P. Gravel*."""
CUT_LETTERS = re.compile(r"(?:\.[^\W\d_])+\.?")
CUT_STOPPED = re.compile(r"(?:[A-Z]\.)+(?=[ -])")
"""Letters with their stops that go on behind others with a stop."""
CAPITALS = re.compile(r"(?<![^\W_])[^\W\d_a-zà-öø-ÿ]{2,}-$")
LETTER = re.compile(r"[A-Z](?:\.[A-Z])*\.?")
LETTERS = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?")
NUMBERED = re.compile(r"[A-Z]\.? ?(?:[A-Z][a-z]{0,3}\. ?)*\d")
"""Letters with a number behind them, by which bills and sections are called: *H.R. 412*, *S. 7*, *H.J. Res. 12*."""
BEHIND = re.compile(r" (?P<word>[^\W\d_]+)(?![\w-])")
SURE = 0.95
"""Probability from which on the tagger is believed that a person's name begins at a word."""
LONGEST, OPENERS = 60, "([\"'“”„«»‘’"
"""Characters before such a word among which a name ends, and marks that may open a name."""
SEAT = re.compile(r"[A-ZÅÄÖÆØ]{1,4}-[A-Z][\w.]*")
"""Party and constituency of a member: *D-Calif*, *R-N.Y.*"""
BEFORE_SEAT = re.compile(r"[(\[,] ?$")
BREAK = re.compile(r"(?<! ) +[–—―] +")
ORIGIN = re.compile(r"(?P<name>\S+(?: \S+){0,3}) (?P<small>[^\W\d_]{1,5}) (?P<place>[^\W\d_][\w .’'-]*)")


def mended(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names as they stand in the text, without titles alone, abbreviated regions and seats, in text order."""
    parts = [part for named in found for part in _at_breaks(document, _over_hyphen(document, named))]
    parts = [part for named in parts for part in _without_origin(document, named)]
    people = {named.text for named in parts if named.type == "person"}
    surnames = {text.split()[-1] for text in people if " " in text}
    surnames |= {stem for surname in surnames for stem in gazetteer(document.language).stems(surname)}
    parts = [_owner(document, _without_owned(document, named, surnames), people) for named in parts]
    out: list[Named] = []
    for named in parts:
        whole = _grown(document, named)
        if out and whole.start < out[-1].end:
            continue
        whole = _without_title_behind(document, whole)
        if not _is_notation(document, whole):
            out.append(whole)
    return out


def _over_hyphen(document: Document, named: Named) -> Named:
    """A person in capitals with the word in capitals that a hyphen joins to the given name: *OLE- | MARTIN BERG*."""
    before = CAPITALS.search(document.text, max(0, named.start - LONGEST), named.start)
    if before is None or named.type != "person" or " " not in named.text or not named.text.isupper():
        return named
    text = document.text[before.start() : named.end]
    given = text.split()[0]
    return (
        replace(named, start=before.start(), text=text) if is_given(given) or given.title() in document.text else named
    )


def _part(document: Document, named: Named, start: int, end: int) -> Named:
    """A stretch of the name; a place or an organisation that everybody knows is that."""
    text = document.text[start:end]
    entry = gazetteer(document.language).find(text)
    return replace(named, start=start, end=end, text=text, type=entry.type if entry is not None else named.type)


def _at_breaks(document: Document, named: Named) -> Iterator[Named]:
    """What stands on each side of a dash between spaces, which is no part of a name (a dateline before a text)."""
    start = named.start
    for mark in BREAK.finditer(document.text, named.start, named.end):
        yield _part(document, named, start, mark.start())
        start = mark.end()
    yield named if start == named.start else _part(document, named, start, named.end)


def _without_origin(document: Document, named: Named) -> Iterator[Named]:
    """Somebody and where somebody is from, apart: *Mark Udall* and *Colorado*; of a role or body the place alone."""
    match = ORIGIN.fullmatch(named.text)
    if match is None or named.type == "person" or not _is_small(document, match["small"]):
        yield named
        return
    table, language = gazetteer(document.language), document.language
    place = table.find(match["place"])
    first = match["name"].split()[0]
    role = any(match["name"].casefold() in lowered(language, name, 0) for name in ("roles", "official_bodies"))
    person = " " in match["name"] and plain(first) in given_names() and match["small"] not in particles()
    if place is None or place.type != "place" or table.find(named.text) is not None or not (role or person):
        yield named
        return
    if person:
        end = named.start + match.end("name")
        yield replace(named, end=end, text=match["name"], type="person")
    yield _part(document, named, named.start + match.start("place"), named.end)


def _owner(document: Document, named: Named, people: set[str]) -> Named:
    """Somebody of the document in the genitive behind a noun that the tagger took in: *Casa Anei Lupescu*."""
    head, _, rest = named.text.partition(" ")
    first, _, surname = rest.partition(" ")
    noun = load_tagger().common(document.language, head)
    if not surname and named.type != "person" and nominative(document.language, head) and rest.istitle() and not noun:
        return replace(named, type="person")
    if not surname or not (given := nominative(document.language, first)):
        return named
    opens = named.start in document.sentence_starts and plain(head) not in given_names()
    if not (opens and " " not in surname) and not people & {rest, f"{given} {surname}"}:
        return named
    return replace(named, start=named.end - len(rest), text=rest, type="person")


def _without_owned(document: Document, named: Named, surnames: set[str]) -> Named:
    """Somebody of the document without the noun with a capital behind the genitive: *Engels Haus*."""
    first, space, rest = named.text.partition(" ")
    if not space or " " in rest or not grammar(document.language).nouns.capitalised or not first.endswith("s"):
        return named
    known = {first, *gazetteer(document.language).stems(first)} & surnames
    if not known or not load_tagger().common(document.language, rest) or named.text in surnames:
        return named
    return replace(named, end=named.start + len(first), text=first, type="person")


def _is_small(document: Document, word: str) -> bool:
    return word in resources.words(document.language, "function_words")


def _grown(document: Document, named: Named) -> Named:
    """The name with the surname behind an initial that it was cut off at, or with all of its letters and stops."""
    text, end = document.text, named.end
    last = named.text.split()[-1]
    if DOUBLE_INITIAL.fullmatch(named.text):
        after = CUT_INITIAL.match(text, end)
        return (
            named
            if after is None
            else replace(named, end=after.end(), text=text[named.start : after.end()], type="person")
        )
    if named.type == "person" and " " in named.text and len(last) == 1 and last.isupper():
        after = CUT_INITIAL.match(text, end)
        if (
            after is not None
            and after[0][2].isupper()
            and document.sentence_at(after.end() - 1).index == named.sentence
        ):
            end = after.end()
    elif LETTERS.fullmatch(named.text):
        after = (CUT_STOPPED if named.text.endswith(".") else CUT_LETTERS).match(text, end)
        end = after.end() if after is not None and after[0] != "." else end
    elif named.type == "person":
        end = _past_generation(text, named)
    return named if end == named.end else replace(named, end=end, text=text[named.start : end])


def _past_generation(text: str, named: Named) -> int:
    """End of *Jr.* behind the name; in small letters only where the text tells two of that surname apart by it."""
    after = BEHIND.match(text, named.end)
    if after is None or not generation_of(after["word"]):
        return named.end
    if after["word"][0].islower() and len(_told_apart(text).get(named.text.split()[-1], ())) < 2:
        return named.end
    return after.end("word")


@lru_cache(maxsize=2)
def _told_apart(text: str) -> dict[str, set[str]]:
    """The generations that stand behind each word of a text, read once for all its names."""
    found: dict[str, set[str]] = {}
    for match in BEHIND.finditer(text):
        born = generation_of(match["word"])
        before = text[max(0, match.start() - LONGEST) : match.start()].split() if born else []
        if before:
            found.setdefault(before[-1].lstrip(OPENERS), set()).add(born)
    return found


def _without_title_behind(document: Document, named: Named) -> Named:
    """The name without an abbreviated title of the next one: *California* of *California Rep. Ed Royce*."""
    before, _, last = named.text.rpartition(" ")
    titles = lowered(document.language, "titles", 1)
    if not before or document.text[named.end : named.end + 1] != "." or last.casefold() not in titles:
        return named
    return _part(document, named, named.start, named.start + len(before))


def _is_notation(document: Document, named: Named) -> bool:
    """Whether the words are a title alone, a seat, or a region shortened behind a town: *Sen.*, *R-Utah*, *Conn.*"""
    language, text = document.language, document.text
    if " " in named.text or "\n" in named.text:
        return False
    if LETTER.fullmatch(named.text) and NUMBERED.match(text, named.start):
        return True
    if SEAT.fullmatch(named.text) and BEFORE_SEAT.search(text, max(0, named.start - 2), named.start):
        return True
    bare = named.text.rstrip(".")
    stopped = named.text.endswith(".") or text[named.end : named.end + 1] == "."
    if not stopped:
        return False
    if bare.istitle() and bare.casefold() in lowered(language, "titles", 1):
        return True
    behind = text[max(0, named.start - 2) : named.start] in (", ", " (")
    return behind and "." not in bare and bare.casefold() in resources.words(language, "abbreviations")


def without_openings(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names without a common word that only opens the sentence before one that stands alone elsewhere.

    *Plus Obama* is *Obama* where the document has him without that word, and never so inside a sentence.
    """
    starts = set(document.sentence_starts)
    single = Counter(named.text for named in found)
    inside = {named.text for named in found if named.start not in starts}
    out: list[Named] = []
    for named in found:
        first, space, rest = named.text.partition(" ")
        if (
            space
            and named.start in starts
            and single[rest]
            and named.text not in inside
            and _opens(document, named, first)
        ):
            start = named.start + len(first) + 1
            same = next(one for one in found if one.text == rest)
            out.append(replace(named, start=start, text=rest, type=same.type))
        else:
            out.append(named)
    return out


def _opens(document: Document, named: Named, word: str) -> bool:
    """Whether the word is a small one, or before a person a common noun that is nobody's given name."""
    language, lower = document.language, word.casefold()
    given = any(plain(part) in given_names() for part in (word, *word.split("-")))
    if gazetteer(language).find(named.text) is not None or given or lower in particles():
        return False
    if lower in resources.words(language, "function_words"):
        return True
    if named.type != "person" or (named.odds is not None and named.odds[0] >= SURE):
        return False  # dictionaries are asked by hash, and one rare given name in twenty is taken for their word
    return load_tagger().common(language, word) and not load_tagger().proper(language, word)


def without_pairs(document: Document, found: Sequence[Named]) -> list[Named]:
    """Two people of the document whose surnames a hyphen joins (*Romney-Ryan*) are named apart; what follows is none's.

    A double surname is left alone, for its parts are nobody else's names.
    """
    people = [named for named in found if named.type == "person"]
    known = {fold_word(named.text.split()[-1]) for named in people if "-" not in named.text}
    out: list[Named] = []
    for named in found:
        first = named.text.split()[0]
        parts = first.split("-")
        if len(parts) != 2 or not all(fold_word(part) in known for part in parts) or not parts[1][:1].isupper():
            out.append(named)
            continue
        end = named.start + len(parts[0])
        out.append(replace(named, end=end, text=parts[0], type="person"))
        out.append(replace(named, start=end + 1, end=named.start + len(first), text=parts[1], type="person"))
        out += _rest(document, named, first, found)
    return out


def _rest(document: Document, named: Named, first: str, found: Sequence[Named]) -> list[Named]:
    """The words behind two names, where the document has them as a name of its own."""
    rest = named.text[len(first) :].strip()
    same = next((one for one in found if one.text == rest), None)
    if same is None:
        return []
    return [replace(named, start=named.end - len(rest), text=rest, type=same.type)]
