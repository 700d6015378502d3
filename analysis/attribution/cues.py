"""Cues in a text: words of saying with what carries their tense, and what looks like one and is a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.attribution.auxiliaries import AUXILIARIES, SUBJECTS, finite_of, verbal_roles
from analysis.attribution.lexicon import Cue
from analysis.attribution.tagged import TaggedText, WordSpan
from analysis.columns import CueForm, CueUse, WordRole
from analysis.matching import Match

NONFINITE = frozenset({CueForm.PARTICIPLE, CueForm.GERUND})
THIRD_PERSON = frozenset({WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT})
BETWEEN_VERBS = frozenset({WordRole.ADV, WordRole.NEG, WordRole.REFL})

ARTICLE = frozenset({WordRole.DET})
LIKENING = frozenset({WordRole.AS, WordRole.SUB})
REL_OR_ADV = frozenset({WordRole.REL, WordRole.ADV})
INF_OR_PREP = frozenset({WordRole.INF, WordRole.PREP})
OF = frozenset({WordRole.OF})
WANTING = frozenset({CueUse.WANT, CueUse.THAT_CLAUSE})
"""Uses of a verb of asking somebody to act: who is asked is the subject of its passive."""
UTTERING = frozenset({CueUse.SAY, CueUse.THINK, CueUse.ASK})

LONGEST_TIME = 4
"""Most words between an article and a participle of its noun."""
PAIRED = 4
"""Words before a verb among which *and* may join two subjects."""
GOVERNING = frozenset({WordRole.PREP, WordRole.BY})
NO_GOVERNOR = SUBJECTS | {WordRole.ADV, WordRole.SUB, WordRole.DET}
INTRODUCING = frozenset(
    {
        WordRole.THAT,
        WordRole.WH,
        WordRole.DET,
        WordRole.MASC,
        WordRole.FEM,
        WordRole.PLUR,
        WordRole.NEUT,
        WordRole.FIRST,
        WordRole.OBJMASC,
        WordRole.OBJFEM,
        WordRole.OBJPLUR,
        WordRole.INF,
    }
)


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue in the text: words ``first`` to ``last`` (exclusive) hold it, auxiliaries included; ``head`` is its verb,
    ``inner`` a pronoun between auxiliary and verb (*a-t-il dit*, *har hon sagt*); ``finite`` the auxiliary of a
    participle that stands far off (*hat gestern … gesagt*)."""

    first: int
    last: int
    head: int
    cue: Cue
    passive: bool = False
    inner: int | None = None
    finite: int | None = None


def find_cues(text: TaggedText) -> Iterator[CueHit]:
    """The cues of an article, in text order, not overlapping."""
    openings = text.lexicon.cues.openings
    for sentence in text.sentences:
        free = sentence.first
        for place in range(*sentence):
            if place < free or text.keys[place] not in openings:
                continue
            hit = _cue_from(text, place, sentence)
            if hit is not None and not (place == sentence.first and _before_cue(text, hit, sentence.last)):
                yield hit
                free = hit.last


def _before_cue(text: TaggedText, hit: CueHit, last: int) -> bool:
    """The first word of a sentence, right before a verb of saying, is its subject: *Vitner sier at …*."""
    following = text.lexicon.cues.opening(text.keys[hit.last]) if hit.last < last else ()
    return any(CueForm.FINITE in phrase.value.form and len(phrase.words) == 1 for phrase in following)


def _cue_from(text: TaggedText, place: int, sentence: WordSpan) -> CueHit | None:
    word, inside = text.words[place], place > sentence.first
    if WordRole.SOCALLED in word.roles:
        return None
    if word.capital and inside and not _after_opening(text, place) and not text.is_title_case(sentence):
        return None
    if inside and " ".join(text.keys[place - 1 : place + 1]) in text.grammar.clauses.discourse_markers:
        return None
    found = text.lexicon.cues.at(text, place, sentence.last)
    if found is not None and _is_other_verb(text, found):
        return None
    if found is not None and inside and (_is_compared(text, found) or _is_attributive(text, found, sentence)):
        return None
    return None if found is None else _with_auxiliary(text, found, sentence.first)


def _is_other_verb(text: TaggedText, found: Match[Cue]) -> bool:
    """Whether the word behind the cue makes a verb of it that says nothing: *meldte | seg*, *la til | kai*."""
    behind = text.keys[found.last - 1 : found.last + 1]
    return " ".join(behind) in text.grammar.clauses.other_verbs


def _is_compared(text: TaggedText, found: Match[Cue]) -> bool:
    """A participle that something is measured by, *worse than feared*, *als befürchtet*, *som ventet*."""
    likened = text.any_role(found.first - 1, LIKENING) and not text.any_role(found.first - 1, REL_OR_ADV)
    if likened and text.has(found.first - 1, WordRole.AS) and not text.has(found.first - 1, WordRole.CONJ):
        either = found.value.form >= {CueForm.FINITE, CueForm.PARTICIPLE}
        if either and text.grammar.word_order.bare_inversion:
            return True  # *are known as | feared rivals*
    ends = found.last >= len(text.words) or not text.words[found.last].is_word
    return likened and ends and CueForm.PARTICIPLE in found.value.form and text.keys[found.last - 1] not in (":", ",")


