"""Stories are found by letters of their titles through an index of trigrams, and lists by date have indexes."""

import sqlalchemy as sa
from alembic import op

from api.store import search

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INDEXES = (
    ("articles", ("language", "published_sort", "seq")),
    ("stories", ("last_published_at", "first_published_at", "article_count", "seq")),
)
ADDED = "INSERT INTO story_search (rowid, title) VALUES (NEW.seq, NEW.title);"
GONE = "DELETE FROM story_search WHERE rowid = OLD.seq;"
TRIGGERS = {
    "story_titled": f"AFTER INSERT ON stories FOR EACH ROW BEGIN {ADDED} END",
    "story_retitled": "AFTER UPDATE OF title ON stories FOR EACH ROW WHEN OLD.title <> NEW.title "
    f"BEGIN {GONE} {ADDED} END",
    "story_untitled": f"AFTER DELETE ON stories FOR EACH ROW BEGIN {GONE} END",
}


def upgrade() -> None:
    for table, columns in INDEXES:
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
    if op.get_bind().dialect.name == "postgresql":
        _tried("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        _tried("CREATE INDEX ix_stories_title ON stories USING gin (lower(title) gin_trgm_ops)")
    elif _tried(search.TITLE_INDEX):
        op.execute("INSERT INTO story_search (rowid, title) SELECT seq, title FROM stories")
        for name, rule in TRIGGERS.items():
            op.execute(f"CREATE TRIGGER {name} {rule}")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX IF EXISTS ix_stories_title")
    else:
        for name in TRIGGERS:
            op.execute(f"DROP TRIGGER IF EXISTS {name}")
        op.execute("DROP TABLE IF EXISTS story_search")
    for table, columns in INDEXES:
        op.drop_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table_name=table)


def _tried(statement: str) -> bool:
    """Whether the database can do this; nothing is changed where it cannot."""
    connection = op.get_bind()
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(statement)
    except sa.exc.DBAPIError:
        return False
    return True
