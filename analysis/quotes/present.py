"""Whom a noun beside quoted words means that nothing in the article ties to a name: the only person spoken of there."""

from __future__ import annotations

from analysis.actors.phrases import lowered
from analysis.attribution.owners import is_genitive
from analysis.attribution.phrases import is_document
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.role_nouns import gender_of_role
from analysis.columns import WordRole
from analysis.quotes.body_nouns import article_gender, noun_at
from analysis.quotes.callings import Calling, calling
from analysis.quotes.describing import is_several
from analysis.quotes.going_on import is_another
from analysis.types import Actor, Gender, Speaker

LONGEST = 8
"""Most words of such a description."""
SENTENCES, FAR = 3, 8
"""Sentences back in which the person is named who is meant, and in which whoever spoke last did."""
RECENT = 200
"""Words back in which somebody was introduced with the noun without a name."""
ARTICLE = 1
"""Words of an article."""
FOLLOWING = 2
"""Words behind a phrase in which a relative clause begins."""
BEHIND = 4
"""Words from the end of quoted words to such a description."""
STEM = 4
"""Letters of the shortest beginning by which two forms of a noun are known for one."""
GOVERNED = frozenset({WordRole.OF, WordRole.GEN, WordRole.BY})
NO_RELATIVE = frozenset({WordRole.THAT, WordRole.DET, WordRole.SUB, WordRole.PREP})
NO_OWNER = frozenset({WordRole.POSS, WordRole.FIRST, WordRole.CONJ, WordRole.REL, WordRole.NEG})
"""Roles of words in no such description."""


def who_is_present(reading: Reading, phrase: WordSpan, last: Speaker | None, place: int) -> Speaker | None:
    """The one person whom the sentences before name, where the words call somebody known to the reader something that
    the article says beside nobody's name, and stand beside quoted words; None where several may be meant.

    ``place`` is where the last speaker stands, negative for nowhere.
    """
    if _is_inhabitant(reading, phrase):
        found = _only(reading, phrase, last, place)
        return None if found is None or _is_other(article_gender(reading, phrase), found) else _as_speaker(found)
    noun, described = _noun(reading, phrase), calling(reading, *phrase)
    if noun is None or _is_introduced(reading, phrase, noun) or not _is_beside_speech(reading, phrase, described):
        return None
    if (described is not None and not described.kinds and not described.status) or _is_told_of(reading, phrase):
        return None  # *the man*, *the mother*; *the driver, | who opened the gate*
    found = _only(reading, phrase, last, place)
    if found is None or _is_unlike(reading, phrase, noun, described, found):
        return None
    return _as_speaker(found)


