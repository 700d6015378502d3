"""Schemas are written by hand; they say what the typed objects hold, no less and no more."""

from __future__ import annotations

import typing
from dataclasses import fields, is_dataclass

import marshmallow as ma
import pytest

import analysis.types as library
from analysis import metrics, profiles
from api.resources.actors import schemas as actors
from api.resources.analyses import attribution, measures
from api.resources.analyses import schemas as analyses
from api.resources.articles import schemas as articles
from api.resources.comparisons import schemas as comparisons
from api.resources.comparisons import timeline
from api.resources.outlets import schemas as outlets
from api.resources.reference import schemas as reference
from api.resources.shared import schemas as shared
from api.resources.stories import schemas as stories
from api.services import articles as article_service
from api.store import records

ROOMS = (attribution, measures, analyses, comparisons, timeline, outlets, reference, shared)
UNPUBLISHED = {"Actor": {"gender"}}
"""Fields that do not leave the service: grammatical gender only serves to find whom a pronoun means."""
ADDED = {"OutletProfile": {"links"}}
ENTRIES = {"Wording": comparisons.ClaimSchema().fields["wordings"]}
"""Dataclasses that have no schema: on the wire each is an entry of an object, which the field makes."""
RENAMED = {"Article": "AnalysedArticle", "Target": "Target"}
RECORDS = (
    (articles.ArticleSummarySchema, records.ArticleRecord, {"seq"}, {"links"}),
    (articles.ArticleSchema, article_service.StoredArticle, set(), {"links"}),
    (stories.StorySchema, records.StoryRecord, {"seq", "version"}, {"links", "article_count"}),
    (outlets.OutletSchema, records.OutletRecord, {"seq"}, {"links"}),
    (actors.StoredActorSchema, records.ActorRecord, {"seq"}, {"links"}),
    (analyses.ArticleInputSchema, library.ArticleInput, set(), set()),
)


def published() -> list[type]:
    """Every dataclass that is part of an analysis, a comparison, a profile or the table of measures."""
    found: list[type] = []
    waiting: list[object] = [
        library.Analysis,
        library.Comparison,
        library.Target,
        profiles.OutletProfile,
        metrics.Metric,
    ]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and is_dataclass(kind) and kind not in found:
            found.append(kind)
            waiting += typing.get_type_hints(kind).values()
        waiting += typing.get_args(kind)
    return found


def schema_of(name: str) -> type[ma.Schema]:
    """The schema of a dataclass, found by its name."""
    wanted = RENAMED.get(name, name) + "Schema"
    return next(getattr(room, wanted) for room in ROOMS if hasattr(room, wanted))


@pytest.mark.parametrize("kind", published(), ids=lambda kind: kind.__name__)
def test_a_schema_has_the_fields_of_its_dataclass(kind):
    name = kind.__name__
    if name in ENTRIES:
        assert [item.name for item in fields(kind)] == list(ENTRIES[name].attributes)
        return
    own = {item.name for item in fields(kind)} - UNPUBLISHED.get(name, set())
    assert set(schema_of(name)().fields) == own | ADDED.get(name, set())


@pytest.mark.parametrize(("schema", "kind", "hidden", "added"), RECORDS, ids=lambda item: getattr(item, "__name__", ""))
def test_a_schema_has_the_fields_of_its_record(schema, kind, hidden, added):
    assert set(schema().fields) == {item.name for item in fields(kind)} - hidden | added


def choices() -> list[tuple[str, str, set[str]]]:
    """Dataclass, field and allowed values of every field that is a choice, null aside."""
    found = []
    for kind in published():
        for name, hint in typing.get_type_hints(kind).items():
            options = [hint, *typing.get_args(hint)]
            literal = next((option for option in options if typing.get_origin(option) is typing.Literal), None)
            if literal is not None and name not in UNPUBLISHED.get(kind.__name__, ()):
                found.append((kind.__name__, name, set(typing.get_args(literal))))
    return found


@pytest.mark.parametrize(("kind", "name", "values"), choices())
def test_a_choice_has_the_values_of_its_type(kind, name, values):
    [validator] = schema_of(kind)().fields[name].validators
    assert set(validator.choices) - {None} == values


def test_entries_are_written_as_an_object():
    wordings = (library.Wording("de", "Die Brücke kostet 40 Millionen."), library.Wording("en", "It costs 40 million."))
    claim = library.Claim("c", "It costs 40 million.", (), (), (), wordings)
    written = {"de": "Die Brücke kostet 40 Millionen.", "en": "It costs 40 million."}
    assert comparisons.ClaimSchema().dump(claim)["wordings"] == written
    assert ma.Schema.dump(comparisons.ClaimSchema(), claim)["wordings"] == written
    assert comparisons.ClaimSchema().dump(library.Claim("c", "It costs 40 million.", (), (), ()))["wordings"] == {}


def test_a_missing_attribute_is_an_error_and_not_an_omission():
    with pytest.raises((AttributeError, KeyError)):
        shared.SpanSchema().dump({"start": 1, "end": 2})
