"""Names as wholes: what the tagger parts or runs together at small words, nicknames, legal forms and case endings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from analysis import resources
from analysis.actors.detection import WORD, Named
from analysis.actors.firms import firms, introduced, is_noun, person
from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer, given_names, is_given
from analysis.actors.identity import is_generation
from analysis.actors.initialled import initialled
from analysis.actors.letters import spelt_out
from analysis.actors.particles import MARKS, NICKNAME, name_articles, particles
from analysis.actors.phrases import lowered
from analysis.actors.stems import nominative
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.types import Document

CAPITAL = re.compile(r"[^\W\d_]\S*[\w]")
INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W\d_]{1,2}-[^\W\d_]{1,5}\.?")
"""Letters with stops, an honour rather than a name (*O.B.E.*); party and constituency (*R-Tex.*)."""
MAX_TAILS = 100
"""More surnames with a small word than an article has; keeps very long texts from a quadratic cost."""
BEFORE = re.compile(r"([^\W\d_]+)\.? $")
GIVEN = re.compile(r"(?<![\w’'-])([^\W\d_][\w’'-]+)$")
FAR_BEFORE, TWO = 40, 2


@cache
def _surnames() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A surname with small words before it: behind a given name, at the end of a name, and by itself."""
    small = "|".join(sorted(particles()))
    return (
        re.compile(rf" (?P<small>(?:(?:{small}) ){{1,3}}|(?:d[’']))(?P<name>[^\W\d_a-z][\w’'-]+)"),
        re.compile(rf"(?<= )(?:(?:{small}) (?i:(?:{small}) ){{0,2}}|d[’'](?=[^\W\d_a-z]))\S+$"),
        re.compile(rf"(?<![\w’'-])(?P<small>(?i:(?:{small}) ){{1,3}})(?P<name>[^\W\d_a-z][\w’'-]+)(?= [^\W\d_A-Z])"),
    )


