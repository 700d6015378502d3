"""Names in a document: the tagger sentence by sentence, then the evidence of the document as a whole."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from analysis import resources
from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, given_names, is_given, is_house
from analysis.actors.named import Named
from analysis.actors.particles import name_articles, particles
from analysis.actors.phrases import ROLE_LISTS, lowered
from analysis.actors.stems import nominative
from analysis.actors.surnames import with_surnames
from analysis.actors.tagger import NAME_TYPES, Tagged, load_tagger
from analysis.columns import OfficeForm
from analysis.grammar import grammar
from analysis.types import Document

__all__ = ["Named", "detect", "joined"]

EDGES = " \t\n\"'“”„«»‹›‘’()[].,;:!?–—-*"
WORD = re.compile(r"\S+")
LONGEST_ROLE = 4
LONG_ROLE = 6
"""Shortest noun that is looked for at the end of a compound."""
LONGEST_PARTICLE = 5
"""Letters of the longest particle that opens a name (``della``); a longer lower-case word is no part of it."""
GIVEN = r"(?<![\w’'-])([^\W\d_]+(?:-[^\W\d_]+)?)(?P<small>(?: (?:{}))*) $"
SHORTEST_END = 4
"""Letters of the shortest noun that a compound may end in, and of what stands before it."""
MAX_GIVEN = 30
"""Letters of the longest given name that is looked for."""
TITLED = 2.5
"""Margin (nats) that a title or a role before a full name lends to it at least."""
SHORT_TITLE = re.compile(r"([^\W\d_]+)\. ?(?=[^\W\d_]+\.? ?[^\W\d_])")
"""A word cut short before a name, or before others."""
INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}")
"""Initials before a surname."""
HYPHENED = re.compile(r"-[^\W\d_]+")
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


def detect(document: Document) -> list[Named]:
    """Names of persons, organisations and places, in text order, without overlaps."""
    spans = [(sentence.start, sentence.end) for sentence in document.sentences]
    tagged = load_tagger().tag(document.text, spans, document.language)
    found = [named for item in tagged if (named := _trimmed(document, item)) is not None]
    whole = joined(document, _prolonged(document, found))
    return _with_houses(_agreed(with_surnames(document, whole)))


def _with_houses(found: list[Named]) -> list[Named]:
    """No person is called as a house is called for short: *Marais*, beside *Marais Bistro*."""
    houses = {named.text.split()[0] for named in found if named.type != "person" and is_house(named.text)}
    houses -= {named.text.split()[-1] for named in found if named.type == "person" and " " in named.text}
    houses = {name for name in houses if plain(name) not in given_names()}
    return [replace(n, type="organization") if n.type == "person" and n.text in houses else n for n in found]


@cache
def _hyphened() -> re.Pattern[str]:
    """What goes on with a name: an Arabic article with its noun, or the two parts of a given name behind a surname."""
    articles = "|".join(name_articles())
    return re.compile(rf" (?:((?:{articles})[A-ZÀ-Þ][^\W\d_]+)|[A-Z][a-z]{{1,6}}-[a-z]{{2,6}})(?![\w-])")


def _prolonged(document: Document, found: list[Named]) -> list[Named]:
    """Persons with the hyphened part of their names that was left behind: *Zein | ad-Din*, *Park | Won-gon*.

    A part of a double surname (*Berg | -Holm*) is all of it where the document has that behind a given name.
    """
    out: list[Named] = []
    double = {named.text.split()[-1] for named in found if " " in named.text and "-" in named.text}
    for named in found:
        if out and named.start < out[-1].end:
            continue
        other = HYPHENED.match(document.text, named.end) if double else None
        if other is not None and named.text.split()[-1] + other[0] in double:
            named = replace(named, end=other.end(), text=document.text[named.start : other.end()], type="person")
        rest = _hyphened().match(document.text, named.end) if named.type == "person" else None
        if rest is not None and (rest[1] or " " not in named.text):
            named = replace(named, end=rest.end(), text=document.text[named.start : rest.end()])
        out.append(named)
    return out


def joined(document: Document, found: list[Named]) -> list[Named]:
    """A given name and one word behind it that was taken for a name of its own are one person.

    Not if that word is a place or an organisation that everybody knows.
    """
    table = gazetteer(document.language)
    out: list[Named] = []
    for named in found:
        start = _given_before(document, named)
        if start == named.start or named.text.isupper() or table.find(named.text) is not None:
            out.append(named)
        elif not out or out[-1].end <= start:
            out.append(replace(named, start=start, text=document.text[start : named.end], type="person"))
        elif out[-1].type == "person" and out[-1].start == start:
            out[-1] = replace(out[-1], end=named.end, text=document.text[start : named.end])
        else:
            out.append(named)
    return out


@cache
def _given() -> re.Pattern[str]:
    """A word and small ones of names before another word."""
    return re.compile(GIVEN.format("|".join(sorted(particles()))))


def _given_before(document: Document, named: Named) -> int:
    """Where a given name that stands right before a surname begins, or else where that surname does."""
    before = _given().search(document.text, max(0, named.start - MAX_GIVEN), named.start)
    words = named.text.split()
    if before is None or len(words) > 2 or not before[1][0].isupper() or (before["small"] and named.type == "place"):
        return named.start
    if len(words) == 2 and (named.type != "person" or _opens_with_given(document, words[0])):
        return named.start
    given = _opens_with_given(document, before[1])
    return before.start(1) if given or _may_be_given(document, named, before) else named.start


def _opens_with_given(document: Document, word: str) -> bool:
    return is_given(word) or bool(nominative(document.language, word))


def _may_be_given(document: Document, named: Named, before: re.Match[str]) -> bool:
    """Whether a word that no list has can be nothing but a given name before somebody's surname."""
    language, word = document.language, before[1].casefold()
    tagger = load_tagger()
    if named.type != "person" or tagger.common(language, word) or before[1].isupper() or "-" in word:
        return False
    nouns = grammar(language).nouns
    stems = [word[: -len(one)] for one in nouns.definite_endings if word.endswith(one)]
    noun = any(tagger.common(language, stem + vowel) for stem in stems for vowel in ("", *nouns.final_vowels))
    if noun or INITIALS.match(named.text) or (before["small"] and is_compound(document, before[1])):
        return False
    inside = before.start(1) not in document.sentence_starts and not grammar(language).nouns.capitalised
    inside = inside or named.text[0].islower() or bool(before["small"])
    if not (tagger.proper(language, word) or inside) or gazetteer(language).find(before[1]) is not None:
        return False
    lists = ("titles", "demonyms", "weekdays", "months", *ROLE_LISTS)
    return word not in resources.words(language, "function_words") and not any(
        word in lowered(language, name, 0) for name in lists
    )