def _is_attributive(text: TaggedText, found: Match[Cue], sentence: WordSpan) -> bool:
    """A declined participle between an article and its noun, where nouns show by a capital: *in einem gestern
    veröffentlichten Bericht*; not *Das sagten Politiker*."""
    place, following = found.first, found.first + 1
    if not text.grammar.nouns.capitalised or found.size > 1 or following >= sentence.last:
        return False
    if not text.words[following].capital or not _is_declined(text, text.keys[place]):
        return False
    article = next((i for i in range(place - 1, sentence.first - 1, -1) if not _says_when(text, i, place)), -1)
    if article < sentence.first or not text.has(article, WordRole.DET):
        return False
    before = article - 1
    joined = before >= sentence.first and text.words[before].is_word and not text.has(before, WordRole.CONJ)
    return place - article > 1 or joined


def _is_declined(text: TaggedText, form: str) -> bool:
    """Whether a verb form is a participle with the ending of an adjective."""
    stems = (form[: -len(end)] for end in text.grammar.nouns.weak_endings if form.endswith(end))
    cues = text.lexicon.cues
    return any(len(p.words) == 1 and CueForm.PARTICIPLE in p.value.form for stem in stems for p in cues.opening(stem))


def _says_when(text: TaggedText, place: int, end: int) -> bool:
    """Whether the word may stand between an article and its participle: a small one, a time with its preposition."""
    word = text.words[place]
    small = word.is_word and (not word.capital or WordRole.TIME in word.roles)
    return end - place <= LONGEST_TIME and small and WordRole.DET not in word.roles


def _after_opening(text: TaggedText, place: int) -> bool:
    return place > 0 and not text.words[place - 1].is_word and text.keys[place - 1] != ","


def _with_auxiliary(text: TaggedText, found: Match[Cue], first: int) -> CueHit | None:
    """The cue with what carries its tense; ``None`` where the word cannot be a verb of saying here."""
    cue, place, stop = found.value, found.first, found.head
    begin, have, be, pronoun, inner, nearest = place, False, False, None, None, None
    back = place - 1
    while back >= first and place - back <= 6:
        roles = verbal_roles(text, back)
        nearest = nearest or _voice(text, cue, back)
        if WordRole.HAVE in roles and (WordRole.BE not in roles or CueForm.PARTICIPLE in cue.form):
            have, begin, inner = True, back, pronoun
        elif WordRole.BE in roles:
            be, begin = True, back
        elif WordRole.MODAL in roles:
            begin = back
        elif CueForm.PARTICIPLE in cue.form and pronoun is None and roles & THIRD_PERSON:
            pronoun = back
        elif not roles & BETWEEN_VERBS and not (WordRole.TIME in roles and CueForm.PARTICIPLE in cue.form):
            break
        back -= 1
    if pronoun is not None and inner is None and begin < pronoun:
        begin = pronoun + 1
    final = text.grammar.word_order.verb_final and text.has(stop, WordRole.HAVE) and not text.has(stop, WordRole.BE)
    far = CueForm.PARTICIPLE in cue.form and not (have or be or final)
    finite = finite_of(text, found, first) if far else None
    told = have or be or (final and CueUse.SAY in cue.use)
    if cue.form == {CueForm.PARTICIPLE} and not told and finite is None:
        return None
    if not cue.form & NONFINITE and _is_noun(text, found, begin):
        return None
    attributive = begin == place and CueForm.PARTICIPLE in cue.form and text.words[place - 1].roles == ARTICLE
    if attributive and not _some_say(text, found):
        return None
    if begin == place and finite is None and _is_of_noun(text, cue, place, stop):
        return None
    nearest = nearest or (_voice(text, cue, finite) if finite is not None and cue.use == WANTING else None)
    passive = _is_passive(text, found, begin if finite is None else finite, (be and not have) or nearest is WordRole.BE)
    return CueHit(begin, stop, place, cue, passive and CueUse.QUOTED not in cue.use, inner, finite)


def _is_of_noun(text: TaggedText, cue: Cue, place: int, stop: int) -> bool:
    """A participle without an auxiliary behind its noun: *senators | accused | of lying*. What accuses has whom it
    accuses as its object, if that does not stand before it: *of whom he accused*."""
    either = cue.form >= {CueForm.FINITE, CueForm.PARTICIPLE} and CueUse.JUDGE in cue.use
    of = stop < len(text.words) and text.words[stop].roles >= OF
    return either and of and text.words[place - 1].is_word and not text.any_role(place - 1, SUBJECTS)


