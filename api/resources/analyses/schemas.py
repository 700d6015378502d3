"""The analysis of an article, and the article input that it is made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import marshmallow as ma
from marshmallow import validate

from analysis.budget import READ_CHARACTERS, READ_PIECES
from analysis.cleaning.limits import MAX_ATTRIBUTE_PAIRS, MAX_DEPTH, MAX_ELEMENTS, MAX_HTML
from analysis.cleaning.reasons import BEYOND
from analysis.text import MAX_CHARACTERS, MAX_WORD
from analysis.types import ArticleInput, Target
from api.extensions import RequestSchema, ResponseSchema
from api.extensions import fields as f
from api.extensions.schemas import ID_PATTERN
from api.resources.analyses.attribution import ActorSchema, QuoteSchema, SourceSchema, SourcingSchema
from api.resources.analyses.measures import FramingSchema, ReadabilitySchema, TargetSentimentSchema
from api.resources.shared.examples import LANGUAGE
from api.resources.shared.schemas import LanguageSchema, MethodSchema, RemovedSchema, ScoreSchema
from api.resources.shared.schemas import date as date_field

LANGUAGE_PATTERN = r"^[a-z]{2,3}$"
DATE_PATTERN = re.compile(r"\d{4}(-\d\d(-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?([Zz]|[+-]\d\d:\d\d)?)?)?)?", re.ASCII)
ROLES = ("headline", "lead", "body", "caption", "subheading", "list")
EXAMPLE_TEXT = (
    "Minister defends the bridge\n\n“We had no choice,” the minister Ana Lind told reporters on Monday. "
    "The opposition called the decision reckless."
)
EXAMPLE_ARTICLE = {"outlet": "harbour-post", "text": EXAMPLE_TEXT, "language": LANGUAGE, "published_at": "2026-03-02"}


def readable_date(value: str) -> None:
    """Refuse what is no date of the calendar: an RFC 3339 instant, a day, a month or a year."""
    if not DATE_PATTERN.fullmatch(value):
        raise ma.ValidationError("Not an RFC 3339 instant, nor a date such as 2026-03-02, 2026-03 or 2026.")
    try:
        if len(value) > len("2026-03-02"):
            datetime.fromisoformat(value.upper())
        else:
            date.fromisoformat(value + "0001-01-01"[len(value) :])
    except ValueError as error:
        raise ma.ValidationError("There is no such date.") from error


class ArticleInputSchema(RequestSchema):
    """An article as it comes in; exactly one of `text` and `html`."""

    outlet = f.text(
        "Id of the outlet; one that is not known is registered by its first article.",
        checks=[f.Whole(ID_PATTERN)],
        example="harbour-post",
    )
    text = f.text(
        f"The article as plain text. A word has at most {MAX_WORD:,} characters; an operator may set a lower limit of "
        f"the whole. At most {READ_CHARACTERS:,} characters, or {READ_PIECES:,} pieces of words, are read: 5,000 words "
        f"and more; the rest stands in `removed` with the reason `{BEYOND}`. With `clean: false` the text stays whole "
        "all the same.",
        required=False,
        metadata={"maxLength": MAX_CHARACTERS},
        example=EXAMPLE_TEXT,
    )
    html = f.text(
        f"The page as HTML, of at most {MAX_ELEMENTS:,} elements nested {MAX_DEPTH:,} deep, of at most "
        f"{MAX_ATTRIBUTE_PAIRS:,} pairs of attributes of one element; an operator may set a lower limit of the whole.",
        required=False,
        metadata={"maxLength": MAX_HTML},
        example="<article><h1>Minister defends the bridge</h1>…</article>",
    )
    headline = f.text(
        "The headline, if it is not in the text.",
        required=False,
        allow_none=True,
        checks=[validate.Length(max=1000)],
        example="Minister defends the bridge",
    )
    url = f.text(
        "Where the article was published; at most 2,000 bytes in UTF-8.",
        required=False,
        allow_none=True,
        checks=[f.Bytes(1, 2000)],
        example="https://harbour-post.example/bridge",
    )
    published_at = f.text(
        "RFC 3339 instant, or a date, month or year (ISO 8601).",
        required=False,
        allow_none=True,
        checks=[readable_date],
        example="2026-03-02T08:15:00Z",
    )
    language = f.text(
        "ISO 639-1 code; detected if it is left out. `no` is read as `nb` or `nn`.",
        required=False,
        allow_none=True,
        checks=[f.Whole(LANGUAGE_PATTERN)],
        example=LANGUAGE,
    )
    external_id = f.text(
        "The client's own id of the article, unique within the outlet.",
        required=False,
        allow_none=True,
        checks=[validate.Length(1, 500)],
        example="bridge-4711",
    )
    story = f.text(
        "Id of the story to put the article into; created if it is new. Only for stored articles.",
        required=False,
        allow_none=True,
        checks=[f.Whole(ID_PATTERN)],
        example="bridge-decision",
    )
    clean = f.boolean(
        "Find and remove boilerplate; with false the text is taken as it is, so that offsets agree.",
        required=False,
        load_default=True,
        example=True,
    )

    @ma.validates_schema
    def one_form(self, data: Mapping[str, Any], **_: Any) -> None:
        """Exactly one of text and html."""
        if ("text" in data) == ("html" in data):
            raise ma.ValidationError("Exactly one of text and html is required.", "text")

    @ma.post_load
    def build(self, data: dict[str, Any], **_: Any) -> Any:
        """The library's type."""
        return ArticleInput(**data)


