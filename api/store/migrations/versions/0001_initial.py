"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "actor_aliases",
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("actor_id", "alias", "origin", name=op.f("pk_actor_aliases")),
    )
    op.create_index(op.f("ix_actor_aliases_folded"), "actor_aliases", ["folded"], unique=False)
    op.create_table(
        "actor_externals",
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("actor_id", "scheme", name=op.f("pk_actor_externals")),
    )
    op.create_table(
        "actor_rules",
        sa.Column("found_id", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("found_id", "folded", name=op.f("pk_actor_rules")),
    )
    op.create_index(op.f("ix_actor_rules_actor_id"), "actor_rules", ["actor_id"], unique=False)
    op.create_table(
        "actors",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("renamed", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_actors")),
        sa.UniqueConstraint("id", name=op.f("uq_actors_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "counters",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counters")),
    )
    op.create_table(
        "outlets",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outlets")),
        sa.UniqueConstraint("id", name=op.f("uq_outlets_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "stories",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("named", sa.Integer(), nullable=False),
        sa.Column("article_count", sa.Integer(), nullable=False),
        sa.Column("first_published_at", sa.Text(), nullable=True),
        sa.Column("last_published_at", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_stories")),
        sa.UniqueConstraint("id", name=op.f("uq_stories_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "articles",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("outlet_id", sa.Text(), nullable=False),
        sa.Column("story_id", sa.Text(), nullable=False),
        sa.Column("external_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("language_confidence", sa.Float(), nullable=False),
        sa.Column("published_value", sa.Text(), nullable=True),
        sa.Column("published_precision", sa.Text(), nullable=True),
        sa.Column("published_source", sa.Text(), nullable=True),
        sa.Column("published_sort", sa.Text(), nullable=True),
        sa.Column("text_chars", sa.Integer(), nullable=False),
        sa.Column("input_hash", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlets.id"], name=op.f("fk_articles_outlet_id")),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_articles_story_id")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
        sa.UniqueConstraint("outlet_id", "external_id", name=op.f("uq_articles_outlet_id_external_id")),
        sa.UniqueConstraint("outlet_id", "text_hash", name=op.f("uq_articles_outlet_id_text_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_articles_outlet_id_input_hash", "articles", ["outlet_id", "input_hash"], unique=False)
    op.create_index("ix_articles_outlet_id_url", "articles", ["outlet_id", "url"], unique=False)
    op.create_index(op.f("ix_articles_published_sort"), "articles", ["published_sort"], unique=False)
    op.create_index(op.f("ix_articles_story_id"), "articles", ["story_id"], unique=False)
    op.create_table(
        "comparisons",
        sa.Column("story_id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_comparisons_story_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story_id", name=op.f("pk_comparisons")),
    )
    op.create_table(
        "actor_articles",
        sa.Column("article_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("found_id", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Text(), nullable=False),
        sa.Column("found_name", sa.Text(), nullable=False),
        sa.Column("found_type", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_seq"], ["articles.seq"], name=op.f("fk_actor_articles_article_seq"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_seq", "found_id", name=op.f("pk_actor_articles")),
    )
    op.create_index(op.f("ix_actor_articles_actor_id"), "actor_articles", ["actor_id"], unique=False)
    op.create_table(
        "analyses",
        sa.Column("article_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("method_version", sa.Text(), nullable=False),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.Column("data_version", sa.Text(), nullable=False),
        sa.Column("article", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_seq"], ["articles.seq"], name=op.f("fk_analyses_article_seq"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_seq", name=op.f("pk_analyses")),
    )
    op.create_table(
        "fingerprints",
        sa.Column("article_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_seq"], ["articles.seq"], name=op.f("fk_fingerprints_article_seq"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_seq", name=op.f("pk_fingerprints")),
    )
    op.create_table(
        "inputs",
        sa.Column("article_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_seq"], ["articles.seq"], name=op.f("fk_inputs_article_seq"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_seq", name=op.f("pk_inputs")),
    )
    op.create_table(
        "story_keys",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("article_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_seq"], ["articles.seq"], name=op.f("fk_story_keys_article_seq"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "article_seq", name=op.f("pk_story_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_story_keys_article_seq", "story_keys", ["article_seq"], unique=False)
    op.create_table(
        "vectors",
        sa.Column("article_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.Column("dimension", sa.Integer(), nullable=False),
        sa.Column("article", sa.LargeBinary(), nullable=False),
        sa.Column("sentences", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_seq"], ["articles.seq"], name=op.f("fk_vectors_article_seq"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_seq", name=op.f("pk_vectors")),
    )


def downgrade() -> None:
    op.drop_table("vectors")
    op.drop_index("ix_story_keys_article_seq", table_name="story_keys")
    op.drop_table("story_keys")
    op.drop_table("inputs")
    op.drop_table("fingerprints")
    op.drop_table("analyses")
    op.drop_index(op.f("ix_actor_articles_actor_id"), table_name="actor_articles")
    op.drop_table("actor_articles")
    op.drop_table("comparisons")
    op.drop_index(op.f("ix_articles_story_id"), table_name="articles")
    op.drop_index(op.f("ix_articles_published_sort"), table_name="articles")
    op.drop_index("ix_articles_outlet_id_url", table_name="articles")
    op.drop_index("ix_articles_outlet_id_input_hash", table_name="articles")
    op.drop_table("articles")
    op.drop_table("stories")
    op.drop_table("outlets")
    op.drop_table("counters")
    op.drop_table("actors")
    op.drop_index(op.f("ix_actor_rules_actor_id"), table_name="actor_rules")
    op.drop_table("actor_rules")
    op.drop_table("actor_externals")
    op.drop_index(op.f("ix_actor_aliases_folded"), table_name="actor_aliases")
    op.drop_table("actor_aliases")
