"""Lists are read from indexes and counters; triggers keep the counters in the transaction that changes what is counted.

A table that is made anew (``batch_alter_table`` with ``recreate``) loses its triggers on SQLite: put them back.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEXES = (
    ("actor_articles", ("actor_id", "article_seq", "found_id", "mentions")),
    ("actors", ("type", "seq")),
    ("articles", ("outlet_id", "seq")),
    ("articles", ("outlet_id", "language", "seq")),
    ("articles", ("outlet_id", "published_sort", "seq")),
    ("articles", ("language", "seq")),
    ("articles", ("story_id", "seq")),
)
REPLACED = (("actor_articles", "actor_id"), ("articles", "story_id"))
SIZES = (2, 5, 20)


def story_of(article: str) -> str:
    """SQL of the number of an article's story."""
    return f"(SELECT s.seq FROM articles a JOIN stories s ON s.id = a.story_id WHERE a.seq = {article})"


def seq_of(story: str) -> str:
    """SQL of a story's number."""
    return f"(SELECT s.seq FROM stories s WHERE s.id = {story})"


def alone(row: str) -> str:
    """SQL of 1 if no other row has this actor in this article, else 0."""
    return f"""(CASE WHEN EXISTS (SELECT 1 FROM actor_articles o WHERE o.actor_id = {row}.actor_id
        AND o.article_seq = {row}.article_seq AND o.found_id <> {row}.found_id) THEN 0 ELSE 1 END)"""


def appeared() -> list[str]:
    """An actor is found once more."""
    return [
        f"""INSERT INTO actor_counts (actor_id, appearances, articles, mentions)
        VALUES (NEW.actor_id, 1, {alone("NEW")}, NEW.mentions)
        ON CONFLICT (actor_id) DO UPDATE SET appearances = actor_counts.appearances + 1,
        articles = actor_counts.articles + excluded.articles, mentions = actor_counts.mentions + excluded.mentions""",
        """INSERT INTO story_facets (kind, value, story_seq, n)
        SELECT 'actor', NEW.actor_id, s.seq, 1 FROM articles a JOIN stories s ON s.id = a.story_id
        WHERE a.seq = NEW.article_seq
        ON CONFLICT (kind, value, story_seq) DO UPDATE SET n = story_facets.n + 1""",
    ]


def vanished() -> list[str]:
    """An actor is found once less."""
    facet = f"kind = 'actor' AND value = OLD.actor_id AND story_seq = {story_of('OLD.article_seq')}"
    return [
        f"""UPDATE actor_counts SET appearances = appearances - 1, articles = articles - {alone("OLD")},
        mentions = mentions - OLD.mentions WHERE actor_id = OLD.actor_id""",
        "DELETE FROM actor_counts WHERE actor_id = OLD.actor_id AND appearances <= 0",
        f"UPDATE story_facets SET n = n - 1 WHERE {facet}",
        f"DELETE FROM story_facets WHERE {facet} AND n <= 0",
    ]


def joined() -> list[str]:
    """An outlet and a story have one more article in a language."""
    facets = [
        f"""INSERT INTO story_facets (kind, value, story_seq, n) SELECT '{kind}', NEW.{column}, s.seq, 1
        FROM stories s WHERE s.id = NEW.story_id
        ON CONFLICT (kind, value, story_seq) DO UPDATE SET n = story_facets.n + 1"""
        for kind, column in (("outlet", "outlet_id"), ("language", "language"))
    ]
    return [
        """INSERT INTO outlet_counts (outlet_id, language, articles) VALUES (NEW.outlet_id, NEW.language, 1)
        ON CONFLICT (outlet_id, language) DO UPDATE SET articles = outlet_counts.articles + 1""",
        *facets,
    ]


def left() -> list[str]:
    """An outlet and a story have one article less in a language."""
    counted = "outlet_id = OLD.outlet_id AND language = OLD.language"
    statements = [
        f"UPDATE outlet_counts SET articles = articles - 1 WHERE {counted}",
        f"DELETE FROM outlet_counts WHERE {counted} AND articles <= 0",
    ]
    for kind, column in (("outlet", "outlet_id"), ("language", "language")):
        facet = f"kind = '{kind}' AND value = OLD.{column} AND story_seq = {seq_of('OLD.story_id')}"
        statements.append(f"UPDATE story_facets SET n = n - 1 WHERE {facet}")
        statements.append(f"DELETE FROM story_facets WHERE {facet} AND n <= 0")
    return statements