def _is_inhabitant(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a phrase knows one person by a country or a town alone: *the Swede*, *svensken*."""
    nouns, key = reading.grammar.nouns, reading.keys[phrase.last - 1]
    if key not in lowered(reading.lexicon.code, "inhabitants", 0) or is_several(reading, phrase):
        return False
    if phrase.size == 1:
        single = key.endswith(nouns.definite_endings) and not key.endswith(nouns.plural_articles)
        return single and not reading.grammar.determiners.obligatory
    if phrase.size > ARTICLE + 1 or reading.keys[phrase.first] not in lowered(reading.lexicon.code, "articles", 0):
        return False
    gender = article_gender(reading, phrase)
    plural = nouns.capitalised and (gender is None or (gender == "feminine" and not key.endswith(nouns.woman_endings)))
    return not plural


def _noun(reading: Reading, phrase: WordSpan) -> int | None:
    """Where the noun of a phrase for one person known to the reader stands; None for every other phrase."""
    first, last = phrase
    if phrase.size > LONGEST or is_several(reading, phrase) or is_document(reading, phrase):
        return None
    opening = next((i for i in range(first + 1, last) if reading.any_role(i, GOVERNED | {WordRole.PREP})), last)
    article = reading.has(first, WordRole.DET)
    if article and reading.keys[first] not in lowered(reading.lexicon.code, "articles", 0):
        return None
    inner = range(first + 1 if article else first, opening)
    if not inner or any(reading.any_role(i, NO_OWNER) or not reading.words[i].is_word for i in inner):
        return None
    if any(one.mention.kind != "nominal" for one in reading.named_in(first, opening)):
        return None
    place = next((i for i in inner if _is_noun(reading, i, article)), None)
    return None if place is None or any(_is_no_person(reading, i, opening) for i in inner) else place


def _is_noun(reading: Reading, place: int, article: bool) -> bool:
    """Whether a word may be the noun: behind an article any plain word, else one with its article in it."""
    word, nouns = reading.words[place], reading.grammar.nouns
    if word.roles or not word.key.replace("-", "").isalpha() or (nouns.capitalised and not word.capital):
        return False
    return article or (word.key.endswith(nouns.definite_endings) and not reading.grammar.determiners.obligatory)


def _is_no_person(reading: Reading, place: int, last: int) -> bool:
    """Whether a word is a noun for a body, for a group or for a source without a name."""
    lists = reading.lexicon
    return (
        noun_at(reading, place, last) is not None
        or lists.bodies.at(reading, place, last) is not None
        or lists.anonymous.at(reading, place, last) is not None
    )


def _is_beside_speech(reading: Reading, phrase: WordSpan, described: Calling | None) -> bool:
    """Whether quoted words stand in the sentence and the verb of saying beside the phrase; one that no list has stands
    behind both, as things seldom do: *“…”, explained | the gerontologist*, but not *the brochure explained: “…”*."""
    quoted, first = reading.quoted, phrase.first
    sentence = reading.sentences[reading.sentence_of(first)]
    if described is None or not described.kinds:
        return any(quoted[i] for i in range(max(sentence.first, first - BEHIND), first))
    beside = any(i in reading.cue_at for i in (first - 1, phrase.last) if 0 <= i < len(reading.words))
    return beside and any(quoted[i] for i in range(*sentence))


def _is_told_of(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a relative clause behind the phrase, perhaps behind a comma, tells who is meant."""
    following = reading.words[phrase.last : phrase.last + 2]
    if len(following) == FOLLOWING and following[0].key == ",":
        return WordRole.REL in following[1].roles and WordRole.DET not in following[1].roles
    return any(WordRole.REL in word.roles and not word.roles & NO_RELATIVE for word in following[:1])


def _is_introduced(reading: Reading, phrase: WordSpan, noun: int) -> bool:
    """Whether the noun stood before for somebody new without a name: *a neighbour … the neighbour*."""
    determiners = reading.grammar.determiners
    new = frozenset((*determiners.indefinite, *determiners.introducing))
    key = reading.keys[noun]
    stem = key[: max(STEM, len(key) - 2)]
    for place in range(phrase.first - 1, max(0, phrase.first - RECENT), -1):
        if reading.keys[place].startswith(stem) and any(key in new for key in reading.keys[max(0, place - 2) : place]):
            return True
    return False


def _only(reading: Reading, phrase: WordSpan, last: Speaker | None, place: int) -> Actor | None:
    """The one person named outside quotations in the sentences of the paragraph before the phrase, else in those
    before; where none is, whoever spoke last, else the only one of all that was told."""
    own = reading.sentence_of(phrase.first)
    start = reading.document.paragraph_at(reading.words[phrase.first].start).start
    back = reading.sentences[max(0, own - SENTENCES)].first
    within = _named(reading, max(back, reading.range(start, start + 1).first), phrase.first)
    if near := within or _named(reading, back, phrase.first):
        return next(iter(near.values())) if len(near) == 1 else None
    told = _named(reading, 0, phrase.first)
    actor = told.get(last.actor or "") if last is not None and place >= 0 else None
    if actor is not None and own - reading.sentence_of(place) <= FAR and not _named(reading, place, phrase.first):
        return actor
    return next(iter(told.values())) if len(told) == 1 else None


def _named(reading: Reading, first: int, last: int) -> dict[str, Actor]:
    """The persons named outside quotations among the words, but those whose something is, and those whom the quoted
    words of the last sentence name."""
    sentence = reading.sentences[reading.sentence_of(last)]
    spoken_of = {one.actor.id for one in reading.named_in(*sentence) if reading.quoted[one.first]}
    named = (one for one in reading.persons_in(first, last) if not reading.quoted[one.first])
    return {one.actor.id: one.actor for one in named if one.actor.id not in spoken_of and not is_genitive(reading, one)}


def _is_unlike(reading: Reading, phrase: WordSpan, noun: int, described: Calling | None, actor: Actor) -> bool:
    """Whether the noun shows another sex than somebody's, or another role than the article tells."""
    shown = article_gender(reading, phrase) if reading.has(phrase.first, WordRole.DET) else None
    women = reading.grammar.nouns.woman_endings
    if women and shown == "feminine" and not reading.keys[noun].endswith(women):
        return True
    if _is_other(shown or gender_of_role(reading, phrase), actor):
        return True
    return described is not None and is_another(reading, phrase, described, actor)


def _is_other(shown: Gender | None, actor: Actor) -> bool:
    """Whether a noun of that form cannot be for somebody: a masculine one may be for whomever no word shows a woman."""
    return shown is not None and actor.gender != shown and (actor.gender is not None or shown == "feminine")


def _as_speaker(actor: Actor) -> Speaker:
    return Speaker(actor.id, actor.name, None, None)
