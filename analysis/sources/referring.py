"""Descriptions that only refer back to somebody told of before: *the bank*, *le quotidien*, *forskaren*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.actors.gazetteer import gazetteer
from analysis.actors.phrases import lowered
from analysis.attribution.outlets import outlets_in
from analysis.attribution.phrases import is_document, is_listed
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import is_role_noun
from analysis.attribution.roles import GENITIVE_MARKS
from analysis.attribution.torn import head_of_words
from analysis.columns import MediumKind, WordRole
from analysis.matching import key
from analysis.resources import rows
from analysis.sources.kinds import is_body, is_common

SAYS_WHAT = frozenset({WordRole.BE, WordRole.AS, WordRole.CONJ})
JOINED = frozenset({WordRole.PREP, WordRole.OF, WordRole.GEN, WordRole.REL, WordRole.POSS, WordRole.CONJ})
BACK = 250
"""Words back in which a medium is looked for that *the paper* means."""
MOST_PLAIN, BACK_OF = 3, 9
"""Most words of a description for somebody told of before, and words behind it in which its name may stand."""
MOST_WORDS = 4
"""Most words of a description that tells nothing of its own."""
STEM = 4
"""Letters of the shortest noun that is looked for in a longer one."""
BEFORE_NOUN, BEHIND_NOUN = 3, 4
"""Most words from an article to its noun, and from a noun to the name of who that is."""
LONG_BODY = 6
"""Letters of the shortest noun for a body that ends a compound."""


def refers_back(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are a definite noun in the singular with nothing but adjectives, and name nobody.

    Not one for something written, nor for a public body, which the reader knows without being told.
    """
    phrase = WordSpan(first, last)
    owned = phrase.size > 1 and reading.has(first, WordRole.POSS)
    if phrase.size > MOST_WORDS or not (owned or _is_definite(reading, phrase)):
        return False
    if any(reading.any_role(i, JOINED) for i in range(first + 1, last)):
        return False
    medium = reading.lexicon.media.first(reading, first, last)
    if phrase.size <= 2 and medium is None and is_account(reading, last - 1):
        return True
    outlet = medium is not None and medium.value is MediumKind.OUTLET
    if owned or (is_document(reading, phrase) and not outlet):
        return False
    if reading.named_in(first, last) or _is_proper(reading, phrase) or _is_several(reading, phrase):
        return False
    if medium is not None and not outlet:
        return False
    return not is_body(reading, first, last) or phrase.size == 1


def is_account(reading: Reading, place: int) -> bool:
    """Whether the word is a noun for what somebody says, in either number: *den | Angaben*, *ihren | Aussagen*."""
    word, nouns = reading.keys[place].rpartition("-")[2], reading.lexicon.nouns
    return any(form in nouns for form in (word, word[:-1], word[:-2]) if len(form) >= STEM)


