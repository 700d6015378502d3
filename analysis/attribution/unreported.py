"""Words of saying that report nothing where they stand: what somebody may come to say, what nobody is told to have
said, what things do as well."""

from __future__ import annotations

from functools import cache

from analysis import resources
from analysis.attribution.objects import shows_verb
from analysis.attribution.phrases import SAYING
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.roles import PERSONAL, THAT_OR_WH
from analysis.attribution.stating import can_state
from analysis.columns import CueForm, CueUse, WordRole

CALLED = frozenset({CueUse.CALL})
CALLING_WHAT = frozenset({WordRole.WH, WordRole.REL})
THING = frozenset({WordRole.NEUT, WordRole.WH, WordRole.REL, WordRole.DET})
LONG_NOUN = 6
MOOD = 24
"""Words of a clause among which its verb in the mood of reported speech stands."""


def is_unreported(reading: Reading, hit: CueHit, speaker: WordSpan | None, content: WordSpan) -> bool:
    """Whether the frame tells nothing that was said: nobody is named who did, or the verb may tell something else."""
    if speaker is None:
        return not _is_told_by_all(reading, hit, content)
    if is_anybodys(reading, hit, speaker) or _is_asked(reading, hit, speaker):
        return True
    if _is_thing(reading, hit, speaker) or _is_expected(reading, hit, speaker) or _is_to_say(reading, hit, speaker):
        return True
    told = is_clause(reading, content) or any(reading.quoted[i] for i in range(*content))
    if told:
        return False
    if _may_be_said(reading, hit, content) or _is_circumstance(reading, hit, content):
        return True
    return _only_names(reading, hit, speaker, content)


def is_anybodys(reading: Reading, hit: CueHit, speaker: WordSpan) -> bool:
    """*könnte man meinen*, *on pourrait croire*: what anybody may think is the author's own."""
    if reading.keys[speaker.first] not in reading.grammar.pronouns.impersonal or speaker.size > 1:
        return False
    low = min(hit.first if hit.finite is None else hit.finite, speaker.first)
    return any(reading.has(i, WordRole.MODAL) for i in range(max(0, low - 1), hit.head))


def _is_asked(reading: Reading, hit: CueHit, speaker: WordSpan) -> bool:
    """*Tell us why …*: an object pronoun right behind a verb in first place, with which the reader is asked."""
    oblique = reading.keys[speaker.first] in reading.grammar.pronouns.oblique and speaker.size == 1
    return oblique and speaker.first >= hit.last


def is_clause(reading: Reading, content: WordSpan) -> bool:
    """Whether *that*, a question word or a colon introduces the words, or the mood of reported speech tells that they
    are somebody's."""
    if reading.any_role(content.first, THAT_OR_WH) or reading.keys[content.first - 1] == ":":
        return True
    return has_mood(reading, content)


def has_mood(reading: Reading, content: WordSpan) -> bool:
    """Whether a verb among the first words stands in the mood of reported speech."""
    verbs = reading.grammar.verbs
    reach = range(content.first, min(content.last, content.first + MOOD))
    return bool(verbs.reported_mood) and any(reading.has(i, WordRole.SUBJ) for i in reach)


def _is_told_by_all(reading: Reading, hit: CueHit, content: WordSpan) -> bool:
    """Whether a passive without an agent tells what was said: *it was announced that …*, *residents were told to …*;
    not *a stream called X*, *the laws proposed during …*, *it is expected that …*."""
    if hit.cue.lemma in reading.grammar.verbs.foreseen:
        return False
    opens = reading.has(content.first, WordRole.THAT) and not reading.has(content.first, WordRole.REL)
    asked = CueUse.ASK in hit.cue.use and reading.has(content.first, WordRole.WH)
    ordered = CueUse.WANT in hit.cue.use and any(reading.has(i, WordRole.INF) for i in range(*content))
    infinitive = reading.has(content.first, WordRole.INF)
    return opens or asked or ordered or infinitive or has_mood(reading, content)


