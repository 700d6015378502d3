"""A profile is made of digests, and is what it would be if every analysis were read and corrected."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update

from analysis.profiles import DIGEST_FORM, ActorColumns, Digest, SourceColumns, digest, profile
from analysis.types import Actor, ActorSentiment, Mention, Prominence, Score, Source
from api.services import outlets
from api.services.articles import corrected_analysis
from api.services.corrections import corrected, corrected_digest
from api.store import articles, digests
from api.store.tables import ANALYSES, ARTICLES, DIGESTS
from tests.analysis.stories import Line, Told, told
from tests.api.test_actors import by_name, patch
from tests.api.test_reads import bad, plans
from tests.api.texts import BRIDGE_POST

TOLD = {
    "sv": "Hamnchefen Ylva Tranholm stängde kajen i Sundvik i måndags. ”Vi kunde inte vänta”, sade {who}. Enligt Radio "
    "Nord är isen {n} centimeter tjock.",
    "nb": "Havnesjefen Ylva Tranholm stengte kaien i Sundvik mandag. «Vi kunne ikke vente», sa {who}. Ifølge Radio "
    "Nord er isen {n} centimeter tykk.",
    "da": "Havnechefen Ylva Tranholm lukkede kajen i Sundvik mandag. »Vi kunne ikke vente,« sagde {who}. Ifølge Radio "
    "Nord er isen {n} centimeter tyk.",
    "de": "Hafenchefin Ylva Tranholm sperrte am Montag den Kai in Sundvik. „Wir konnten nicht warten“, sagte {who}. "
    "Laut Radio Nord ist das Eis {n} Zentimeter dick.",
    "fr": "La directrice du port Ylva Tranholm a fermé le quai de Sundvik lundi. « Nous ne pouvions pas attendre », a "
    "déclaré {who}. Selon Radio Nord, la glace atteint {n} centimètres.",
    "en": "The harbour master Ylva Tranholm closed the quay in Sundvik on Monday. “We could not wait,” said {who}. "
    "The ice is {n} centimetres thick, according to Radio Nord.",
}
WHO = ("Ylva Tranholm", "Tranholm", "Bo Askvik")


@pytest.fixture
def context(app):
    return app.extensions["parallax"]


@pytest.fixture
def filled(store):
    """An outlet with articles in six languages, in which a person goes by full name, by surname, and is another."""
    stored = [
        store("post", text.format(who=who, n=number), language=code, story=f"ice-{number // 4}")
        for number, (code, text, who) in enumerate((code, text, who) for code, text in TOLD.items() for who in WHO)
    ]
    alone = "Ferries stay in port\n\n“We wait,” said Askvik on Tuesday. Askvik runs the ferries of Sundvik."
    stored.append(store("post", alone, story="ice-0", published_at="2026-03-02"))
    return [*stored, store("post", BRIDGE_POST, story="ice-1")]


def read_whole(context, outlet):
    """The profile from all analyses, each read and corrected by itself."""
    with context.database.read() as connection:
        records = articles.of_outlet(connection, outlet, outlets.PROFILED)
        return profile(outlet, [corrected_analysis(connection, record) for record in records])


def kept(context):
    """Which articles have a digest, and in which form."""
    with context.database.read() as connection:
        return dict(connection.execute(select(DIGESTS.c.article_seq, DIGESTS.c.form)).tuples().all())


def test_a_profile_of_digests_is_that_of_corrected_analyses(client, context, filled):
    actors = by_name(client)
    tranholm, askvik = actors["Ylva Tranholm"]["id"], actors["Bo Askvik"]["id"]
    lind, dahl = actors["Ana Lind"]["id"], actors["Erik Dahl"]["id"]
    seen = [read_whole(context, "post")]
    assert seen[0].articles == len(filled)
    assert seen[0].sources
    assert outlets.profile_of(context, "post") == seen[0]
    for actor, change in (
        (tranholm, {"merge": [askvik]}),
        (tranholm, {"name": "Ylva T. Tranholm", "type": "organization"}),
        (lind, {"merge": [dahl]}),
        (lind, {"aliases": ["Radio Nord"]}),
        (lind, {"split": [{"name": "Erik Dahl (leader)", "aliases": ["Erik Dahl", "Dahl"]}]}),
        (lind, {"merge": [tranholm]}),
    ):
        patch(client, actor, **change)
        assert outlets.profile_of(context, "post") == read_whole(context, "post"), change
        seen.append(read_whole(context, "post"))
    for item in filled[::5]:
        assert client.delete(f"/v1/articles/{item['id']}").status_code == 204
        assert outlets.profile_of(context, "post") == read_whole(context, "post")
    assert len({repr(one.actors) for one in seen}) > 4
    assert len(kept(context)) == len(filled) - len(filled[::5])


def test_surnames_that_a_story_links_are_counted_as_whom_they_mean(context, filled):
    with context.database.read() as connection:
        assert digests.who_is_who(connection, "post", 500).moved
    found = outlets.profile_of(context, "post")
    assert found == read_whole(context, "post")
    counts = {actor.name: actor.articles for actor in found.actors}
    assert "Askvik" not in counts
    assert counts["Bo Askvik"] == len(TOLD) + 1


def test_who_is_found_in_an_analysis_is_recorded_with_its_article(context, filled):
    with context.database.read() as connection:
        records = articles.of_outlet(connection, "post", 500)
        assert records
        for record in records:
            found = articles.analysis_of(connection, record)
            stored = connection.exec_driver_sql(
                f"SELECT found_id FROM actor_articles WHERE article_seq = {record.seq}"
            ).scalars()
            assert sorted(stored) == sorted(actor.id for actor in found.actors)


@pytest.mark.parametrize("few", [0, 500])
def test_what_has_no_digest_of_this_form_is_given_one_by_the_first_profile(context, filled, monkeypatch, few):
    monkeypatch.setattr("api.services.outlets.FEW", few)
    before = outlets.profile_of(context, "post")
    first, *others = sorted(kept(context))
    with context.database.write() as connection:
        connection.execute(
            update(DIGESTS).where(DIGESTS.c.article_seq == first).values(form=DIGEST_FORM - 1, body=b"0")
        )
        connection.execute(delete(DIGESTS).where(DIGESTS.c.article_seq.in_(others[::2])))
    with context.database.read() as connection:
        assert digests.weight(connection, "post", 500)[0] == 1 + len(others[::2])
    assert outlets.profile_of(context, "post") == before
    assert kept(context) == dict.fromkeys([first, *others], DIGEST_FORM)
    with context.database.read() as connection:
        assert digests.weight(connection, "post", 500)[0] == 0


def test_an_analysis_that_is_replaced_takes_its_digest_with_it(client, context, filled, monkeypatch):
    number = min(kept(context))
    with context.database.write() as connection:
        values = dict(connection.execute(select(ANALYSES).where(ANALYSES.c.article_seq == number)).one()._mapping)
        connection.execute(delete(ANALYSES).where(ANALYSES.c.article_seq == number))
        connection.execute(insert(ANALYSES).values(**values))
    assert number not in kept(context)
    monkeypatch.setattr("analysis.pipeline.METHOD_VERSION", "0.0.1")
    with context.database.read() as connection:
        article = connection.execute(select(ARTICLES.c.id).where(ARTICLES.c.seq == number)).scalar_one()
    assert client.get(f"/v1/articles/{article}/analysis").get_json()["method"]["version"] == "0.0.1"
    assert kept(context)[number] == DIGEST_FORM


def test_a_digest_of_an_analysis_that_was_replaced_meanwhile_is_not_kept(context, filled):
    number = min(kept(context))
    with context.database.write() as connection:
        [(_, method, found)] = digests.analyses_of(connection, [number])
        connection.execute(delete(DIGESTS).where(DIGESTS.c.article_seq == number))
        connection.execute(update(ANALYSES).where(ANALYSES.c.article_seq == number).values(method_version="later"))
        digests.fill(connection, {number: (method, digests.packed(digest(found)))})
    assert number not in kept(context)


def test_a_profile_is_made_where_it_is_asked_for_and_reads_no_analysis(client, context, filled, monkeypatch):
    monkeypatch.setattr("api.services.outlets.apart", lambda context, work, long, *rest: (work(context, *rest), long))
    monkeypatch.setattr("api.store.digests.codec.unpack", None)
    assert outlets.profile_of(context, "post")[1] is False


@pytest.mark.sqlite
def test_a_profile_is_read_along_indexes(client, context, filled):
    found = plans(context.database, lambda: outlets.profile_of(context, "post"))
    assert len(found) >= 5
    for statement, steps in found.items():
        # gone through whole are the newest numbers that an index gave, and who was renamed
        through = [step for step in steps if bad(step) and step not in ("SCAN newest", RENAMED)]
        assert not through, (statement, steps)
    assert "INDEX ix_actors_renamed" in str(found)
    assert "INDEX ix_actor_articles_moved" in str(found)


RENAMED = "SCAN actors USING INDEX ix_actors_renamed"
SCORES = st.one_of(st.none(), st.floats(-1.0, 1.0))
ACTORS = st.lists(st.tuples(SCORES, SCORES, st.integers(0, 5), st.integers(0, 4)), min_size=1, max_size=6)
MOVES = st.dictionaries(st.integers(0, 5), st.integers(0, 7), max_size=6)
SOURCES = st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 7)), st.lists(st.sampled_from("pqr"))), max_size=6)


def described(actors, sources):
    """An analysis with actors of these measures, and sources that are actors."""
    made = told(Told("alpha", ["Radio Nord reports."], {})).analysis
    people = tuple(
        Actor(
            f"a{place}",
            f"Name {place}",
            "person",
            tuple(Mention(n, n + 1, "x") for n in range(10 * place, 10 * place + mentions)),
            prominence=None if share is None else Prominence(abs(share), 0, False, 0.0, 0.0),
            sentiment=None if n == 4 else ActorSentiment(toned(tone, n), toned(None, n), toned(None, n)),
        )
        for place, (share, tone, mentions, n) in enumerate(actors)
    )
    cited = tuple(
        Source(f"source {place}", "person", (), tuple(quotes), None if actor is None else f"a{actor}")
        for place, (actor, quotes) in enumerate(sources)
    )
    return type(made)(
        **{item.name: getattr(made, item.name) for item in fields(made)} | {"actors": people, "sources": cited}
    )


def toned(value, n):
    return Score.unknown("not_mentioned", n) if value is None else Score(value, n=n)


@settings(deadline=None, max_examples=300)
@given(ACTORS, SOURCES, MOVES, st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)))
def test_a_corrected_digest_is_the_digest_of_the_corrected_analysis(actors, sources, moves, renamed, known):
    made = described(actors, sources)
    ids = [actor.id for actor in made.actors]
    target = {found: f"a{moves.get(place, place)}" for place, found in enumerate(ids)}
    moved = {found: actor for found, actor in target.items() if found != actor}
    rows = {f"a{number}": f"Row {number}" for number in renamed | known}
    chosen = {f"a{number}": rows[f"a{number}"] for number in renamed}
    names = {key: rows[key] for key in target.values() if key in rows and (key in chosen or key in moved.values())}
    expected = digest(corrected(made, target, names, {}))
    given = {found: (actor, rows.get(actor)) for found, actor in moved.items()}
    found = corrected_digest(digest(made), given, chosen)
    assert profile_parts(found) == profile_parts(expected)


def profile_parts(one):
    """What an aggregate takes from a digest."""
    columns, sources = one.actors, one.sources
    rows = zip(columns.ids, columns.names, columns.prominence, columns.voice, strict=True)
    return list(rows), list(sources.names), list(sources.types), list(map(len, sources.quotes))


def test_a_stored_digest_is_read_as_it_was_written():
    line = Line("Anna Berg called it wrong.", "person:anna-berg", "criticism")
    made = told(Told("alpha", ["Radio Nord reports.", line], {"Anna Berg": "person:anna-berg"}, sources=["Radio Nord"]))
    one = digest(made.analysis)
    [read] = digests.unpacked([digests.packed(one)])
    assert profile_parts(read) == profile_parts(one)
    assert read.first_reaction == one.first_reaction == "criticism"
    assert read[:-2] == one[:-2]


def test_whoever_changes_what_a_digest_holds_raises_its_form():
    assert (DIGEST_FORM, *(" ".join(kind._fields) for kind in (Digest, ActorColumns, SourceColumns))) == (
        1,
        "language lix loaded_rate hedging borrowed tone first_reaction actors sources",
        "ids names mentions prominence voice observations",
        "names types actors quotes",
    )
