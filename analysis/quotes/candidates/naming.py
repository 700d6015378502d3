"""Marked words that are no quotation but what something is called: labels, titles, names, scare quotes."""

from __future__ import annotations

import re

from analysis.attribution.reading import Reading
from analysis.attribution.roles import CALLING, SMALL
from analysis.columns import CueUse, MediumKind, SourcePlace, WordRole
from analysis.quotes.constructions.construction import Attribution, Way
from analysis.quotes.spans.marked import MAX_NAME, MarkedWords

ADDRESS = re.compile(r"\w\.[^\W\d_]{2,}$|^www\.")
"""The address of a website: *example.org*."""
HYPHENS = ("-", "‐", "‑")
GLOSS = 4
"""Most words of a translation or short form in brackets: *Cast Lead („gegossenes Blei“)*."""
LONGEST_LEAD = 4
"""Most words of a phrase such as *according to*."""
BARE_NAME = 3
"""Most words in capitals that are taken for a name wherever they stand, if nothing says who spoke them."""
STATING = frozenset({WordRole.HAVE, WordRole.BE, WordRole.MODAL, WordRole.FIRST, WordRole.SUBJ, WordRole.NEG})
"""Roles that no title has a word of."""
SHOWING = frozenset({CueUse.SHOW, CueUse.THAT_CLAUSE})
"""Uses of verbs whose object is a thing, whatever marks it stands in."""
TAKING = CALLING | {CueUse.WANT}
"""Uses with which the marked words are what is called or wanted."""
ARTICLED = frozenset({WordRole.DET, WordRole.PREP})


def is_adjective(reading: Reading, m: MarkedWords, found: Attribution | None) -> bool:
    """*le pont dit « intelligent »*: one or two small words right after a plain verb of saying."""
    if found is None or found.hit is None or m.count > BARE_NAME:
        return False
    word = reading.words[m.inside.first]
    shown = found.hit.cue.use & SHOWING and found.way in (Way.BEFORE, Way.INSIDE) and not found.hit.cue.use & TAKING
    if shown and not word.capital and not m.complete:
        return True  # *revealed these “gaps”*
    if m.count > 2 or found.hit.last != m.outside.first:
        return False
    if word.capital or found.hit.cue.use & CALLING:
        return False
    return reading.text[word.end : word.end + 1] not in ".!?"


def is_label(reading: Reading, m: MarkedWords) -> bool:
    """What something is called (*the so-called „…“*, *the title is „…“*), part of a word, or a source's name."""
    text, after = reading.text, m.mark.outer_end
    opening, closing = m.outside
    if text[after : after + 1] in HYPHENS and text[after + 1 : after + 2].isalpha():
        return True
    before = opening - 1
    colon = before >= 0 and reading.keys[before] == ":"
    if colon and m.complete:
        return False
    if colon or before in reading.cue_at:
        before -= 1
    if reading.has(before, WordRole.SOCALLED) or _is_work(reading, m) or _is_own_name(reading, m):
        return True
    if m.count <= GLOSS and (_is_bracketed(reading, opening, closing) or _is_explained(reading, opening, closing)):
        return not m.complete
    return m.count <= MAX_NAME and _names_source(reading, opening)


def _is_bracketed(reading: Reading, opening: int, closing: int) -> bool:
    return reading.keys[opening - 1] == "(" and closing < len(reading.words) and reading.keys[closing] == ")"


def _is_explained(reading: Reading, opening: int, closing: int) -> bool:
    """*(“drift” refers to the breakdown …)*, *„Drift“ bezeichnet …*: a term, of which a verb of calling tells what it
    stands for."""
    hit = reading.cue_at.get(closing)
    opens = opening == 0 or not reading.words[opening - 1].is_word
    calls = hit is not None and hit.first == closing and hit.cue.use == {CueUse.CALL} and not hit.passive
    return opens and calls


def _is_work(reading: Reading, m: MarkedWords) -> bool:
    """*the film “2030: A Trip to the Light”*: what opens like a name, has no verb and stands right behind a work."""
    place, medium = m.outside.first - 1, None
    if place >= 0 and m.count <= MAX_NAME and not m.complete and _opens_like_a_name(reading, m):
        medium = reading.lexicon.media.at(reading, place, place + 1)
    if medium is None or medium.value is not MediumKind.DOCUMENT or reading.keys[place] in reading.lexicon.nouns:
        return False
    return not any(reading.any_role(i, STATING) and not reading.has(i, WordRole.PREP) for i in range(*m.inside))