def _is_thing(reading: Reading, hit: CueHit, speaker: WordSpan) -> bool:
    """*The storms threaten the coast*, *the numbers underscore it*: a verb whose subject may be a thing, and no name or
    noun for somebody as its subject."""
    if hit.cue.lemma not in reading.grammar.verbs.of_things or can_state(reading, speaker):
        return False
    if any(one.last <= speaker.last for one in reading.named_in(*speaker)):
        return False
    bodies = _bodies(reading.lexicon.code) if reading.grammar.nouns.compounds else ()
    return not any(noun in reading.keys[place] for place in range(*speaker) for noun in bodies)


@cache
def _bodies(code: str) -> tuple[str, ...]:
    """Nouns for bodies that are long enough to be told within a compound."""
    return tuple(sorted(noun for noun in resources.words(code, "body_nouns") if len(noun) >= LONG_NOUN))


def _is_expected(reading: Reading, hit: CueHit, speaker: WordSpan) -> bool:
    """*It's expected that …*: a neuter pronoun as the subject of a participle behind an auxiliary that may be *is*."""
    neuter = speaker.size == 1 and reading.has(speaker.first, WordRole.NEUT)
    neuter = neuter and not reading.any_role(speaker.first, PERSONAL) and speaker.first < hit.head
    verb = hit.first if hit.finite is None else hit.finite
    short = reading.has(verb, WordRole.HAVE) and "'" in reading.keys[verb]
    return neuter and hit.cue.lemma in reading.grammar.verbs.foreseen and (short or reading.has(verb, WordRole.BE))


def _is_to_say(reading: Reading, hit: CueHit, speaker: WordSpan) -> bool:
    """*Which is to say …*, *That isn't to say …*: the outlet explains itself."""
    thing = reading.any_role(speaker.last - 1, THING | {WordRole.BE}) and not reading.any_role(speaker.first, PERSONAL)
    marker = hit.head - 1
    short = speaker.size <= 2 and reading.any_role(speaker.first, THING)
    return short and thing and reading.has(marker, WordRole.INF) and reading.has(marker - 1, WordRole.BE)


def _only_names(reading: Reading, hit: CueHit, speaker: WordSpan, content: WordSpan) -> bool:
    """*a son called X*, *what the firm calls X*: where a name alone follows, and in the clause of *what* a noun without
    an article, a verb of calling only tells how something is named."""
    if hit.cue.use != CALLED or reading.grammar.word_order.sentence_bracket:
        return False
    words = [reading.words[i] for i in range(*content) if reading.words[i].is_word and not reading.keys[i].isdigit()]
    if all(word.capital for word in words):
        return True
    what = speaker.last <= hit.first and reading.any_role(speaker.first - 1, CALLING_WHAT)
    return what and not reading.has(content.first, WordRole.DET)


def _may_be_said(reading: Reading, hit: CueHit, content: WordSpan) -> bool:
    """*willing to criticise the plan*: an infinitive with an object, which somebody may say, plans or fails to say."""
    if CueForm.PARTICIPLE in hit.cue.form and CueForm.FINITE not in hit.cue.form:
        return False
    if reading.has(content.first, WordRole.INF) or (hit.cue.use & SAYING and shows_verb(reading, *content)):
        return False
    reach = range(min(hit.first, hit.head - 1), hit.head)
    return any(reading.has(i, WordRole.INF) for i in reach)


def _is_circumstance(reading: Reading, hit: CueHit, content: WordSpan) -> bool:
    """*After agreeing to a price, …*: a gerund behind a preposition with what was done."""
    before = hit.first - 1
    deed = not hit.cue.use & SAYING or reading.has(content.first, WordRole.PREP)
    gerund = hit.cue.form == {CueForm.GERUND} and deed
    return gerund and reading.has(before, WordRole.PREP) and not reading.has(before, WordRole.BY)
