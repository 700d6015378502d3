"""A store of many light articles, put in as rows: one analysis is made, and every article has it under other actors."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, insert

from analysis.profiles import ActorColumns, digest
from analysis.types import ArticleInput
from api.services.analyses import analysed
from api.services.context import Context
from api.store import codec, dates, digests, search, vectors
from api.store.tables import (
    ACTOR_ALIASES,
    ACTOR_ARTICLES,
    ACTORS,
    ANALYSES,
    ARTICLES,
    DIGESTS,
    INPUTS,
    OUTLETS,
    STORIES,
)

BATCH = 2_004
"""Articles in a transaction: a multiple of twelve, so that no story is begun twice."""
COMPARABLE = 12
"""Number below which articles have vectors, so that their story can be compared."""
OUTLET_COUNT, LANGUAGES = 60, ("en", "de", "fr", "sv", "es", "it", "no", "da")
ACTORS_AN_ARTICLE = 12
FIRST = ("Ana", "Marta", "Per", "Jonas", "Eva", "Karl", "Sofia", "Nils", "Irma", "Olga", "Hugo", "Vera", "Tom", "Ida")
PARTS = ("lind", "berg", "holm", "ström", "dahl", "falk", "grün", "mæl", "ny", "søn", "kov", "vitz", "tano", "rossi")
TEXT = "The mayor Ana Lind said on Monday that the bridge would close. Marta Holm criticised the council for it."


def fill(context: Context, count: int, seed: int = 1) -> None:
    """Store so many articles. Outlets and actors are as unequal as they are: few are in much, most in little."""
    chance = random.Random(seed)
    one = analysed(context, ArticleInput("outlet-0", text=TEXT, language="en"))
    bodies = {"article": codec.pack(one.analysis.article), "body": codec.pack(one.analysis)}
    plain = digest(one.analysis)
    method, source = context.method, codec.pack(ArticleInput("outlet-0", text=TEXT))
    known: set[int] = set()
    for start in range(0, count, BATCH):
        numbers = range(max(start, 1), min(start + BATCH, count + 1))
        with context.database.write() as connection:
            if start == 0:
                outlets = [{"id": f"outlet-{n}", "created_at": dates.now()} for n in range(OUTLET_COUNT)]
                connection.execute(insert(OUTLETS), outlets)
            _stories(connection, numbers)
            connection.execute(insert(ARTICLES), [_article(chance, number) for number in numbers])
            connection.execute(insert(INPUTS), [{"article_seq": number, "body": source} for number in numbers])
            made = {
                "method_version": method.method_version,
                "encoder": method.encoder,
                "data_version": method.data_version,
            }
            connection.execute(insert(ANALYSES), [{"article_seq": number, **made, **bodies} for number in numbers])
            named = _actors(connection, chance, numbers, known)
            kept = ((number, digests.packed(plain._replace(actors=named[number]))) for number in numbers)
            connection.execute(insert(DIGESTS), [digests.row(number, body) for number, body in kept])
            for number in (number for number in numbers if number < COMPARABLE):
                vectors.save(connection, number, one.embedding)


def story_of(number: int) -> int:
    """Two of three articles are alone, the others are told in fours."""
    return number if number % 12 < 8 else number - number % 4


def _stories(connection: Connection, numbers: range) -> None:
    now = dates.now()
    sizes: dict[int, int] = {}
    for number in numbers:
        sizes[story_of(number)] = sizes.get(story_of(number), 0) + 1
    values = {"version": 1, "named": 0, "created_at": now, "updated_at": now}
    rows = [
        {"id": f"story-{story}", "title": f"Story number {story}", "article_count": size, **values}
        for story, size in sizes.items()
    ]
    connection.execute(insert(STORIES), rows)


def _article(chance: random.Random, number: int) -> dict[str, Any]:
    outlet = min(int(chance.expovariate(0.08)), OUTLET_COUNT - 1)
    day = f"2026-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}T{chance.randint(0, 23):02}:00:00Z"
    dated = {"published_value": day, "published_precision": "hour", "published_source": "given", "published_sort": day}
    return {
        "seq": number,
        "id": f"art-{number}",
        "outlet_id": f"outlet-{outlet}",
        "story_id": f"story-{story_of(number)}",
        "headline": f"Headline of article {number}",
        "language": LANGUAGES[outlet % len(LANGUAGES)],
        "language_confidence": 0.9,
        "text_chars": len(TEXT),
        "input_hash": f"input-{number}",
        "text_hash": f"text-{number}",
        "created_at": dates.now(),
        **dated,
    }


def _actors(connection: Connection, chance: random.Random, numbers: range, known: set[int]) -> dict[int, ActorColumns]:
    """Store who is in these articles; the same for their digests."""
    found, new = [], []
    named: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for number in numbers:
        for actor in {int(chance.paretovariate(0.25)) % (numbers.stop * 2) for _ in range(ACTORS_AN_ARTICLE)}:
            if actor not in known:
                known.add(actor)
                new.append(actor)
            row = {"found_id": f"act-{actor}", "actor_id": f"act-{actor}", "found_type": "person", "mentions": 2}
            found.append({"article_seq": number, "found_name": name_of(actor), **row})
            named[number].append((row["found_id"], name_of(actor), 2, actor % 97 / 97, actor % 89 / 89, 2))
    kept = {"type": "person", "renamed": 0, "created_at": dates.now()}
    rows = [{"id": f"act-{n}", "name": name_of(n), "folded": name_of(n).casefold(), **kept} for n in new]
    aliases = [
        {"actor_id": row["id"], "alias": name, "folded": name.casefold(), "origin": "text"}
        for row in rows
        for name in (str(row["name"]), str(row["name"]).split()[1])
    ]
    connection.execute(insert(ACTORS), rows)
    connection.execute(insert(ACTOR_ALIASES), aliases)
    connection.execute(insert(ACTOR_ARTICLES), found)
    search.note(connection, [str(row["id"]) for row in rows])
    return {number: ActorColumns(*zip(*values, strict=True)) for number, values in named.items()}


def name_of(actor: int) -> str:
    """A name, the same for a number; about one in four thousand is alike."""
    chance = random.Random(actor)
    return f"{chance.choice(FIRST)} {''.join(chance.choices(PARTS, k=3)).capitalize()}"
