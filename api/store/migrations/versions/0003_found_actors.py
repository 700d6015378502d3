"""Appearances are looked up by the id under which they were found, whatever the size of the store."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_actor_articles_found_id"), "actor_articles", ["found_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_actor_articles_found_id"), table_name="actor_articles")