class TargetSchema(RequestSchema):
    """Something to score the tone toward: a place in the text (only with `clean: false`), or a name."""

    start = f.integer("Offset of its first character.", required=False, example=62)
    end = f.integer("Offset after its last character.", required=False, example=70)
    name = f.text("Its name.", required=False, checks=[validate.Length(1, 500)], example="Ana Lind")

    @ma.validates_schema
    def one_form(self, data: Mapping[str, Any], **_: Any) -> None:
        """A place or a name."""
        placed = "start" in data and "end" in data
        if ("start" in data) != ("end" in data) or placed == ("name" in data):
            raise ma.ValidationError("Either start and end, or name.")
        if placed and data["start"] >= data["end"]:
            raise ma.ValidationError("A target ends after it starts.", "end")

    @ma.post_load
    def build(self, data: dict[str, Any], **_: Any) -> Target:
        """The library's type."""
        return Target(**data)


class AnalysisRequestSchema(ArticleInputSchema):
    """An article to analyse, with what to score the tone toward beside its actors."""

    targets = f.listed(
        TargetSchema,
        "Names or places to score the tone toward.",
        required=False,
        validate=validate.Length(max=200),
        example=[{"name": "Ana Lind"}],
    )

    @ma.validates_schema
    def places_need_raw_text(self, data: Mapping[str, Any], **_: Any) -> None:
        """Offsets mean something only in a text that is taken as it is."""
        placed = any(target.start is not None for target in data.get("targets", ()))
        if placed and (data["clean"] or "html" in data):
            raise ma.ValidationError("Targets by place need `text` and `clean: false`.", "targets")

    @ma.post_load
    def build(self, data: dict[str, Any], **_: Any) -> tuple[ArticleInput, list[Target] | None]:
        """The library's types."""
        targets = data.pop("targets", None)
        return ArticleInput(**data), targets


class AnalysedArticleSchema(ResponseSchema):
    """The cleaned article; every span refers to its `text`."""

    id = f.text("Id of the stored article; null if it is not stored.", allow_none=True, example="art-5f0c2d9b1e7a4c88")
    outlet = f.text("Id of the outlet.", example="harbour-post")
    headline = f.text("The headline, if there is one.", allow_none=True, example="Minister defends the bridge")
    text = f.text("The article's text after cleaning.", example=EXAMPLE_TEXT)
    language = f.nested(LanguageSchema, "Its language.")
    url = f.text("Where it was published.", allow_none=True, example="https://harbour-post.example/bridge")
    external_id = f.text("The client's own id.", allow_none=True, example="bridge-4711")
    published_at = date_field("When it was published, as exactly as that is known.")
    updated_at = date_field("When it was updated.")
    removed = f.listed(RemovedSchema, "What cleaning took out.")


class SentenceSchema(ResponseSchema):
    """A sentence, in text order."""

    index = f.integer("Number of the sentence, from 0.", example=0)
    start = f.integer("Offset of its first character.", example=0)
    end = f.integer("Offset after its last character.", example=27)
    role = f.text("What part of the article it is in.", one_of=ROLES, example="headline")


class AnalysisSchema(ResponseSchema):
    """Everything the service says of one article."""

    article = f.nested(AnalysedArticleSchema, "The cleaned article.")
    sentences = f.listed(SentenceSchema, "Its sentences.")
    actors = f.listed(ActorSchema, "Who and what acts in it, with all mentions.")
    quotes = f.listed(QuoteSchema, "What somebody is reported to have said, in text order.")
    sources = f.listed(SourceSchema, "Where the article has something from.")
    sourcing = f.nested(SourcingSchema, "How much of it stands on others' reporting.")
    framing = f.nested(FramingSchema, "How it frames the story.")
    tone = f.nested(ScoreSchema, "Tone of the whole article in [-1, 1]; a by-product, read actors' tones first.")
    readability = f.listed(ReadabilitySchema, "How hard it is to read.")
    method = f.nested(MethodSchema, "What the numbers were made with.")
    targets = f.listed(TargetSentimentSchema, "Tone toward the targets asked for; null if none were.", allow_none=True)