def _is_surname(text: TaggedText, place: int) -> bool:
    """Whether a capital right behind another one makes a name of what looks like an article: *Karl Denne*."""
    return text.words[place].capital and place > 0 and text.words[place - 1].capital


def _is_passive(text: TaggedText, found: Match[Cue], verb: int, with_be: bool) -> bool:
    """Whether the cue is in the passive: by its ending, by *be*, or by an auxiliary that makes nothing else."""
    participle, stop = CueForm.PARTICIPLE in found.value.form, found.head
    stems = text.grammar.verbs.passive_stems
    if not stems:
        return (participle and with_be) or CueForm.PASSIVE in found.value.form
    behind = text.keys[stop] if participle and stop < len(text.keys) else ""
    return (verb != found.first and text.keys[verb].startswith(stems)) or behind.startswith(stems)


def _voice(text: TaggedText, cue: Cue, place: int) -> WordRole | None:
    """Whether an auxiliary makes the passive (*be*) or the perfect (*have*); *être* makes both."""
    roles, with_be = text.words[place].roles, text.grammar.verbs.perfect_with_be
    if not roles >= AUXILIARIES or not with_be:
        return WordRole.HAVE if WordRole.HAVE in roles else WordRole.BE if WordRole.BE in roles else None
    return WordRole.HAVE if cue.lemma in with_be or text.has(place - 1, WordRole.REFL) else WordRole.BE


def _joins_noun(text: TaggedText, place: int) -> bool:
    """Whether a word that may mark an infinitive is a preposition here: *emails | to the committee*."""
    if place + 1 >= len(text.words) or not text.words[place].roles >= INF_OR_PREP:
        return False
    following = text.words[place + 1]
    return following.capital or WordRole.DET in following.roles


def _some_say(text: TaggedText, found: Match[Cue]) -> bool:
    """*Some | said | that …*, *Andra | säger | att …*: a word for people before a verb with its clause."""
    place, stop = found.first, found.last
    clause = stop < len(text.words) and text.has(stop + (text.keys[stop] == ","), WordRole.THAT)
    verb = CueForm.FINITE in found.value.form and CueForm.NOUN not in found.value.form
    return clause and verb and text.keys[place - 1] in text.grammar.pronouns.some


def _has_no_subject(text: TaggedText, found: Match[Cue]) -> bool:
    """Whether the word before a form that only a plural can be the subject of is a singular, a genitive or a capital
    that only opens the sentence: *a court | order*, *the council's | request*, *Good | question*; *X and Y | claim* and
    what *that* follows are left."""
    place, nouns = found.first, text.grammar.nouns
    key, before = text.keys[place], text.words[place - 1]
    if not nouns.plural_s or key.endswith(("s", "ed")) or text.has(found.last, WordRole.THAT):
        return False
    if before.key == "'s":
        return WordRole.HAVE not in verbal_roles(text, place - 1)
    if not before.is_word or before.roles or before.key.endswith("s") or before.key in nouns.collective:
        return False
    return not any(text.has(i, WordRole.CONJ) for i in range(max(0, place - PAIRED), place - 1))


def _is_noun(text: TaggedText, found: Match[Cue], begin: int) -> bool:
    """*the claims*, *its report*: a noun, not a verb with a subject."""
    cue, place, stop = found.value, found.first, found.head
    plural = text.grammar.nouns.plural_s and text.keys[place].endswith("s") and CueForm.NOUN in cue.form
    if plural and text.has(place - 1, WordRole.PREP):
        return True
    if begin != place or text.grammar.nouns.capitalised:
        return False
    before = text.words[place - 1] if place else None
    if before is None:
        return CueForm.NOUN in cue.form
    if WordRole.DET in before.roles and not before.roles & SUBJECTS and not _is_surname(text, place - 1):
        return not _some_say(text, found)
    if CueForm.NOUN not in cue.form:
        return False
    if _has_no_subject(text, found):
        return True
    if before.roles & GOVERNING and not before.roles & NO_GOVERNOR and WordRole.INF not in before.roles:
        return True
    after = text.words[stop] if stop < len(text.words) else None
    mark = after is not None and not after.is_word and after.key not in (".", "?", "!", ")")
    if mark and not cue.use & UTTERING:
        return True  # *the Harlow attacks, …*: what judges or wants has an object
    introduces = after is None or mark or after.capital or bool(after.roles & INTRODUCING)
    introduces = introduces and not _joins_noun(text, stop)
    subject = (
        bool(before.roles & SUBJECTS)
        or before.capital
        or before.key in (",", ")", '"', "”", "»", "'")
        or (
            (place > 1 and WordRole.DET in text.words[place - 2].roles)
            or (place > 2 and WordRole.DET in text.words[place - 3].roles)
        )
        or WordRole.ADV in before.roles
        or (before.key.endswith("s") and not text.keys[place].endswith("s"))
    )
    ends = after is None or after.key in (".", ",")
    if ends and before.capital and any(text.keys[i] == "," for i in range(max(0, place - 6), place)):
        return False
    return not (introduces and subject)
