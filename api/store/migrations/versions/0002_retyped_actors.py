"""A type that a user chose holds wherever the actor is found."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("actors", sa.Column("retyped", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("actors", "retyped")
