"""What nobody said: a negative subject, a negated verb of saying, a refusal to say."""

from __future__ import annotations

from functools import cache

from analysis import resources
from analysis.attribution.lexicon import listed
from analysis.attribution.reading import CueHit, Reading, WordSpan
from analysis.attribution.roles import OBJECTS, THAT_OR_WH
from analysis.columns import CueForm, CueUse, WordRole
from analysis.matching import Phrases

UTTERING = frozenset({CueUse.SAY, CueUse.ASK})
HOLDING = frozenset({CueUse.THINK, CueUse.DENY})
"""Uses of verbs that say what somebody holds also where they are negated: *does not believe*, *did not deny*."""
THAT_ONLY = frozenset({CueUse.THAT_CLAUSE, CueUse.SHOW})
"""Uses of verbs of finding and showing, by which nothing is said where they are negated: *did not find that …*."""
BESIDE = frozenset({WordRole.ADV, WordRole.REFL, WordRole.TIME}) | OBJECTS
BETWEEN = BESIDE | {WordRole.NEG, WordRole.INF, WordRole.OF, WordRole.PREP, WordRole.NEUT}
AUXILIARY = frozenset({WordRole.HAVE, WordRole.BE, WordRole.MODAL})
BEFORE_COMMENT = frozenset(
    {WordRole.INF, WordRole.THAT, WordRole.DET, WordRole.PREP, WordRole.ADV, WordRole.NEG, WordRole.REFL}
)
LEADING = 3
"""Most small words before a comment or the infinitive of commenting."""
REACH = 4
"""Most words between a verb of refusing and the verb of saying."""
INFINITIVE = 12
"""Most words to an infinitive that closes its clause: *lehnte es ab, | die Zahlen zu bestätigen*."""
WHETHER = 8
"""Most words from *whether* to the verb of its clause."""
OPENING = 3
"""Most words from the start of the sentence to a negation in first place, and from there to its auxiliary."""
NEGATIVE = frozenset({WordRole.NEG, WordRole.NOBODY})
BEHIND = 6
"""Most words behind a verb among which its negation stands."""


def is_unsaid(reading: Reading, hit: CueHit, content: WordSpan) -> bool:
    """Whether the words are just what was not said: *did not say when …*, *declined to say whether …*."""
    if reading.has(hit.head, WordRole.REFUSE):
        last = reading.sentences[reading.sentence_of(hit.head)].last
        infinitive = reading.has(content.first, WordRole.INF)
        reach = min(last if infinitive else content.last, content.first + REACH)
        clause = any(reading.any_role(i, THAT_OR_WH) for i in range(content.first + 1, reach))
        uttered = any(_utters(other) or _judges(other) for other in reading.cues_in(content.first, reach))
        return clause or uttered or _comments(reading, content)
    if _wants_no_name(reading, hit) or is_no_comment(reading, hit, content) or _is_left_open(reading, hit):
        return True
    if CueUse.WANT in hit.cue.use and _is_silence(reading, hit, content):
        return True
    if hit.cue.use <= THAT_ONLY and (not reading.grammar.word_order.sentence_bracket or hit.first < hit.head):
        return _is_negated(reading, hit, content)
    if not _utters(hit):
        if reading.keys[content.first - 1] == ":" and _is_negated(reading, hit, content):
            return True  # *hatten das nicht erwartet: …*: behind the colon stands what came instead
        return not hit.cue.use & HOLDING and is_refused(reading, hit)
    return _is_negated(reading, hit, content) or _opens_negated(reading, hit) or is_refused(reading, hit)


def opens_otherwise(reading: Reading, hit: CueHit) -> bool:
    """*Stuft die Behörde das ein, …*, *Krever laget mer, …*, *Droht eine Strafe?*: a verb in first place, where it
    stands second in what is told, opens a condition or asks; before a name it may be a noun (*Forsvarer Ida Holm*)."""
    sentence = reading.sentences[reading.sentence_of(hit.first)]
    if not reading.grammar.word_order.verb_second or hit.first != sentence.first or hit.head != hit.first:
        return False
    callings = resources.words(reading.lexicon.code, "callings")
    if reading.keys[hit.head] in callings and hit.last < sentence.last and reading.words[hit.last].capital:
        return True
    role = reading.document.sentence_at(reading.words[hit.first].start).role
    if CueForm.FINITE not in hit.cue.form or role in ("headline", "subheading"):
        return False
    return "?" in reading.keys[sentence.last - 2 : sentence.last + 1] or "," in reading.keys[hit.last : sentence.last]


