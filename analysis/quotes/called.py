"""Whom a noun means by which nobody is listed: who was introduced with it, somebody of a party, a body's own noun."""

from __future__ import annotations

from collections.abc import Iterable

from analysis.attribution.reading import Named, Reading, WordSpan
from analysis.attribution.roles import QUOTE_MARKS
from analysis.columns import WordRole
from analysis.types import Speaker

LONG_NOUN = 5
"""Letters of the shortest noun by which somebody is known."""
MEMORY, NEAR = 40, 3
"""Mentions and sentences back in which a body is named that is called by a noun of its name."""


def called(reading: Reading, phrase: WordSpan) -> Speaker | None:
    """*der Leseforscher*, *the ministry*: whom the article has introduced or named with this noun, if only one."""
    noun = reading.words[phrase.last - 1].key
    if len(noun) < LONG_NOUN or phrase.size > 2 or not _is_definite(reading, phrase):
        return None
    if phrase.size == 2:
        introduced = [n for n in reading.named if _introduces(reading, n, noun)]
        if introduced:
            return _only(introduced)
        if (member := of_camp(reading, phrase)) is not None:
            return member
    if _is_named_behind(reading, phrase):
        return None
    own = reading.sentence_of(phrase.first)
    near = (n for n in reading.named_before(phrase.first, MEMORY) if own - reading.sentence_of(n.first) <= NEAR)
    return _only(n for n in near if n.actor.type == "organization" and _is_called(reading, n, noun))


def of_camp(reading: Reading, phrase: WordSpan) -> Speaker | None:
    """*der CDU-Kandidat*: the one person whom the article names with that body or camp."""
    word = reading.words[phrase.last - 1]
    camp, hyphen, _ = reading.text[word.start : word.end].partition("-")
    return _only(n for n in reading.named if hyphen and _is_of_camp(reading, n, camp))


def _only(found: Iterable[Named]) -> Speaker | None:
    actors = {named.actor.id: named.actor for named in found}
    if len(actors) != 1:
        return None
    (actor,) = actors.values()
    return Speaker(actor.id, actor.name, None, None)


def _is_of_camp(reading: Reading, named: Named, camp: str) -> bool:
    """Whether somebody is named with this body or camp: *AfD-Landeschef X Y*, *X Y (AfD)*."""
    if named.actor.type != "person":
        return False
    before, text = reading.words[named.first - 1] if named.first else None, reading.text
    if before is not None and before.is_word and text[before.start : before.end].startswith(f"{camp}-"):
        return True
    return text.startswith(f" ({camp})", named.mention.end)


def _is_definite(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a noun of one or two words has an article before it, or in itself."""
    if phrase.size == 2:
        return reading.has(phrase.first, WordRole.DET)
    word = reading.words[phrase.first]
    return not word.roles and word.key.endswith(reading.grammar.nouns.definite_endings)


def _is_named_behind(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a name in marks stands right behind the noun, which is that one's: *die Partei | „Die Mitte“*."""
    start = reading.words[phrase.last - 1].end
    return reading.text[start : start + 2].strip()[:1] in QUOTE_MARKS and reading.text[start : start + 1] == " "


def _is_called(reading: Reading, named: Named, noun: str) -> bool:
    """Whether the noun is a word of the name of a body, or the end of a compound there: *Justizministerium*."""
    compounds = reading.grammar.nouns.compounds
    words = [reading.keys[place] for place in range(named.first, named.last)]
    return any(word == noun or (compounds and word.endswith(noun)) for word in words) and words != [noun]


def _introduces(reading: Reading, named: Named, noun: str) -> bool:
    """Whether the noun stands right before the name and is no other's: *der Osnabrücker | Leseforscher | X Y*."""
    before = named.first - 1
    if before < 0 or named.actor.type != "person" or " " not in named.mention.text:
        return False
    word = reading.words[before]
    return word.is_word and word.key == noun and not word.roles and not reading.quoted[before]
