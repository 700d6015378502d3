"""Statements by *according to X*, before, behind or around it."""

from __future__ import annotations

from dataclasses import replace

from analysis.attribution.contents import MIN_CONTENT
from analysis.attribution.definite import completes_verb, follows_definite
from analysis.attribution.owners import owner_of_view
from analysis.attribution.phrases import is_verbal
from analysis.attribution.reading import Reading, WordSpan
from analysis.attribution.roles import NOT_SUBJECT, PERSONAL
from analysis.attribution.subjects_after import subject_after
from analysis.columns import SourcePlace, WordRole
from analysis.matching import Match
from analysis.quotes.constructions.construction import Found
from analysis.quotes.constructions.source_ends import apposition_end, is_clause, source_end, unread_source
from analysis.quotes.constructions.sources import source_openings

SUBORDINATING = frozenset({WordRole.REL, WordRole.SUB, WordRole.THAT})
REL_OR_TIME = frozenset({WordRole.REL, WordRole.TIME})
CONJ_OR_ADV = frozenset({WordRole.CONJ, WordRole.ADV})

LONG_STATEMENT = 5
"""After so many words before *according to X*, what follows a comma is about X."""


LONGEST_LEADING = 14
"""Most words of a source that opens the sentence, before *zufolge*."""

NEAR = 8
"""Most words from the comma before a subordinate clause to the source inside it."""

JOINING = frozenset({WordRole.CONJ, WordRole.GEN, WordRole.OF, WordRole.PREP})
"""Words that go on with a noun phrase."""
LATE = 4
"""At most so many words behind a source tell when it was said; more go on with the statement."""

POST_ROLES = frozenset({WordRole.DET, WordRole.OF, WordRole.GEN, WordRole.PREP, WordRole.REL})


def according(reading: Reading, first: int, stop: int) -> Found | None:
    """The statement of a sentence that names its source, in one or two stretches, with the source."""
    for place in source_openings(reading, first, stop):
        found = reading.lexicon.according.at(reading, place, stop)
        if found is None or found.value is SourcePlace.OWN:
            framed = _framed_source(reading, place, WordSpan(first, stop))
            if framed is not None:
                return _around(reading, framed, first, stop)
        if found is None or found.value is SourcePlace.NOTHING:
            continue
        if found.value is SourcePlace.POST:
            post = _post_position(reading, place, WordSpan(first, stop))
            if post is not None:
                return post
            continue
        named = _named_source(reading, found, WordSpan(first, stop))
        if named is not None:
            return _around(reading, named, first, stop)
    return None


def _framed_source(reading: Reading, place: int, words: WordSpan) -> Found | None:
    """The source in the gap of a phrase (*nach Berliner Angaben*, *in the mayor's view*), or behind it."""
    first, stop = words
    frame = reading.lexicon.frames.at(reading, place, stop)
    if frame is None:
        return None
    owner = owner_of_view(reading, WordSpan(place + 1, frame.last))
    if frame.value is SourcePlace.OWNED:
        return None if owner is None else Found(None, owner, place, frame.last)
    compound = frame.last - place == 2 and reading.keys[place + 1] not in reading.lexicon.opinions
    behind = frame.last if compound else _frame_end(reading, frame.last, stop)  # *nach EON-Angaben | von Kunden …*
    source = WordSpan(place + 1, max(frame.last, behind))
    end = source_end(reading, behind, stop, place == first)
    return Found(None, owner if owner is not None and behind == frame.last else source, place, end)


def _named_source(reading: Reading, found: Match[SourcePlace], words: WordSpan) -> Found | None:
    """The source behind (or in) a phrase such as *according to*."""
    (first, stop), place, after = words, found.first, found.last
    if found.value is SourcePlace.FIRST and place != first:
        return None
    if found.value is SourcePlace.DEMONSTRATIVE:
        return Found(None, None, place, after)
    if found.value is SourcePlace.OWN and not _opens_genitive(reading, after):
        speaker: WordSpan | None = WordSpan(place, after)
    elif found.value is SourcePlace.COMMA and not (
        place > first and reading.keys[place - 1] == "," and _names_next(reading, place + 1, stop)
    ):
        return None
    else:
        speaker = subject_after(reading, after, stop)
        body = None if speaker is None else _definite_body(reading, speaker)
        if body is not None:
            return Found(None, body, place, body.last)
        owner = None if speaker is None else owner_of_view(reading, speaker)
        if owner is not None and speaker is not None:
            return Found(None, owner, place, speaker.last)
    if speaker is not None and not _can_be_noun(reading, speaker):
        return None
    if speaker is None:
        speaker = unread_source(reading, after, stop) if place == first else None
    if speaker is None:
        return None
    end = apposition_end(reading, speaker, stop) if place == first else speaker.last
    return Found(None, speaker, place, _past_bracket(reading, end, stop))