def is_compound(document: Document, word: str) -> bool:
    """Whether the word is a common noun, or ends in one, where all nouns have a capital: *Namenstage*."""
    tagger, language = load_tagger(), document.language
    if not grammar(language).nouns.capitalised or tagger.proper(language, word):
        return False
    return next(common_ends(language, word.casefold()), None) is not None


def common_ends(language: str, lower: str) -> Iterator[str]:
    """The common nouns that a word in small letters ends in, itself first."""
    common = load_tagger().common
    if common(language, lower):
        yield lower
    for at in range(SHORTEST_END, len(lower) - SHORTEST_END + 1):
        if common(language, lower[at:]):
            yield lower[at:]


def _trimmed(document: Document, item: Tagged) -> Named | None:
    """The name without marks or a possessive at its edges; nothing if no letter that can start a name is left."""
    start, end, text = item.start, item.end, document.text
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES and not (text[end - 1] == "." and "." in text[start : end - 1]):
        end -= 1
    if possessive := POSSESSIVE.search(text, start, end):
        end = possessive.start()
    start += _article(document, text[start:end])
    if item.type == "person":
        start = _past_common_words(text, start, end)
        end = _before_aside(text, start, end)
    begin, name = start, _past_titles(document, start, end)
    first = text[name:end].split()[:1]
    given = first and (plain(first[0]) in given_names() or INITIALS.fullmatch(first[0]))
    if item.type != "person" and " " in text[name:end] and not given:
        name = start  # a body whose name begins like a role: *Republican National Committee*
    surface = text[start:end]
    if not surface or _is_role(document, surface):
        return None
    if item.type != "person" and _is_compound_role(document, surface.casefold()):
        return None
    if all(char.islower() or not char.isalpha() for char in surface) or "\n" in surface:
        return None
    kind = item.type
    if name > start:
        start, surface = name, text[name:end]
        kind = "person" if " " in surface else kind
    if kind == "person" and is_house(surface):
        kind = "organization"
    margin = max(item.margin, TITLED) if name > begin and " " in surface else item.margin
    return Named(start, end, surface, kind, margin, document.sentence_at(start).index, item.odds)