def _is_own_name(reading: Reading, m: MarkedWords) -> bool:
    """*nennt sich „Hafen 12“*, *se numește „Port 12”*: what somebody or something calls itself, if like a name."""
    before = m.outside.first - 1
    reflexive = reading.has(before, WordRole.REFL)
    hit = reading.cue_at.get(before - 1 if reflexive else before)
    if hit is None or not hit.cue.use & CALLING or not (reflexive or reading.has(before - 1, WordRole.REFL)):
        return False
    return m.count <= BARE_NAME and _opens_like_a_name(reading, m)


def _opens_like_a_name(reading: Reading, m: MarkedWords) -> bool:
    opening = reading.words[m.inside.first]
    return opening.capital or opening.key.isdigit()


def _names_source(reading: Reading, opening: int) -> bool:
    """The mark stands right behind *according to*."""
    lists = reading.lexicon.according
    return any(
        found is not None and found.value is SourcePlace.PRE and found.last == opening
        for place in range(max(0, opening - LONGEST_LEAD), opening)
        if (found := lists.at(reading, place, opening))
    )


def is_name(reading: Reading, m: MarkedWords, found: Attribution | None) -> bool:
    """Marked words that name a thing (a paper, a film, a ship), not something said."""
    if m.count > MAX_NAME or (found is not None and found.way is Way.COLON and m.count > 3):
        return False
    speaker = found.speaker if found is not None else None
    if speaker is not None and speaker.first <= m.inside.first < speaker.last:
        return True
    if m.count <= BARE_NAME and ADDRESS.search(reading.text, m.mark.start, m.mark.end):
        return True
    before = m.outside.first - 1
    if not _looks_like_name(reading, m) or before < 0 or _said_behind(reading, m, found):
        return False
    if m.complete and not reading.grammar.orthography.stop_within_marks:
        return False
    if found is not None and (reading.has(before, WordRole.AS) or _is_called(reading, found, m.outside.first)):
        return False
    if found is None and m.count <= BARE_NAME:
        return True
    words = [w for w in reading.words[m.inside.first : m.inside.last] if w.is_word]
    if _is_mention(reading, m) or (m.count >= 2 and all(w.capital for w in words)):
        return True
    return _follows_noun(reading, m, before)


def _said_behind(reading: Reading, m: MarkedWords, found: Attribution | None) -> bool:
    """A sentence of marked words with a verb of saying right behind them: *„Ein Irrtum“, sagte X*."""
    if found is None or found.way is not Way.AFTER or found.hit is None or CueUse.SAY not in found.hit.cue.use:
        return False
    opening, closing = m.outside
    opens = opening <= m.paragraph.first or not reading.words[opening - 1].is_word
    return opens and closing <= found.hit.first <= closing + 1


def _looks_like_name(reading: Reading, m: MarkedWords) -> bool:
    """Whether all words have a capital or may stay small, or most of them have one, and the first does."""
    words = [w for w in reading.words[m.inside.first : m.inside.last] if w.is_word]
    names = all(w.capital or w.roles & SMALL or not w.key.isalpha() for w in words)
    names = names or (2 * sum(w.capital for w in words) >= m.count and words[-1].capital)
    first = reading.words[m.inside.first]
    return names and (first.capital or not first.is_word)


def _follows_noun(reading: Reading, m: MarkedWords, before: int) -> bool:
    """Whether the word before the mark leads up to a name."""
    previous = reading.words[before]
    if not reading.grammar.nouns.capitalised:
        return m.count >= 2 or (previous.is_word and not previous.roles) or _media_noun(reading, before)
    if previous.roles & ARTICLED and previous.key not in reading.grammar.determiners.indefinite:
        return True
    return previous.is_word and previous.capital and not previous.roles


def _is_mention(reading: Reading, m: MarkedWords) -> bool:
    """The marked words are the name of somebody or something that the article is about."""
    return any(n.first == m.inside.first and n.last == m.inside.last for n in reading.named_in(*m.inside))


def _is_called(reading: Reading, found: Attribution, opening: int) -> bool:
    """What a verb says that something is called (*nannte es einen „Skandal“*), not a name inside the sentence."""
    hit, before = found.hit, opening - 1
    if hit is None:
        return False
    if hit.last == opening:
        return True
    if CueUse.CALL not in hit.cue.use or hit.first >= opening:
        return False
    previous = reading.words[before]
    if WordRole.REFL in previous.roles or (WordRole.DET in previous.roles and reading.has(before - 1, WordRole.PREP)):
        return False
    noun = reading.grammar.nouns.capitalised and previous.capital and not previous.roles
    return not noun or any(n.last > before for n in reading.named_in(before - 3, opening))


def is_wording(reading: Reading, m: MarkedWords) -> bool:
    """Marked words inside what somebody said that are no name and no label: the speaker put it so."""
    return not is_label(reading, m) and not is_name(reading, m, None)


def _media_noun(reading: Reading, place: int) -> bool:
    return reading.lexicon.media.at(reading, place, place + 1) is not None