def _past_bracket(reading: Reading, end: int, stop: int) -> int:
    """Past letters in brackets behind a source: *potrivit Agenției (AAL) | , …*."""
    if end + 2 < stop and reading.keys[end] == "(" and reading.keys[end + 2] == ")":
        return end + 3
    return end


def _can_be_noun(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a noun or a pronoun is among the words, where nouns have capitals: *es sei laut | gewesen* has none."""
    if not reading.grammar.nouns.capitalised:
        return True
    words = reading.words[phrase.first : phrase.last]
    return any(word.capital or word.roles or not word.key.isalpha() for word in words)


def _opens_genitive(reading: Reading, after: int) -> bool:
    """*în opinia lui | X*: what may be a possessive makes the genitive of a name here."""
    named = after < len(reading.words) and reading.words[after].capital
    return named and reading.keys[after - 1] in reading.grammar.determiners.genitive


def _definite_body(reading: Reading, source: WordSpan) -> WordSpan | None:
    """A noun that has its article in it, where another phrase follows: *ifølge kommunen mer enn ventet*, *enligt
    bolaget stiger hyran*."""
    if (subject := _subject_within(reading, source)) is not None:
        return WordSpan(source.first, subject)
    suffixed = reading.grammar.word_order.verb_second and not reading.grammar.nouns.capitalised
    if not suffixed:
        return None
    if (owned := _owned(reading, source)) is not None:
        return owned
    if source.size > 1 and completes_verb(reading, source.first + 1):
        return WordSpan(source.first, source.first + 1)
    found = reading.lexicon.bodies.at(reading, source.first, source.last)
    verb = next((i for i in range(source.first + 1, source.last) if follows_definite(reading, i)), None)
    if verb is not None and (found is None or verb <= found.last):
        return WordSpan(source.first, verb)
    if found is None or found.last >= source.last:
        return None
    following = reading.words[found.last]
    ends = following.is_word and not following.capital and not following.roles & JOINING
    return WordSpan(source.first, found.last) if ends else None


def _owned(reading: Reading, source: WordSpan) -> WordSpan | None:
    """A name in *-s* with its noun, and the verb behind them: *enligt Naturverkets rapport | saknas arter*."""
    noun, verb = source.first + 1, source.first + 2
    if verb >= source.last or not reading.grammar.nouns.genitive_s:
        return None
    owner, pair = reading.words[source.first], (reading.words[noun], reading.words[verb])
    plain = all(word.is_word and word.key.isalpha() and not word.capital and not word.roles for word in pair)
    behind = reading.words[verb + 1] if verb + 1 < len(reading.words) else None
    small = behind is not None and behind.is_word and behind.key.isalpha() and not behind.capital and not behind.roles
    described = small and pair[0].key.endswith(reading.grammar.nouns.definite_adjectives)  # *enligt X nya | rapport*
    verb += described
    return WordSpan(source.first, verb) if owner.capital and owner.key.endswith("s") and plain else None


def _subject_within(reading: Reading, source: WordSpan) -> int | None:
    """Where the subject of the statement begins behind a source in the dative: *potrivit pompierilor | focul a …*."""
    endings = reading.grammar.nouns.subject_endings
    for place in range(source.first + 1, source.last if endings else source.first):
        word, before = reading.words[place], reading.words[place - 1]
        plain = word.is_word and not word.capital and not word.roles and word.key.endswith(endings)
        if plain and before.is_word and not before.roles and reading.words[place + 1].is_word:
            return place
    return None


def _names_next(reading: Reading, place: int, stop: int) -> bool:
    """Whether a name or an article with a noun follows, and then the end of the clause."""
    if place >= stop or not (reading.words[place].capital or reading.has(place, WordRole.DET)):
        return False
    phrase = subject_after(reading, place, stop)
    if phrase is None or phrase.first != place:
        return False
    end = phrase.last
    return (
        end >= stop
        or not reading.words[end].is_word
        or reading.any_role(end, NOT_SUBJECT)
        or (end + 1 < stop and reading.keys[end + 1] == ",")
    )


def _frame_end(reading: Reading, end: int, stop: int) -> int:
    """Past a genitive or *von* behind the noun of the frame."""
    if end < stop and reading.has(end, WordRole.OF) and not reading.words[end].capital:
        phrase = subject_after(reading, end + 1, stop)
        return phrase.last if phrase is not None and phrase.first == end + 1 else end
    return end


def _around(reading: Reading, found: Found, first: int, stop: int) -> Found | None:
    """The statement on both sides of *according to X*; one with it inside where only a subject stands before it."""
    place, end = found.first, found.last
    if _is_within_phrase(reading, first, place):
        return None
    if not _closes(reading, place, WordSpan(end, stop)):
        first = _clause_around(reading, first, place)
    pieces: list[WordSpan] = []
    if place - first >= 1:
        cut = place
        while cut > first and not reading.words[cut - 1].is_word:
            cut -= 1
        if cut > first and not (cut - first == 1 and reading.any_role(first, CONJ_OR_ADV)):
            pieces.append(WordSpan(first, cut))
    after = end
    while after < stop and not reading.words[after].is_word and reading.keys[after] in (",", ")", ":"):
        after += 1
    apposed = after > end and bool(pieces) and pieces[0][1] - pieces[0][0] > LONG_STATEMENT
    if pieces and after == end:
        apposed = not reading.grammar.word_order.verb_second or reading.keys[place - 1] == ","
        apposed = apposed and pieces[0][1] - pieces[0][0] > 1 and not is_verbal(reading, pieces[0][1] - 1)
    if after < stop and (not pieces or (_goes_on(reading, WordSpan(end, stop), after) and not apposed)):
        pieces.append(WordSpan(after, stop))
    subject = len(pieces) == 2 and pieces[0].size < MIN_CONTENT and not reading.any_role(first, SUBORDINATING)
    subject = subject and not reading.grammar.word_order.verb_second
    if subject:
        pieces = [WordSpan(first, stop)]
    return replace(found, content=tuple(pieces)) if pieces else None


def _is_within_phrase(reading: Reading, first: int, place: int) -> bool:
    """*dem laut Hersteller großen Erfolg*: between an article and its noun, a source is only of that noun."""
    article = place - 1
    if article <= first or not reading.grammar.nouns.capitalised or reading.keys[article - 1] == ",":
        return False
    return reading.has(article, WordRole.DET) and not reading.any_role(article, PERSONAL | {WordRole.NEUT})


def _closes(reading: Reading, place: int, behind: WordSpan) -> bool:
    """*…, according to X.*: set apart from what stands before it, and not from what follows, it is of the sentence."""
    apart = reading.keys[place - 1] == ","
    return apart and (behind.first >= behind.last or reading.keys[behind.first] != ",")


def _clause_around(reading: Reading, first: int, place: int) -> int:
    """Where the clause begins that holds the source: *…, which according to X was …*, *…, who, according to X, …*."""
    inner = place - 2 if reading.keys[place - 1] == "," else place - 1
    comma = next((i for i in range(inner, max(first, place - NEAR) - 1, -1) if reading.keys[i] == ","), None)
    if comma is None or comma + 1 >= place or not reading.any_role(comma + 1, SUBORDINATING):
        return first
    return comma + 1


def _goes_on(reading: Reading, rest: WordSpan, after: int) -> bool:
    """After a mid-sentence *according to X* the statement goes on, unless it only says when or where."""
    end, stop = rest
    if after > end:
        return not reading.any_role(after, REL_OR_TIME)
    return not reading.has(after, WordRole.TIME) or (reading.grammar.word_order.verb_second and stop - after > LATE)


def _post_position(reading: Reading, place: int, words: WordSpan) -> Found | None:
    """*dem Bericht zufolge*: the source before its preposition."""
    first, stop = words
    if place <= first or reading.keys[place] in reading.grammar.clauses.ambipositions:
        return None
    begin = place
    while begin > first and reading.words[begin - 1].is_word and place - begin < 8:
        roles = reading.words[begin - 1].roles
        if roles - POST_ROLES or (
            not roles and not reading.words[begin - 1].capital and begin < place and not reading.words[begin].capital
        ):
            break
        begin -= 1
    if begin == place:
        return None
    if place - first <= LONGEST_LEADING and not is_clause(reading, first, place):
        begin = first
    pieces = [WordSpan(place + 1, stop)]
    before = begin - 1 if reading.keys[begin - 1] == "," else begin
    if before > first:
        pieces.insert(0, WordSpan(first, before))
    return Found(None, WordSpan(begin, place), begin, place + 1, tuple(pieces))