def whole_names(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names with what belongs to them and without what does not, in text order."""
    parts = [part for named in _nicknamed(document, found) for part in _parted(document, named)]
    joined = [part for named in _joined(document, parts) for part in _parted(document, named)]
    joined = introduced(document, _with(joined, spelt_out(document, joined)))
    joined = _with(joined, initialled(document, joined))
    return _with(_with(joined, firms(document, joined)), _tails(document, joined))


def _parted(document: Document, named: Named) -> Iterator[Named]:
    """Two people run together in a language that declines given names; a name without common words at its ends."""
    if named.type != "person":
        yield named
        return
    words = [match.span() for match in WORD.finditer(document.text, named.start, named.end)]
    while len(words) > 1 and not _can_end(document.text[slice(*words[-1])]):
        words.pop()
    if len(words) == 1 and words[0][1] < named.end and is_noun(document, document.text[slice(*words[0])]):
        return
    starts = document.sentence_starts
    while len(words) > 1 and _is_no_name(
        document, [document.text[slice(*word)] for word in words[:3]], words[0][0] in starts
    ):
        words.pop(0)
    start = 0
    for place in range(2, len(words)):
        if nominative(document.language, document.text[slice(*words[place])]):
            yield _cut(document, named, words[start][0], words[place - 1][1])
            start = place
    if len(words) > 1 or not INITIALS.fullmatch(document.text[words[0][0] : words[0][1]]):
        yield _cut(document, named, words[start][0], words[-1][1])


def _can_end(word: str) -> bool:
    """Whether the word may end a name: it has a capital, or tells a child from a parent."""
    return is_generation(word) or any(char.isupper() for char in word)


def _is_no_name(document: Document, words: Sequence[str], opens: bool) -> bool:
    """Whether the first of up to three words stands before a name: a small word, or a common noun before given name and
    surname; a word that can be a given name as well is a noun only where it opens the sentence."""
    language, first = document.language, words[0].casefold()
    if first in particles() or (len(words) > 1 and plain(first) in given_names()):
        return False
    if first in lowered(language, "according", 1):
        return True
    if first in resources.words(language, "function_words"):
        return opens or words[0].islower() or grammar(language).nouns.capitalised or len(words) != TWO
    if plain(" ".join(words[:2])) in given_names():
        return False  # two given names that others join by a hyphen: *Jean Luc*
    given = plain(words[1]) in given_names() or bool(nominative(language, words[1]))
    if len(words) < 3 or not given or plain(first) in given_names() or nominative(language, words[0]):
        return False
    tagger = load_tagger()
    common = tagger.common(language, first) and (opens or grammar(language).nouns.capitalised)
    return first.isalpha() and (common or not tagger.proper(language, first))


def _cut(document: Document, named: Named, start: int, end: int) -> Named:
    if (start, end) == (named.start, min(named.end, end)) and end == named.end:
        return named
    return replace(named, start=start, end=end, text=document.text[start:end])


def _joined(document: Document, found: Sequence[Named]) -> list[Named]:
    """Given name and surname as one where a nickname in marks, or small words as in *van der*, stand between."""
    out: list[Named] = []
    last = 0
    alone = _opening_surnames(document)
    for place, named in enumerate(found):
        if named.start < last:
            continue
        following = found[place + 1 : place + 2]
        end = _past_nickname(document, named) or _past_small(document, named, following, alone)
        end = end or _past_surname(document, named, following)
        if end is None:
            out.append(named)
            last = named.end
        else:
            last = max([end, *(one.end for one in found[place + 1 : place + 3] if one.start < end)])
            out.append(replace(named, end=last, text=document.text[named.start : last], type="person"))
    return out


def _past_nickname(document: Document, named: Named) -> int | None:
    """End of the surname behind a nickname that stands behind this name or ends it."""
    first = named.text.split()[0]
    if named.type != "person" and plain(first) not in given_names():
        return None
    low = named.start + len(first)
    mark = NICKNAME.search(document.text, low, min(len(document.text), named.end + FAR_BEFORE))
    if mark is None or mark.start() > named.end or "\n" in mark[0] or _is_plain(document, mark[0]):
        return None
    surname = CAPITAL.match(document.text, mark.end())
    return surname.end() if surname is not None and surname[0][0].isupper() else None


def _is_plain(document: Document, marked: str) -> bool:
    """Whether what stands in marks is a word in small letters where nouns have a capital: *Kontakt „nur“ Berg*."""
    return grammar(document.language).nouns.capitalised and marked.strip(" ()" + MARKS)[:1].islower()


def _nicknamed(document: Document, found: Sequence[Named]) -> list[Named]:
    """The names, with a given name, a nickname in marks and a surname as one, whatever each was taken for."""
    out = list(found)
    capitals = grammar(document.language).nouns.capitalised
    for mark in NICKNAME.finditer(document.text):
        before = GIVEN.search(document.text, max(0, mark.start() - FAR_BEFORE), mark.start())
        after = CAPITAL.match(document.text, mark.end())
        if before is None or after is None or not (before[1][0].isupper() and after[0][0].isupper()) or "\n" in mark[0]:
            continue
        if capitals and _is_plain(document, mark[0]):
            continue
        inside = before.start() not in document.sentence_starts and not capitals
        surname = any(one.start == after.start() and one.type == "person" for one in out)
        if not (is_given(before[1]) or nominative(document.language, before[1]) or (inside and surname)):
            continue
        start, end = before.start(), after.end()
        near = [one for one in out if one.start < end and start < one.end]
        start = min([start, *(one.start for one in near if is_given(one.text.split()[0]))])
        if all(one.end <= end for one in near):
            out = sorted([*(one for one in out if one not in near), person(document, start, end)], key=_place)
    return out


def _place(named: Named) -> int:
    return named.start


def _is_listed(document: Document, name: str) -> bool:
    return gazetteer(document.language).find(name) is not None


def _opening_surnames(document: Document) -> frozenset[str]:
    """Small words with a name that open a sentence, where they are no preposition: *Von der Leithen warnte*."""
    found = (match for match in _surnames()[2].finditer(document.text) if match.start() in document.sentence_starts)
    places = grammar(document.language).clauses.place_prepositions
    return frozenset(one[0].casefold() for one in found if one["small"].casefold().strip() not in places)


def _past_small(document: Document, named: Named, following: Sequence[Named], alone: Collection[str]) -> int | None:
    """End of the surname behind small words that stand behind this name.

    ``alone`` are those that open sentences elsewhere, small words and name in small letters.
    """
    after = _surnames()[0].match(document.text, named.end)
    if after is None or named.type != "person" or not after["name"][0].isupper() or after["name"].isupper():
        return None
    known = [one for one in following if one.start < after.end()]
    if (after["small"] + after["name"]).casefold() in alone and not _is_listed(document, after["name"]):
        return after.end()
    lone = named.text.istitle() and plain(named.text) in given_names() and known and known[0].end == after.end()
    if known and ((known[0].type == "organization" and not lone) or known[0].start < after.start("name")):
        return None
    common = resources.words(document.language, "function_words")
    bound = all(word in common for word in after["small"].split())
    if bound and (" " in named.text or plain(named.text) not in given_names()):
        return None
    return after.end()


def _past_surname(document: Document, named: Named, following: Sequence[Named]) -> int | None:
    """End of the capitalised word behind a given name alone that stands behind a role: *die Abgeordnete Lea Stein*."""
    if named.type != "person" or plain(named.text) not in given_names():
        return None
    before = BEFORE.search(document.text, max(0, named.start - FAR_BEFORE), named.start)
    roles = [lowered(document.language, name, 1) for name in ("titles", "roles", "speaker_roles")]
    if before is None or not any(before[1].casefold() in listed for listed in roles):
        return None
    after = CAPITAL.match(document.text, named.end + 1)
    if after is None or document.text[named.end : after.start()] != " " or not after[0][0].isupper():
        return None
    if any(one.start < after.end() for one in following) or after[0].casefold() in _days(document.language):
        return None
    return after.end()


@cache
def _days(language: str) -> frozenset[str]:
    return resources.words(language, "weekdays") | resources.words(language, "months")


def _tails(document: Document, found: Sequence[Named]) -> list[Named]:
    """Surnames with their small words or Arabic article that stand alone: *von der Leyen*, *al-Sharaa*."""
    ending = _surnames()[1]
    tails = [tail[0] for named in found if named.type == "person" and (tail := ending.search(named.text)) is not None]
    last = (named.text.split()[-1] for named in found if named.type == "person" and " " in named.text)
    tails += [word for word in last if word[0].islower() and word.startswith(name_articles())]
    tails = list(dict.fromkeys(tails))[:MAX_TAILS]
    if not tails:
        return []
    each = "|".join(f"[{tail[0]}{tail[0].upper()}]{re.escape(tail[1:])}" for tail in tails)
    matches = re.finditer(rf"(?<![\w-])(?:{each})s?(?!\w)", document.text)
    return [person(document, *match.span()) for match in matches if _alone(document, match.start())]


def _alone(document: Document, start: int) -> bool:
    """Whether the small word opens a name: it has a capital or is of another language, or a verb or title precedes."""
    word = document.text[start : start + FAR_BEFORE].split()[0]
    if word[0].isupper() or word not in resources.words(document.language, "function_words"):
        return True
    before = BEFORE.search(document.text, max(0, start - FAR_BEFORE), start)
    return before is not None and any(
        before[1].casefold() in lowered(document.language, name, 1) for name in ("cues", "titles", "roles")
    )


def _with(found: Iterable[Named], wholes: Sequence[Named]) -> list[Named]:
    """The names, and the wholes in place of what lies in them; a whole within a longer name is none."""
    kept = sorted(found, key=lambda named: named.start)
    for whole in wholes:
        low = bisect_left(kept, whole.start, key=lambda named: named.end - 1)
        high = bisect_left(kept, whole.end, key=lambda named: named.start)
        inside = kept[low:high]
        if all(whole.start <= one.start and one.end <= whole.end for one in inside):
            kept[low:high] = [whole]
    return kept
