"""Names as the articles of a comparison have them together: what one of them names is sought in the others too.

Whether a name is found, and as whose, hangs on the words around it. Where one telling has a name and the other seems to
have none, or calls a person what is a place there, two sentences look less alike than they are. So the articles agree
on what a name is, and each is searched for the names of the others before sentences are compared. Only the comparing of
sentences sees this; the actors of an article stay as its analysis has them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.actors.folding import plain
from analysis.actors.gazetteer import gazetteer
from analysis.actors.identity import actor_id
from analysis.actors.tagger import load_tagger
from analysis.grammar import grammar
from analysis.types import Actor, ActorType, Analysed, Analysis, Mention, Quote

KINDS: tuple[ActorType, ...] = ("organization", "place", "person")
"""What has a name of its own; of kinds that are equally frequent the first counts."""
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
LONGEST = 5
"""Words of a name that is sought, at most."""
SHORTEST = 3
"""Letters of a name that is sought, at least."""


def share_names(items: Sequence[Analysed]) -> tuple[Analysed, ...]:
    """The linked articles with the names of all: one id and one type for what any two of them call by one name, and
    mentions added where an article has another's name and no actor there.

    A name is found as it stands, without the endings of the article's language, or by what this language calls a known
    place or organisation. One word that may be a common noun is none where it would have a capital anyway. Takes time
    in proportion to the words.
    """
    names = _Names([item.analysis for item in items])
    return tuple(replace(item, analysis=names.shared(place)) for place, item in enumerate(items))


def named_alike(one: Analysis, other: Analysis) -> bool:
    """Whether two analyses of one article name the same places in it as the same types, so that it reads alike."""
    first, second = (
        {(mention.start, mention.end, actor.type) for actor, mention in _named(each)} for each in (one, other)
    )
    return first == second


class _Names:
    """Who is meant by each name of the articles, by its folded form."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._analyses = analyses
        self._parent: dict[str, str] = {}
        owners = [_owners(analysis) for analysis in analyses]
        self._meant = _meant(owners)
        self._heads = frozenset(form.partition(" ")[0] for form in self._meant)
        self._where: dict[str, set[int]] = defaultdict(set)
        for place, own in enumerate(owners):
            for form in own:
                self._where[form].add(place)
        self._join_all()
        counts: dict[str, Counter[ActorType]] = defaultdict(Counter)
        for analysis in analyses:
            for actor, _ in _named(analysis):
                counts[self._find(actor.id)][actor.type] += 1
        self._types = {root: max(KINDS, key=lambda kind: found[kind]) for root, found in counts.items()}

    def _join_all(self) -> None:
        for ids in self._meant.values():
            first, *others = sorted(ids)
            for other in others:
                self._join(first, other)
        for place, analysis in enumerate(self._analyses):
            for actor, mention in _named(analysis):
                own = plain(mention.text)
                if own in self._meant:
                    meant = self._meant_by(mention.text, analysis.article.language.code, place)
                    if meant is not None and " " not in own:
                        self._join(actor.id, meant)

    def _find(self, id_: str) -> str:
        while id_ in self._parent:
            id_ = self._parent[id_]
        return id_

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        if first != second:
            self._parent[second] = first

    def _meant_by(self, surface: str, code: str, place: int) -> str | None:
        """The id of whom another article calls so, inflected or not."""
        for form in dict.fromkeys(plain(one) for one in gazetteer(code).forms(surface)):
            if form in self._meant and self._where[form] - {place}:
                return self._find(min(self._meant[form]))
        return None

    def shared(self, place: int) -> Analysis:
        """An article with the names that it has by what all know."""
        analysis = self._analyses[place]
        added: dict[str, list[Mention]] = defaultdict(list)
        for mention, id_ in self._sought(place):
            added[id_].append(mention)
        actors = []
        for actor in analysis.actors:
            if actor.type in KINDS and (root := self._find(actor.id)) in self._types:
                mentions = sorted((*actor.mentions, *added.pop(root, ())), key=lambda one: (one.start, one.end))
                actor = replace(actor, id=root, type=self._types[root], mentions=tuple(mentions))
            actors.append(actor)
        actors += [Actor(id_, new[0].text, self._types[id_], tuple(new)) for id_, new in added.items()]
        return replace(analysis, actors=tuple(actors), quotes=tuple(self._quote(one) for one in analysis.quotes))

    def _quote(self, quote: Quote) -> Quote:
        if quote.speaker is None or quote.speaker.actor is None:
            return quote
        return replace(quote, speaker=replace(quote.speaker, actor=self._find(quote.speaker.actor)))

    def _sought(self, place: int) -> Iterator[tuple[Mention, str]]:
        """Names of other articles that stand in this one where it names nobody."""
        analysis = self._analyses[place]
        text = analysis.article.text
        taken = bytearray(len(text))
        for _, mention in _named(analysis):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        opening = {sentence.start for sentence in analysis.sentences}
        words = [match.span() for match in WORD.finditer(text)]
        at = 0
        while at < len(words):
            start = words[at][0]
            found = None
            if text[start].isupper():
                ends = (words[last][1] for last in range(min(at + LONGEST, len(words)) - 1, at - 1, -1))
                free = (end for end in ends if not any(taken[start:end]) and "\n" not in text[start:end])
                found = next(
                    ((end, id_) for end in free if (id_ := self._whose(place, text[start:end], start in opening))), None
                )
            at += 1
            if found is not None:
                end, id_ = found
                yield Mention(start, end, text[start:end]), id_
                while at < len(words) and words[at][0] < end:
                    at += 1

    def _whose(self, place: int, surface: str, opens: bool) -> str | None:
        """Whom these words name, if another article names them so; ``opens`` if they begin a sentence."""
        code = self._analyses[place].article.language.code
        first, space, _ = surface.partition(" ")
        if len(surface) < SHORTEST or (space and not (plain(first) in self._heads or gazetteer(code).opens(first))):
            return None
        if not space and (opens or grammar(code).nouns.capitalised) and load_tagger().common(code, surface):
            return None
        known = self._meant_by(surface, code, place)
        entry = gazetteer(code).find(surface) if known is None else None
        if entry is not None and not entry.broad:
            root = self._find(actor_id(entry.type, entry.key))
            return root if root in self._types else None
        return known


def _named(analysis: Analysis) -> Iterator[tuple[Actor, Mention]]:
    """Who is named where."""
    for actor in analysis.actors:
        if actor.type in KINDS:
            yield from ((actor, mention) for mention in actor.mentions if mention.kind == "name")


def _owners(analysis: Analysis) -> dict[str, dict[str, bool]]:
    """Each folded form of a name in an article, with whom it means and whether it is a person's surname alone."""
    owners: dict[str, dict[str, bool]] = defaultdict(dict)
    for actor, mention in _named(analysis):
        whole = plain(actor.name)
        for form in filter(None, (whole, plain(mention.text))):
            owners[form][actor.id] = actor.type == "person" and form != whole
    return owners


def _meant(owners: Sequence[dict[str, dict[str, bool]]]) -> dict[str, set[str]]:
    """Whom each form means that means one actor in every article, and is not somebody's surname in one and another's
    name elsewhere: *Jack London* is not London."""
    meant: dict[str, set[str]] = defaultdict(set)
    unclear: set[str] = set()
    parts: set[str] = set()
    for own in owners:
        for form, ids in own.items():
            meant[form].update(ids)
            parts |= {form} if any(ids.values()) else set()
            unclear |= {form} if len(ids) > 1 else set()
    unclear |= {form for form in parts if len(meant[form]) > 1}
    return {form: ids for form, ids in meant.items() if form not in unclear}