def is_medium(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are a noun for a medium without its name: *le quotidien*, *the paper*, *agence*."""
    found = reading.lexicon.media.first(reading, first, last)
    if last - first > 1 and reading.lexicon.bodies.first(reading, first, last) is not None:
        return False
    return found is not None and found.value is MediumKind.OUTLET and found.last == last


def medium_before(reading: Reading, place: int) -> WordSpan | None:
    """The medium named last before the word."""
    found = [one for one in outlets_in(reading, max(0, place - BACK), place) if one.named and one.kind != "social"]
    return WordSpan(found[-1].first, found[-1].last) if found else None


def somebody_before(reading: Reading, place: int) -> bool:
    """Whether a person or a body is named before the word."""
    first = next((one.first for one in reading.named if one.actor.type in ("person", "organization")), place)
    return first < place


def noun_of(reading: Reading, first: int, last: int) -> str:
    """The noun that the words are about, without an ending of the genitive."""
    phrase = WordSpan(first, last)
    return reading.keys[head_of_words(reading, phrase)].removeprefix("l'")


def stems_of(reading: Reading, noun: str) -> frozenset[str]:
    """A noun as it is and without endings of its article, number and case: *forskarna*, *Nutzern*."""
    nouns = reading.grammar.nouns
    endings = {*nouns.definite_endings, *nouns.plural_articles, *nouns.plural_endings, *nouns.dative_endings}
    endings |= {"s"} if nouns.plural_s else set()
    return frozenset({noun, *(noun.removesuffix(end) for end in endings if len(noun) - len(end) >= STEM)})


def is_only_definite(reading: Reading, first: int, last: int) -> bool:
    """Whether the words are a noun with its definite article and nothing else, in either number."""
    if last - first == 1:
        nouns = reading.grammar.nouns
        endings = (*nouns.definite_endings, *nouns.plural_articles)
        return bool(endings) and not nouns.capitalised and reading.keys[first].endswith(endings)
    definite = (*lowered(reading.lexicon.code, "articles", 0), *reading.grammar.determiners.demonstrative)
    return last - first == 2 and reading.keys[first] in definite


def surname_of(reading: Reading, first: int, last: int) -> str:
    """The last name that a description ends in right behind the noun for a role: *Ousted Minister | Holm*; empty where
    it is none."""
    place = last - 1
    if place <= first or not reading.words[place].capital or reading.words[place].roles:
        return ""
    named = is_role_noun(reading, place - 1) and not is_role_noun(reading, place)
    return reading.text[reading.words[place].start : reading.words[place].end] if named else ""


def is_same_noun(noun: str, name: str) -> bool:
    """Whether a longer description is about what the noun is for: *the court*, *a court in Leeds*."""
    stem = noun[: max(STEM, len(noun) - 2)]
    return len(stem) >= STEM and any(stem in word for word in key(name).replace("-", " ").split())


def body_of(reading: Reading, first: int, last: int) -> str:
    """What a public body without a name is, with its countries: the same for *Israels Armee* and *das israelische
    Militär*; empty for others."""
    head = head_of_words(reading, WordSpan(first, last))
    kind = _kind(reading.lexicon.code, reading.keys[head])
    if not kind or any(reading.any_role(i, JOINED - {WordRole.GEN, WordRole.OF}) for i in range(first + 1, last)):
        return ""
    told = dict(_countries(reading, first, last))
    others = [reading.keys[i] for i in range(first, last) if i != head and i not in told and not reading.words[i].roles]
    others += [reading.keys[head].rpartition("-")[0]] if head not in told and "-" in reading.keys[head] else []
    return " ".join([kind, *sorted({*told.values(), *(key for key in others if key[0].isalnum())})])


@cache
def _kinds(code: str) -> dict[str, str]:
    """Nouns for public bodies to their keys."""
    return {key(row[0]): row[1] for row in rows(code, "official_bodies") if len(row) > 1 and " " not in row[0]}


def _kind(code: str, word: str) -> str:
    """The key of a noun for a body, in any case and at the end of a compound."""
    kinds = _kinds(code)
    forms = (word, word.removesuffix("s"), word.removesuffix("es"))
    whole = next((kinds[form] for form in forms if form in kinds), "")
    end = word.rpartition("-")[2]
    return whole or (kinds.get(end.removesuffix("s"), kinds.get(end, "")) if len(end) >= LONG_BODY else "")


def _countries(reading: Reading, first: int, last: int) -> Iterator[tuple[int, str]]:
    """The countries that the words name, each with the place of its word."""
    code = reading.lexicon.code
    demonyms = lowered(code, "demonyms", 1)
    for place in range(first, last):
        word = reading.words[place]
        forms = (word.key, word.key.removesuffix("s"), word.key.partition("-")[0])
        found = next((demonyms[form] for form in forms if form in demonyms), None)
        entry = gazetteer(code).find(reading.text[word.start : word.end]) if word.capital and found is None else None
        if found is not None:
            yield place, found
        elif entry is not None and entry.type == "place":
            yield place, entry.key


def _is_definite(reading: Reading, phrase: WordSpan) -> bool:
    first, grammar = reading.words[phrase.first], reading.grammar
    if first.key in grammar.determiners.demonstrative or first.key in lowered(reading.lexicon.code, "articles", 0):
        return phrase.size > 1
    if grammar.determiners.obligatory:
        return _is_bare(reading, phrase)
    endings = grammar.nouns.definite_endings
    return not first.roles and phrase.size <= 2 and first.key.endswith(endings) and bool(endings)


def _is_bare(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the word is a noun in the singular without its article, which is a piece of something: *quotidien*."""
    word, nouns = reading.words[phrase.first], reading.grammar.nouns
    small = not word.capital or word.start in reading.opening_starts
    bare = phrase.size == 1 and small and not nouns.capitalised and not word.roles and word.key not in nouns.collective
    return bare and not word.key.endswith(("s", "x"))


def _is_proper(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a capital shows a name among the words."""
    words = reading.words[phrase.first : phrase.last]
    capital = [w for w in words if w.capital and w.start not in reading.opening_starts]
    if not reading.grammar.nouns.capitalised:
        return bool(capital)
    last = phrase.last - 1
    known = is_common(reading, last) or is_role_noun(reading, last) or is_listed(reading, WordSpan(last, last + 1))
    return len(capital) > 1 or not (known or _was_introduced(reading, last))


def is_introduced(reading: Reading, first: int, last: int) -> bool:
    """Whether the text has told of somebody without a name by the same noun: *a diver found it … the diver said*.

    Not where a name stands beside that noun, nor where the noun says what somebody is: *Holt, a diver*.
    """
    behind = reading.keys[last : last + 1] == (",",) and reading.persons_in(
        last, min(len(reading.words), last + BACK_OF)
    )
    if last - first > MOST_PLAIN or behind or any(word in GENITIVE_MARKS for word in reading.keys[first:last]):
        return False
    noun = noun_of(reading, first, last)
    ends = reading.grammar.nouns.definite_endings
    forms = {noun, *(noun.removesuffix(end) for end in ends if len(noun) - len(end) >= STEM)}
    return any(_is_first_of(reading, at) for at in range(max(1, first - BACK), first) if reading.keys[at] in forms)


def _is_first_of(reading: Reading, place: int) -> bool:
    determiners = reading.grammar.determiners
    new = (*determiners.indefinite, *determiners.introducing)
    opens = next((i for i in range(place - 1, max(0, place - BEFORE_NOUN), -1) if reading.words[i].roles), None)
    if opens is None or reading.keys[opens] not in new or not all(w.is_word for w in reading.words[opens:place]):
        return False
    before = opens == 0 or (reading.words[opens - 1].is_word and not reading.any_role(opens - 1, SAYS_WHAT))
    opening = reading.words[opens].start in reading.opening_starts
    return (before or opening) and not reading.persons_in(place, min(len(reading.words), place + BEHIND_NOUN))


def _was_introduced(reading: Reading, place: int) -> bool:
    """Whether the noun stood behind an indefinite article before: *ein Fischer … der Fischer*."""
    indefinite, word = reading.grammar.determiners.indefinite, reading.keys[place]
    before = range(max(1, place - BACK), place)
    return any(reading.keys[i] == word and reading.keys[i - 1] in indefinite for i in before)


def _is_several(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the noun is for several, by its article or its ending."""
    nouns, word = reading.grammar.nouns, reading.keys[phrase.last - 1]
    if nouns.plural_s:
        return word.endswith(("s", "x")) and reading.lexicon.speakers.at(reading, phrase.last - 1, phrase.last) is None
    if nouns.plural_articles:
        return word.endswith(nouns.plural_articles)
    if reading.keys[phrase.first] not in reading.grammar.determiners.several:
        return False
    listed = reading.lexicon.speakers.at(reading, phrase.last - 1, phrase.last)
    one = listed is not None and listed.value == "feminine"
    return not one and word.endswith(nouns.plural_endings)
