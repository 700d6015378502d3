"""What the articles lean on: sources they share, sources that one alone has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from analysis.comparison.members import Member, display_names
from analysis.evidence import fold
from analysis.matching import key as spelt
from analysis.resources import rows
from analysis.types import OnlySource, Source, SourceComparison, SourceEdge


@cache
def _bodies(code: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Nouns for public bodies with the key that they share across languages, and the articles before them."""
    nouns = {spelt(row[0]): row[1] for row in rows(code, "official_bodies") if len(row) > 1}
    words = [spelt(row[0]) for row in rows(code, "articles")]
    articles = tuple(word if word.endswith("'") else f"{word} " for word in words)
    return nouns, articles


def body_key(name: str, code: str) -> str | None:
    """What a public body is, if the name is no more than a noun for it: *the fire brigade*, *les pompiers*."""
    nouns, articles = _bodies(code)
    plain = spelt(name)
    article = next((one for one in articles if plain.startswith(one)), "")
    return nouns.get(plain) or nouns.get(plain.removeprefix(article))


def source_key(source: Source, owners: Mapping[str, str], code: str = "") -> str:
    """What a source is recognised by in another article: what body it is, the actor that it is or is named like, or its
    folded name. ``code`` is the language that it is named in."""
    body = None if source.type == "person" else body_key(source.name, code)
    if body is not None:
        return f"body:{body}"
    name = _folded(source.name)
    actor = source.actor or owners.get(name)
    return f"actor:{actor}" if actor else f"name:{name}"


def _folded(name: str) -> str:
    return " ".join(map(fold, name.split()))


def owners_of(members: Sequence[Member]) -> dict[str, str]:
    """Actors by the folded names that they have as sources or among the actors of any article."""
    actors = [actor for member in members for actor in member.analysis.actors]
    named = [(_folded(actor.name), actor.id) for actor in actors]
    named += [(_folded(one.name), one.actor) for member in members for one in member.analysis.sources if one.actor]
    return dict(sorted(named, reverse=True))


def sources_by_key(members: Sequence[Member]) -> list[dict[str, list[Source]]]:
    """Each article's sources by key, those of one name under one key, whether they are known as an actor or not.

    Sources without a name of their own (``anonymous``) are told apart by article.
    """
    owners = owners_of(members)
    by_member: list[dict[str, list[Source]]] = []
    for member in members:
        found: dict[str, list[Source]] = {}
        for source in member.analysis.sources:
            key = source_key(source, owners, member.analysis.article.language.code)
            found.setdefault(f"{key}@{member.id}" if source.type == "anonymous" else key, []).append(source)
        by_member.append(found)
    apart = {key for found in by_member for key, sources in found.items() if sources[0].type == "anonymous"}
    names = {key: key if key in apart else _folded(name) for key, name in _names(members, by_member).items()}
    first = {name: key for key, name in sorted(names.items(), reverse=True)}
    united: list[dict[str, list[Source]]] = [{} for _ in members]
    for group, found in zip(united, by_member, strict=True):
        for key, sources in found.items():
            group.setdefault(first[names[key]], []).extend(sources)
    return united


def source_names(members: Sequence[Member]) -> dict[str, str]:
    """One name for each source."""
    return _names(members, sources_by_key(members))


def _names(members: Sequence[Member], by_member: Sequence[Mapping[str, Sequence[Source]]]) -> dict[str, str]:
    """The name that most use for each key, an actor's display name before others."""
    actors = display_names(members)
    forms: dict[str, Counter[str]] = {}
    for found in by_member:
        for key, sources in found.items():
            for source in sources:
                name = actors.get(source.actor, source.name) if source.actor else source.name
                forms.setdefault(key, Counter())[name] += 1
    return {key: min(names, key=lambda name: (-names[name], -len(name), name)) for key, names in forms.items()}


def compare_sources(members: Sequence[Member]) -> SourceComparison:
    """Sources that two articles or more share, those of one alone, and who leans on which with how many quotes."""
    names = source_names(members)
    by_member = sources_by_key(members)
    counts = Counter(key for found in by_member for key in found)
    only, edges = [], []
    for member, found in zip(members, by_member, strict=True):
        for key, sources in found.items():
            quotes = len({quote for source in sources for quote in source.quotes})
            edges.append(SourceEdge(member.id, names[key], quotes))
            if counts[key] == 1:
                only.append(OnlySource(member.id, names[key]))
    shared = sorted((key for key, count in counts.items() if count > 1), key=lambda key: (-counts[key], names[key]))
    return SourceComparison(tuple(names[key] for key in shared), tuple(only), tuple(edges))
