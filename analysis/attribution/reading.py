"""An article as attribution reads it: words with their roles, cues, and which of them stand inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from threading import local

from analysis.attribution.lexicon import Cue, Lexicon, Phrase, enclitic, key, lexicon, match_at
from analysis.grammar import Grammar, grammar
from analysis.types import Actor, Document, Mention, Span, Token

NONE: frozenset[str] = frozenset()
VERB = r"(?P<verb>[^\W\d_]+)"
"""The verb to which an enclitic subject is joined: *dit-il*."""
MAX_GAP = 12
"""Most words between the parts of a split verb (*teilte … mit*)."""
MAX_BRACKET = 24
"""Most words between an auxiliary and its participle."""
AUXILIARIES = frozenset({"have", "be"})
BREAKING = frozenset({"conj", "that", "sub", "rel", "modal"})
LIGHT = frozenset({"adv", "neg"})
SUBJECTS = frozenset({"masc", "fem", "plur", "neut", "first", "rel"})
INTRODUCING = frozenset(
    {"that", "wh", "det", "masc", "fem", "plur", "neut", "first", "objmasc", "objfem", "objplur", "inf"}
)
SENTENCE_ENDS = frozenset(".?!…")


@dataclass(slots=True, eq=False)
class Word:
    """A token with its offsets, look-up form and roles. Not frozen: an article has hundreds, and those take long."""

    start: int
    end: int
    key: str
    is_word: bool
    capital: bool
    roles: frozenset[str]


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


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor, by word indices."""

    first: int
    last: int
    actor: Actor
    mention: Mention


def _is_capital(word: str) -> bool:
    """Begins with a capital, or has a name behind a small particle (*el-Baradei*)."""
    return word[0].isupper() or ("-" in word and any(piece[:1].isupper() for piece in word.split("-")[1:]))


