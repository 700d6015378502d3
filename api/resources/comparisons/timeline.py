"""When the articles of a comparison were published, and the dates that they mention."""

from __future__ import annotations

from typing import Any, get_args

from marshmallow import fields

from analysis.types import DateBasis
from api.extensions import ResponseSchema
from api.extensions import fields as f
from api.resources.shared.schemas import SpanSchema, date

DATE_BASES: tuple[str, ...] = get_args(DateBasis)


def article_id() -> fields.String:
    """Id of an article of the comparison."""
    return f.text("Id of the article: the stored one, or `article-1` … in a stateless request.", example="article-1")


def article_ids(description: str) -> fields.List[Any]:
    """Ids of articles of the comparison."""
    return f.listed(fields.String(), description, example=["article-1"])


class ArticleSpanSchema(SpanSchema):
    """A span together with the article it is in."""

    article = article_id()


class PublishedArticleSchema(ResponseSchema):
    """An article and when it was published."""

    article = article_id()
    published_at = date("When it was published.")


class DateMentionSchema(ArticleSpanSchema):
    """Words of an article that name a date."""

    basis = f.text(
        "Whether the words name the date themselves, or as seen from the day of publication (*yesterday*, *on "
        "Tuesday*, *3 May* without a year).",
        one_of=DATE_BASES,
        example="stated",
    )
    sentence = f.nested(SpanSchema, "The sentence, which says what happened then.")
    claim = f.text("Id of the claim that the sentence makes.", allow_none=True, example="b7c4538d8fa0")


class TimelineDateSchema(ResponseSchema):
    """A date, as precise as the articles name it, with all that they date so."""

    date = date("The date.")
    mentions = f.listed(DateMentionSchema, "The words that name it, article by article.")


class TimelineSchema(ResponseSchema):
    """When the articles were published, and the dates that they mention."""

    published = f.listed(PublishedArticleSchema, "The articles, first published first.")
    undated = article_ids("Articles of which it is not known when they were published.")
    dates = f.listed(TimelineDateSchema, "The dates, earliest first.")
