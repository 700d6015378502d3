"""Actors are found by letters of their names through an index of trigrams."""

import sqlalchemy as sa
from alembic import op

from api.store import search

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

AT_ONCE = 5_000
PLAIN = "CREATE TABLE actor_search (seq BIGINT PRIMARY KEY, names TEXT NOT NULL, short TEXT NOT NULL)"
GONE = "CREATE TRIGGER actor_gone AFTER DELETE ON actors FOR EACH ROW "


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        op.execute(PLAIN)
        _tried("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        _tried("CREATE INDEX ix_actor_search_names ON actor_search USING gin (names gin_trgm_ops)")
        gone = "BEGIN DELETE FROM actor_search WHERE seq = OLD.seq; RETURN OLD; END"
        op.execute(f"CREATE FUNCTION actor_gone() RETURNS trigger LANGUAGE plpgsql AS $$ {gone} $$")
        op.execute(GONE + "EXECUTE FUNCTION actor_gone()")
    else:
        key = "rowid" if _tried(search.INDEX) else "seq"
        if key == "seq":
            op.execute(PLAIN)
        op.execute(GONE + f"BEGIN DELETE FROM actor_search WHERE {key} = OLD.seq; END")
    ids = list(connection.execute(sa.text("SELECT id FROM actors ORDER BY seq")).scalars())
    for start in range(0, len(ids), AT_ONCE):
        search.note(connection, ids[start : start + AT_ONCE])


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER actor_gone ON actors")
        op.execute("DROP FUNCTION actor_gone()")
    else:
        op.execute("DROP TRIGGER actor_gone")
    op.execute("DROP TABLE actor_search")


def _tried(statement: str) -> bool:
    """Whether the database can do this; nothing is changed where it cannot."""
    connection = op.get_bind()
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(statement)
    except sa.exc.DBAPIError:
        return False
    return True