def _is_silence(reading: Reading, hit: CueHit, content: WordSpan) -> bool:
    """Whether what somebody wants is not to say something: *ønsket ikke å si om …*, *n'a pas souhaité dire si …*."""
    last = reading.sentences[reading.sentence_of(hit.head)].last
    reach = range(content.first, min(last - 1, content.first + REACH))
    said = next((i for i in reach if _is_question(reading, i + 1 + (reading.keys[i + 1] == ","))), None)
    if said is None:
        return False
    return any(reading.has(i, WordRole.NEG) for i in range(max(0, hit.first - 1), said))


def _is_question(reading: Reading, place: int) -> bool:
    """Whether a question word stands here, or one that is cut short before its subject: *s'il*."""
    if place + 1 >= len(reading.words):
        return False
    cut = reading.has(place, WordRole.REFL) and reading.any_role(place + 1, OBJECTS | {WordRole.MASC, WordRole.PLUR})
    return reading.has(place, WordRole.WH) or (cut and not reading.words[place].capital and "'" in reading.keys[place])


def says_nothing(reading: Reading, sentence: WordSpan) -> bool:
    """Whether the subject of a verb of saying in the sentence is nobody: *Kein Zeuge sagte, das Auto sei gerast*."""
    return any(
        _utters(hit) and reading.has(sentence.first, WordRole.NOBODY) and hit.head - sentence.first <= REACH
        for hit in reading.cues_in(*sentence)
    )


def _is_left_open(reading: Reading, hit: CueHit) -> bool:
    """*ville inte säga om | styrelsen anser att …*: a clause of *whether*, behind a negation or a refusal."""
    first = reading.sentences[reading.sentence_of(hit.first)].first
    for place in range(hit.first - 1, max(first, hit.first - WHETHER), -1):
        if reading.has(place, WordRole.THAT) and not reading.has(place, WordRole.WH):
            return False
        if not reading.has(place, WordRole.WH) or reading.has(place, WordRole.REL):
            continue
        before = range(max(first, place - 1 - REACH), place)
        return any(reading.any_role(i, NEGATIVE | {WordRole.REFUSE}) and not reading.quoted[i] for i in before)
    return False


@cache
def _anonymity(code: str) -> Phrases[str]:
    return Phrases(listed(code, "anonymity", str))


def _wants_no_name(reading: Reading, hit: CueHit) -> bool:
    """Whether the verb is part of a phrase for not being named: *asked not to be named*."""
    phrases = _anonymity(reading.lexicon.code)
    for place in range(max(0, hit.first - REACH), hit.head + 1):
        if reading.keys[place] in phrases.openings:
            found = phrases.at(reading, place, len(reading.keys))
            if found is not None and found.first <= hit.head < found.last:
                return True
    return False


def is_no_comment(reading: Reading, hit: CueHit, content: WordSpan) -> bool:
    """*avviste å kommentere saken*, *afviste at sige, om …*: a verb of denying with a comment, or with the answer to a
    question, as what is denied, which nobody then made."""
    denies = bool(hit.cue.use & (HOLDING | {CueUse.JUDGE}))
    if not denies:
        return False
    if not reading.has(content.first, WordRole.INF):
        return reading.grammar.word_order.sentence_bracket and _comments(reading, content)
    last = reading.sentences[reading.sentence_of(hit.head)].last
    behind = range(content.first + 2, min(last, content.first + REACH + 1))
    return _comments(reading, content) or any(reading.has(place, WordRole.WH) for place in behind)


