"""What profiles take from an analysis is kept beside it; of analyses that are there already, with the first profile.

Whoever was renamed, and who in an article is somebody else, is found along an index of those only.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INDEXES = (
    ("ix_actors_renamed", "actors", ["id", "name"], "renamed = 1"),
    ("ix_actor_articles_moved", "actor_articles", ["article_seq"], "actor_id <> found_id"),
)


def upgrade() -> None:
    op.create_table(
        "digests",
        sa.Column("article_seq", SEQUENCE, nullable=False),
        sa.Column("form", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_seq"],
            ["analyses.article_seq"],
            name=op.f("fk_digests_article_seq_analyses"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_seq", name=op.f("pk_digests")),
    )
    for name, table, columns, condition in INDEXES:
        only = sa.text(condition)
        op.create_index(name, table, columns, sqlite_where=only, postgresql_where=only)


def downgrade() -> None:
    for name, table, *_ in INDEXES:
        op.drop_index(name, table_name=table)
    op.drop_table("digests")