def _is_role(document: Document, surface: str) -> bool:
    """Whether the tagger took a role for a name: several words, or one with the definite article in it."""
    kind = lowered(document.language, "roles", 2).get(surface.casefold())
    return kind is not None and (" " in surface or kind == OfficeForm.DEFINITE)


def _article(document: Document, surface: str) -> int:
    """Length of an article before the name that is no part of it."""
    table = gazetteer(document.language)
    return len(surface) - len(table.without_article(surface)) if table.has_article(surface) else 0


def _past_common_words(text: str, start: int, end: int) -> int:
    """Where a person's name begins after words that cannot open one: lower case and too long for a particle."""
    for match in WORD.finditer(text, start, end):
        if not match[0].islower() or len(match[0]) <= LONGEST_PARTICLE:
            return match.start()
    return start


def _before_aside(text: str, start: int, end: int) -> int:
    """Where a person's name ends before a comma and a word in small letters, which say who that is."""
    comma = text.find(",", start + 1, end)
    return comma if comma >= 0 and text[comma + 1 : end].lstrip()[:1].islower() else end


def _past_titles(document: Document, start: int, end: int) -> int:
    """Where the name begins after titles and roles that the tagger took in; what is left begins with a capital."""
    language = document.language
    lists = [lowered(language, name, 1) for name in ("titles", "roles")]
    nouns = _nouns(language)
    start = _past_short_titles(document, start, end)
    words = [(match.start(), match.end()) for match in WORD.finditer(document.text, start, end)]
    first, going = 0, True
    while going:
        going = False
        for size in range(min(LONGEST_ROLE, len(words) - first - 1), 0, -1):
            phrase = document.text[words[first][0] : words[first + size - 1][1]].casefold().rstrip(".")
            after = _past_common_words(document.text, words[first + size][0], end)
            known = any(phrase in listed for listed in lists) or (size == 1 and _is_compound_role(document, phrase))
            known = known or (phrase in nouns and len(words) - first - size > 1)
            if document.text[after].isupper() and known:
                first, going = next(place for place, word in enumerate(words) if word[0] == after), True
                break
    return words[first][0] if first else start


def _past_short_titles(document: Document, start: int, end: int) -> int:
    """Where the words begin after titles that are cut short, several of them or glued to the name: *conf. univ. dr.*"""
    titles = lowered(document.language, "titles", 1)
    while (title := SHORT_TITLE.match(document.text, start, end)) is not None and title[1].casefold() in titles:
        start = title.end()
    return start


def _is_compound_role(document: Document, word: str) -> bool:
    """*Russlandexperte*: a compound of a role, in languages that write nouns with a capital."""
    nouns = grammar(document.language).nouns
    if not (nouns.capitalised and nouns.compounds) or word in given_names():
        return False
    roles = _roles(document.language)
    return any(word[at:] in roles for at in range(1, len(word) - LONG_ROLE + 1))


@cache
def _nouns(language: str) -> frozenset[str]:
    """Nouns for what somebody is, in small letters."""
    return frozenset(chain.from_iterable(lowered(language, name, 0) for name in ROLE_LISTS))


@cache
def _roles(language: str) -> frozenset[str]:
    """Nouns for what somebody is that are long enough to end a compound."""
    lists = ROLE_LISTS if resources.supported(language) else ()
    known = (word for name in lists for word in lowered(language, name, 0))
    return frozenset(word for word in known if len(word) >= LONG_ROLE and " " not in word)


def _agreed(found: list[Named]) -> list[Named]:
    """Every occurrence of one spelling gets the type that the document as a whole speaks for."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for named in found:
        votes[named.text][named.type] += round(max(named.margin, 0.1) * 1000)
    best = {text: max(NAME_TYPES, key=lambda kind: count[kind]) for text, count in votes.items()}
    return [n if n.type == best[n.text] else replace(n, type=best[n.text]) for n in found]
