"""Auxiliaries that stand apart from their participle: *hat gestern … gesagt*, *har overfor pressen bekreftet*."""

from __future__ import annotations

from analysis.attribution.lexicon import Cue
from analysis.attribution.tagged import NONE, SENTENCE_ENDS, TaggedText
from analysis.columns import CueForm, WordRole
from analysis.matching import Match

MAX_BRACKET = 24
"""Most words between an auxiliary and its participle."""
AUXILIARIES = frozenset({WordRole.HAVE, WordRole.BE})
BREAKING = frozenset({WordRole.CONJ, WordRole.THAT, WordRole.SUB, WordRole.REL, WordRole.MODAL})
SUBJECTS = frozenset({WordRole.MASC, WordRole.FEM, WordRole.PLUR, WordRole.NEUT, WordRole.FIRST, WordRole.REL})
CONTRACTING = SUBJECTS | {WordRole.WH, WordRole.THAT}
CLAUSE_OPENERS = frozenset({WordRole.SUB, WordRole.THAT})


def finite_of(text: TaggedText, found: Match[Cue], first: int) -> int | None:
    """The auxiliary of a participle, where it stands apart from it in the same clause."""
    place, stop = found.first, found.head
    if stop < len(text.keys) and text.keys[stop] in text.grammar.verbs.perfect_infinitives:
        return _far_modal(text, place, first)
    finite = _far_auxiliary(text, place, first)
    if finite == place - 2 and text.keys[place - 1] == "," and CueForm.FINITE in found.value.form:
        return None  # *den er geschickt hat, erklärt sie*: it closes the clause before
    if finite is not None and CueForm.FINITE in found.value.form and _closes_own_clause(text, finite, found):
        return None
    if finite is None or CueForm.FINITE not in found.value.form or text.grammar.word_order.sentence_bracket:
        return finite
    return finite if _brackets(text, finite, place) else None


def _closes_own_clause(text: TaggedText, finite: int, found: Match[Cue]) -> bool:
    """*…, die sie noch haben, wie eine Frau am Abend berichtet*: the verb closes a clause that begins behind the
    auxiliary, so that this is none of it."""
    place, stop = found.first, found.head
    if not text.grammar.word_order.verb_final or (stop < len(text.words) and text.words[stop].is_word):
        return False
    comma = next((i for i in range(place - 1, finite, -1) if text.keys[i] == ","), None)
    if comma is None or comma + 1 >= place:
        return False
    subordinate = text.any_role(comma + 1, CLAUSE_OPENERS) and not text.has(comma + 1, WordRole.DET)
    return subordinate or text.keys[comma + 1] in text.grammar.clauses.as_words


def _far_auxiliary(text: TaggedText, place: int, first: int) -> int | None:
    """Where the auxiliary of a perfect stands further off: *hat gestern gesagt*, *har Hansen sagt*."""
    for back in range(place - 1, max(first, place - MAX_BRACKET) - 1, -1):
        if verbal_roles(text, back) & AUXILIARIES and WordRole.SUBJ not in text.words[back].roles:
            return back
        if text.keys[back] in SENTENCE_ENDS or text.keys[back] in (";", ":"):
            return None
    return None


def _far_modal(text: TaggedText, place: int, first: int) -> int | None:
    """Where the modal of a perfect infinitive stands: *soll X zu Y gesagt haben*."""
    for back in range(place - 1, max(first, place - MAX_BRACKET) - 1, -1):
        if text.has(back, WordRole.MODAL):
            return back
        if not text.words[back].is_word and text.keys[back] not in ("-", "/"):
            return None
    return None


def _brackets(text: TaggedText, finite: int, place: int) -> bool:
    """Whether auxiliary and participle stand in one clause: *har overfor russisk TV bekreftet*."""
    if WordRole.HAVE not in text.words[finite].roles or place - finite > 8:
        return False
    between = range(finite + 1, place)
    if not text.grammar.word_order.verb_second and text.has(place - 2, WordRole.DET) and place - 2 > finite:
        return False  # *have | a son | called X*: behind its noun, the participle is of that
    return not any(not text.words[i].is_word or text.any_role(i, BREAKING) for i in between)


def verbal_roles(text: TaggedText, place: int) -> frozenset[WordRole]:
    """The roles of a word; *'s* behind a noun is a genitive, no auxiliary."""
    word = text.words[place]
    return NONE if word.key == "'s" and not text.any_role(place - 1, CONTRACTING) else word.roles