class Reading:
    """Everything the rules look at, computed once per document in linear time."""

    def __init__(self, document: Document, actors: Sequence[Actor]) -> None:
        self.document, self.given = document, actors
        self.actors = {actor.id: actor for actor in actors}
        self.text = document.text
        self.lexicon: Lexicon = lexicon(document.language)
        self.grammar: Grammar = grammar(document.language)
        self.words: tuple[Word, ...] = tuple(self._words())
        self.keys: tuple[str, ...] = tuple([word.key for word in self.words])
        self.starts: list[int] = [word.start for word in self.words]
        self.sentences = [self._within(s.start, s.end) for s in document.sentences]
        self._sentence_firsts = [first for first, _ in self.sentences]
        self.opening_starts = frozenset(self.words[first].start for first, last in self.sentences if first < last)
        self.quoted = bytearray(len(self.words))
        self._mark_phrases()
        self.title_case = [self._is_title(first, last) for first, last in self.sentences]
        self.cues: list[CueHit] = list(self._find_cues())
        self._cue_firsts = [hit.first for hit in self.cues]
        self.cue_at: dict[int, CueHit] = {i: hit for hit in self.cues for i in range(hit.first, hit.last)}
        self.named: list[Named] = sorted(self._mentions(actors), key=lambda n: (n.first, -n.last))
        self._named_firsts = [named.first for named in self.named]

    def afresh(self) -> Reading:
        """The same article with nothing quoted yet; all the rest is shared, and nobody changes it."""
        other = copy(self)
        other.quoted = bytearray(len(self.words))
        return other

    def _words(self) -> Iterator[Word]:
        roles, pronouns = self.lexicon.roles, self.grammar.pronouns
        inverted = enclitic(pronouns, VERB, "$") if pronouns.enclitic else None
        for token in self.document.tokens:
            own, form = token.text, token.lower
            if inverted and "-" in own and token.is_word and (match := inverted.match(own)):
                yield from self._inverted(token, match)
                continue
            if "’" in form:
                form = form.replace("’", "'")
            capital = own[0].isupper() or ("-" in own and _is_capital(own))
            yield Word(token.start, token.end, form, token.is_word, capital, roles.get(form, NONE))

    def _inverted(self, token: Token, match: re.Match[str]) -> Iterator[Word]:
        """The two words of *dit-il*."""
        for own, start in ((match["verb"], token.start), (match["subject"], token.start + match.start("subject"))):
            form = key(own)
            yield Word(
                start, start + len(own), form, token.is_word, _is_capital(own), self.lexicon.roles.get(form, NONE)
            )

    def _mark_phrases(self) -> None:
        """Gives words of longer function phrases (*bland annat*, *alors que*) the phrase's role."""
        phrases = self.lexicon.role_phrases
        for place, form in enumerate(self.keys):
            if form in phrases and (found := match_at(phrases, self.keys, place, len(self.words))) is not None:
                for word in self.words[place : place + len(found.words)]:
                    word.roles |= {found.value}

    def _within(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Indices of the words that begin in [start, end)."""
        return self._within(start, end)

    def span(self, first: int, last: int) -> Span:
        """The text of the words ``first`` to ``last`` (exclusive), of which there is at least one."""
        return self.document.span(self.words[first].start, self.words[last - 1].end)

    def sentence_of(self, place: int) -> int:
        """Index of the sentence that holds the word."""
        return max(0, bisect_right(self._sentence_firsts, place) - 1)

    def cues_in(self, first: int, last: int) -> list[CueHit]:
        """Cues that begin among these words."""
        return self.cues[bisect_left(self._cue_firsts, first) : bisect_left(self._cue_firsts, last)]

    def named_in(self, first: int, last: int) -> list[Named]:
        """Mentions of actors that begin among these words."""
        return self.named[bisect_left(self._named_firsts, first) : bisect_left(self._named_firsts, last)]

    def has(self, place: int, role: str) -> bool:
        """Whether there is such a word and it has the role."""
        return 0 <= place < len(self.words) and role in self.words[place].roles

    def any_role(self, place: int, roles: frozenset[str]) -> bool:
        """Whether the word has one of the roles."""
        return 0 <= place < len(self.words) and not roles.isdisjoint(self.words[place].roles)

    def _is_title(self, first: int, last: int) -> bool:
        """Whether every longer word is capitalised, as in English headlines."""
        longer = [w for w in self.words[first:last] if w.is_word and w.end - w.start > 3]
        return len(longer) > 2 and sum(w.capital for w in longer) >= 0.9 * len(longer)

    def _find_cues(self) -> Iterator[CueHit]:
        for index, (first, last) in enumerate(self.sentences):
            free = first
            for place in range(first, last):
                if place < free or self.keys[place] not in self.lexicon.cues:
                    continue
                hit = self._cue_from(place, first, last, self.title_case[index])
                if hit is not None and not (place == first and self._before_cue(hit, last)):
                    yield hit
                    free = hit.last

    def _before_cue(self, hit: CueHit, last: int) -> bool:
        """The first word of a sentence, right before a verb of saying, is its subject: *Vitner sier at …*."""
        following = self.lexicon.cues.get(self.keys[hit.last], ()) if hit.last < last else ()
        return any("f" in phrase.value.form and len(phrase.words) == 1 for phrase in following)

    def _cue_from(self, place: int, first: int, last: int, title: bool) -> CueHit | None:
        group, word = self.lexicon.cues[self.keys[place]], self.words[place]
        if "socalled" in word.roles:
            return None
        if word.capital and place > first and not title and not self._after_opening(place):
            return None
        if place > first and " ".join(self.keys[place - 1 : place + 1]) in self.grammar.clauses.discourse_markers:
            return None
        for phrase in group:
            stop = self._phrase_end(phrase, place, last)
            if stop is None:
                continue
            return self._with_auxiliary(phrase.value, place, stop, first)
        return None

    def _after_opening(self, place: int) -> bool:
        return place > 0 and not self.words[place - 1].is_word and self.keys[place - 1] != ","

    def _phrase_end(self, phrase: Phrase[Cue], place: int, last: int) -> int | None:
        keys, words = self.keys, phrase.words
        if not phrase.gap:
            return self._in_row(words, place, last)
        head, tail = words[: phrase.gap], words[phrase.gap :]
        stop = place + len(head)
        if keys[place:stop] != head:
            return None
        for i in range(stop, min(last, stop + MAX_GAP)):
            end = i + len(tail)
            if keys[i:end] == tail and not (
                end < last and self.words[end].is_word and self.grammar.word_order.sentence_bracket
            ):
                return stop
            if keys[i] in SENTENCE_ENDS:
                return None
        return None

    def _in_row(self, words: tuple[str, ...], place: int, last: int) -> int | None:
        """End of the words in a row; an adverb may stand after the first (*legger også til*)."""
        keys = self.keys
        stop = place + len(words)
        if stop <= last and keys[place:stop] == words:
            return stop
        if len(words) > 1 and stop < last and keys[place] == words[0] and self.any_role(place + 1, LIGHT):
            return stop + 1 if keys[place + 2 : stop + 1] == words[1:] else None
        return None

    def _with_auxiliary(self, cue: Cue, place: int, stop: int, first: int) -> CueHit | None:
        """The cue with what carries its tense; ``None`` where the word cannot be a verb of saying here."""
        begin, have, be, pronoun, inner, nearest = place, False, False, None, None, ""
        back = place - 1
        while back >= first and place - back <= 6:
            roles = self._verbal_roles(back)
            nearest = nearest or self._voice(cue, back)
            if "have" in roles and ("be" not in roles or "p" in cue.form):
                have, begin, inner = True, back, pronoun
            elif "be" in roles:
                be, begin = True, back
            elif "modal" in roles:
                begin = back
            elif "p" in cue.form and pronoun is None and roles & {"masc", "fem", "plur", "neut"}:
                pronoun = back
            elif not roles & {"adv", "neg", "refl"} and not ("time" in roles and "p" in cue.form):
                break
            back -= 1
        if pronoun is not None and inner is None and begin < pronoun:
            begin = pronoun + 1
        finite = self._finite(cue, place, stop, first) if "p" in cue.form and not (have or be) else None
        if cue.form == {"p"} and not (have or be) and finite is None:
            return None
        if not cue.form & {"p", "g"} and self._is_noun(place, begin, stop, cue):
            return None
        passive = ("p" in cue.form and ((be and not have) or nearest == "be")) or "s" in cue.form
        if stems := self.grammar.verbs.passive_stems:
            verb = begin if finite is None else finite
            passive = verb != place and self.keys[verb].startswith(stems)
            behind = self.keys[stop] if "p" in cue.form and stop < len(self.keys) else ""
            passive = passive or behind.startswith(stems)
        return CueHit(begin, stop, place, cue, passive and "Q" not in cue.use, inner, finite)

    def _verbal_roles(self, place: int) -> frozenset[str]:
        """The roles of a word; *'s* behind a noun is a genitive, no auxiliary."""
        word = self.words[place]
        return NONE if word.key == "'s" and not self.any_role(place - 1, SUBJECTS | {"wh", "that"}) else word.roles

    def _voice(self, cue: Cue, place: int) -> str:
        """Whether an auxiliary makes the passive (*be*) or the perfect (*have*); *être* makes both."""
        roles, with_be = self.words[place].roles, self.grammar.verbs.perfect_with_be
        if not roles >= AUXILIARIES or not with_be:
            return "have" if "have" in roles else "be" if "be" in roles else ""
        return "have" if cue.lemma in with_be or self.has(place - 1, "refl") else "be"

    def _finite(self, cue: Cue, place: int, stop: int, first: int) -> int | None:
        """The auxiliary of a participle, where it stands apart from it in the same clause."""
        if stop < len(self.keys) and self.keys[stop] in self.grammar.verbs.perfect_infinitives:
            return self._far_modal(place, first)
        finite = self._far_auxiliary(place, first)
        if finite is None or "f" not in cue.form or self.grammar.word_order.sentence_bracket:
            return finite
        return finite if self._brackets(finite, place) else None

    def _far_auxiliary(self, place: int, first: int) -> int | None:
        """Where the auxiliary of a perfect stands further off: *hat gestern gesagt*, *har Hansen sagt*."""
        found = None
        for back in range(place - 1, max(first, place - MAX_BRACKET) - 1, -1):
            if self._verbal_roles(back) & AUXILIARIES and "subj" not in self.words[back].roles:
                return back
            if self.keys[back] in SENTENCE_ENDS or self.keys[back] in (";", ":"):
                return found
        return found

    def _far_modal(self, place: int, first: int) -> int | None:
        """Where the modal of a perfect infinitive stands: *soll X zu Y gesagt haben*."""
        for back in range(place - 1, max(first, place - MAX_BRACKET) - 1, -1):
            if self.has(back, "modal"):
                return back
            if not self.words[back].is_word and self.keys[back] not in ("-", "/"):
                return None
        return None

    def _brackets(self, finite: int, place: int) -> bool:
        """Whether auxiliary and participle stand in one clause: *har overfor russisk TV bekreftet*."""
        if "have" not in self.words[finite].roles or place - finite > 8:
            return False
        between = range(finite + 1, place)
        return not any(not self.words[i].is_word or self.any_role(i, BREAKING) for i in between)

    def _is_noun(self, place: int, begin: int, stop: int, cue: Cue) -> bool:
        """*the claims*, *its report*: a noun, not a verb with a subject."""
        if begin != place or self.grammar.nouns.capitalised:
            return False
        before = self.words[place - 1] if place else None
        if before is None:
            return "n" in cue.form
        if "det" in before.roles and not before.roles & SUBJECTS:
            return True
        if "n" not in cue.form:
            return False
        after = self.words[stop] if stop < len(self.words) else None
        introduces = (
            after is None
            or (not after.is_word and after.key not in (".", "?", "!", ")"))
            or after.capital
            or bool(after.roles & INTRODUCING)
        )
        subject = (
            bool(before.roles & SUBJECTS)
            or before.capital
            or before.key in (",", ")", '"', "”", "'")
            or (
                (place > 1 and "det" in self.words[place - 2].roles)
                or (place > 2 and "det" in self.words[place - 3].roles)
            )
            or "adv" in before.roles
            or (before.key.endswith("s") and not self.keys[place].endswith("s"))
        )
        ends = after is None or after.key in (".", ",")
        if ends and before.capital and any(self.keys[i] == "," for i in range(max(0, place - 6), place)):
            return False
        return not (introduces and subject)

    def _in_compound(self, start: int, end: int, first: int, last: int) -> bool:
        """*Trump-toppen*: the name is only part of a word for somebody else."""
        return (self.words[last - 1].end > end and self.text[end] in "-‐‑") or self.words[first].start < start

    def _mentions(self, actors: Sequence[Actor]) -> Iterator[Named]:
        for actor in actors:
            for mention in actor.mentions:
                first, last = self._within(mention.start, mention.end)
                if first < last and not self._in_compound(mention.start, mention.end, first, last):
                    yield Named(first, last, actor, mention)


LONGEST_KEPT = 20_000
"""Words of the longest article whose reading is kept; nearly all have fewer than 2,000."""
_last = local()


def read(document: Document, actors: Sequence[Actor]) -> Reading:
    """The article as attribution reads it, with nothing quoted yet.

    Quotations and sources of an article are read one after the other, so each thread keeps its last reading.
    """
    kept: Reading | None = getattr(_last, "reading", None)
    if kept is None or kept.document is not document or kept.given is not actors:
        kept = Reading(document, actors)
        small = isinstance(actors, tuple) and len(kept.words) <= LONGEST_KEPT
        _last.reading = kept if small else None
    return kept.afresh()