def moved() -> list[str]:
    """The actors of an article go with it to another story."""
    mine = f"""kind = 'actor' AND story_seq = {seq_of("OLD.story_id")}
        AND value IN (SELECT actor_id FROM actor_articles WHERE article_seq = NEW.seq)"""
    return [
        f"""UPDATE story_facets SET n = n - (SELECT count(*) FROM actor_articles x
        WHERE x.article_seq = NEW.seq AND x.actor_id = story_facets.value) WHERE {mine}""",
        f"DELETE FROM story_facets WHERE {mine} AND n <= 0",
        """INSERT INTO story_facets (kind, value, story_seq, n)
        SELECT 'actor', x.actor_id, s.seq, count(*) FROM actor_articles x, stories s
        WHERE x.article_seq = NEW.seq AND s.id = NEW.story_id GROUP BY x.actor_id, s.seq
        ON CONFLICT (kind, value, story_seq) DO UPDATE SET n = story_facets.n + excluded.n""",
    ]


TRIGGERS = (
    ("actor_appeared", "actor_articles", "EACH INSERT", "", appeared()),
    ("actor_vanished", "actor_articles", "EACH DELETE", "", vanished()),
    ("actor_changed", "actor_articles", "EACH UPDATE OF actor_id, mentions", "", [*vanished(), *appeared()]),
    ("article_joined", "articles", "AFTER INSERT", "", joined()),
    ("article_left", "articles", "BEFORE DELETE", "",
     ["DELETE FROM actor_articles WHERE article_seq = OLD.seq", *left()]),
    ("article_changed", "articles", "AFTER UPDATE OF story_id, language", "", [*left(), *joined()]),
    ("article_moved", "articles", "AFTER UPDATE OF story_id", "WHEN (OLD.story_id <> NEW.story_id)", moved()),
)  # fmt: skip
"""Name, table, when, under which condition, what; ``EACH`` stands for the side on which rows are counted one by one."""
KNOWN = """IF EXISTS (SELECT 1 FROM actor_articles k WHERE k.article_seq = NEW.article_seq
    AND k.found_id = NEW.found_id) THEN RETURN NEW; END IF;"""
FILLED = (
    """INSERT INTO actor_counts (actor_id, appearances, articles, mentions)
    SELECT actor_id, count(*), count(DISTINCT article_seq), sum(mentions) FROM actor_articles GROUP BY actor_id""",
    """INSERT INTO outlet_counts (outlet_id, language, articles)
    SELECT outlet_id, language, count(*) FROM articles GROUP BY outlet_id, language""",
    *(
        f"""INSERT INTO story_facets (kind, value, story_seq, n) SELECT '{kind}', {column}, s.seq, count(*)
        FROM articles a JOIN stories s ON s.id = a.story_id {more} GROUP BY {column}, s.seq"""
        for kind, column, more in (
            ("outlet", "a.outlet_id", ""),
            ("language", "a.language", ""),
            ("actor", "x.actor_id", "JOIN actor_articles x ON x.article_seq = a.seq"),
        )
    ),
)


def upgrade() -> None:
    op.create_table(
        "actor_counts",
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("appearances", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("actor_id", name=op.f("pk_actor_counts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "outlet_counts",
        sa.Column("outlet_id", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("outlet_id", "language", name=op.f("pk_outlet_counts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "story_facets",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("story_seq", SEQUENCE, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "value", "story_seq", name=op.f("pk_story_facets")),
        sqlite_with_rowid=False,
    )
    for table, column in REPLACED:
        op.drop_index(op.f(f"ix_{table}_{column}"), table_name=table)
    for table, columns in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
    for size in SIZES:
        large = sa.text(f"article_count >= {size}")
        op.create_index(f"ix_stories_of_{size}", "stories", ["seq"], sqlite_where=large, postgresql_where=large)
    for statement in FILLED:
        op.execute(statement)
    for trigger in TRIGGERS:
        _create(*trigger)


def downgrade() -> None:
    for name, table, *_ in TRIGGERS:
        op.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if _on_postgresql() else ""))
        if _on_postgresql():
            op.execute(f"DROP FUNCTION {name}()")
    for size in SIZES:
        op.drop_index(f"ix_stories_of_{size}", table_name="stories")
    for table, columns in INDEXES:
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)
    for table, column in REPLACED:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    for table in ("story_facets", "outlet_counts", "actor_counts"):
        op.drop_table(table)


def _create(name: str, table: str, when: str, condition: str, statements: list[str]) -> None:
    """A trigger. PostgreSQL runs those that come after a row at the end of the statement, and would see all its rows
    changed at each. Both run those that come before it for rows that ``ON CONFLICT DO NOTHING`` leaves out, too; what
    is there already is not counted again.
    """
    when = when.replace("EACH", "BEFORE" if _on_postgresql() else "AFTER")
    body = ";\n".join(statements)
    if not _on_postgresql():
        op.execute(f"CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW {condition} BEGIN {body}; END")
        return
    row = "OLD" if "DELETE" in when else "NEW"
    known = KNOWN if when == "BEFORE INSERT" else ""
    body = f"BEGIN {known} {body}; RETURN {row}; END"
    op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$")
    op.execute(f"CREATE TRIGGER {name} {when} ON {table} FOR EACH ROW {condition} EXECUTE FUNCTION {name}()")


def _on_postgresql() -> bool:
    return bool(op.get_bind().dialect.name == "postgresql")