def _comments(reading: Reading, content: WordSpan) -> bool:
    """Whether the words open with a comment or with the infinitive of commenting: *any comment*, *tout commentaire*."""
    stems, place = reading.grammar.verbs.commenting, content.first
    while place < min(content.last, content.first + LEADING) and reading.any_role(place, BEFORE_COMMENT):
        place += 1
    if bool(stems) and place < content.last and reading.keys[place].startswith(stems):
        return True
    reach = range(place, min(content.last, content.first + INFINITIVE) if stems else place)
    return any(reading.has(i - 1, WordRole.INF) and reading.keys[i].startswith(stems) for i in reach)


def _utters(hit: CueHit) -> bool:
    return bool(hit.cue.use & UTTERING) and not hit.cue.use & HOLDING


def _judges(hit: CueHit) -> bool:
    return CueUse.JUDGE in hit.cue.use and not hit.cue.use & HOLDING


def _is_negated(reading: Reading, hit: CueHit, content: WordSpan) -> bool:
    first = hit.first if hit.finite is None else hit.finite
    low = reading.sentences[reading.sentence_of(first)].first
    while first > low and reading.any_role(first - 1, BESIDE | {WordRole.NEG} | AUXILIARY):
        first -= 1
    inside = range(first, hit.head)
    if any(reading.has(i, WordRole.NEG) and not reading.quoted[i] for i in inside):
        return True
    for place in range(hit.head + 1, min(content.first, hit.head + BEHIND)):
        if reading.keys[place] in (",", ":") or reading.has(place, WordRole.THAT):
            return False
        if reading.has(place, WordRole.NEG):
            return True
    return _opens_denied(reading, content)


def _opens_denied(reading: Reading, content: WordSpan) -> bool:
    """*sade inte heller | när …*, *sa heller ikke, | hvor …*: a negation, adverbs beside it, before a clause."""
    place = content.first
    while place + 1 < content.last and reading.any_role(place, {WordRole.ADV, WordRole.NEG}):
        place += 1
    denied = any(reading.has(i, WordRole.NEG) for i in range(content.first, place))
    return denied and (reading.keys[place] == "," or reading.any_role(place, THAT_OR_WH))


def _opens_negated(reading: Reading, hit: CueHit) -> bool:
    """*At no point did a witness say that …*, *Never had he claimed that …*: a negation in first place, and behind it
    the auxiliary before its subject."""
    first = reading.sentences[reading.sentence_of(hit.first)].first
    negation = next((i for i in range(first, min(first + OPENING, hit.head)) if reading.any_role(i, NEGATIVE)), None)
    if negation is None or (reading.has(negation, WordRole.NOBODY) and not reading.has(negation - 1, WordRole.PREP)):
        return False
    if reading.any_role(negation + 1, BESIDE) or any(reading.keys[i] == "," for i in range(first, hit.head)):
        return False
    following = range(negation + 1, min(negation + OPENING, hit.head))
    return any(reading.any_role(i, AUXILIARY) and i + 1 < hit.head for i in following)


def is_refused(reading: Reading, hit: CueHit) -> bool:
    """*declined to say*, *stopped short of threatening*, *weigerte sich zu sagen*, *a refusé de dire*."""
    for place in range(hit.head - 1, max(-1, hit.head - 2 - REACH), -1):
        if reading.has(place, WordRole.REFUSE):
            return True
        if reading.keys[place] != "," and not reading.any_role(place, BETWEEN):
            return False
    return False


def is_nobody(reading: Reading, phrase: WordSpan) -> bool:
    """Whether the phrase stands for nobody: *no witness*, *niemand in der Stadt*; not a number, *No. 10*."""
    if not reading.has(phrase.first, WordRole.NOBODY):
        return False
    following = reading.keys[phrase.first + 1] if phrase.first + 1 < len(reading.keys) else ""
    return following != "." and not following[:1].isdigit()


def is_ruled_out(reading: Reading, phrase: WordSpan) -> bool:
    """Whether a negation that opens the clause is of the phrase: *Not one witness*, *Ikke et eneste vitne*."""
    before = phrase.first - 1
    if not reading.has(before, WordRole.NEG) or reading.quoted[before]:
        return False
    return reading.words[before].start in reading.opening_starts or not reading.words[before - 1].is_word
