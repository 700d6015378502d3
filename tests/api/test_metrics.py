"""Every number and every label of an answer is explained by ``GET /v1/metrics``."""

from __future__ import annotations

from collections.abc import Iterator

import marshmallow as ma
import pytest
from marshmallow import fields

from analysis.metrics import METRICS
from analysis.resources import languages, rows
from api.resources.analyses.measures import LoadedTermSchema
from api.resources.analyses.schemas import AnalysisSchema
from api.resources.comparisons.schemas import ComparisonSchema
from api.resources.outlets.schemas import OutletProfileSchema
from api.resources.shared.schemas import ScoreSchema

EXPLAINED_BY = {
    "article.language.confidence": "article.language",
    "actors.type": "actors",
    "actors.mentions.kind": "actors",
    "actors.prominence.mention_share": "actors.prominence.score",
    "actors.prominence.quoted_word_share": "actors.prominence.score",
    "quotes.kind": "quotes",
    "quotes.stance.label": "quotes.stance",
    "quotes.stance.confidence": "quotes.stance",
    "sources.type": "sources",
    "framing.reactions.stance": "quotes.stance",
    "framing.frames.frame": "framing.frames",
    "framing.frames.score": "framing.frames",
    "framing.loaded_language.voice": "framing.loaded_language",
    "framing.loaded_language.category": "framing.loaded_language",
    "framing.evidentiality.status": "framing.evidentiality",
    "framing.evidentiality_shares.status": "framing.evidentiality_shares",
    "framing.evidentiality_shares.share": "framing.evidentiality_shares",
    "readability.score": "readability.lix",
    "targets.label": "targets.sentiment",
    "timeline.dates.date.source": "timeline",
    "timeline.dates.mentions.basis": "timeline",
    "framing.first_reaction.stance": "quotes.stance",
    "framing.order_differences.a.stance": "quotes.stance",
    "framing.order_differences.b.stance": "quotes.stance",
    "framing.prominence.by_article.prominence.score": "actors.prominence.score",
    "framing.prominence.by_article.prominence.mention_share": "actors.prominence.score",
    "framing.prominence.by_article.prominence.quoted_word_share": "actors.prominence.score",
    "framing.prominence.spread": "framing.spread",
    "framing.frames.by_article.score": "framing.frames",
    "framing.frames.spread": "framing.spread",
    "sentiment.by_article.outlet_voice": "actors.sentiment.outlet_voice",
    "sentiment.by_article.quoted_voice": "actors.sentiment.quoted_voice",
    "overlap.pairs.similarity": "overlap.similarity",
    "overlap.pairs.covered_a_by_b": "overlap.covered",
    "overlap.pairs.covered_b_by_a": "overlap.covered",
    "overlap.pairs.verbatim_share": "overlap.verbatim_share",
    "claims.present.similarity": "claims.similarity",
    "claims.present.confidence": "claims.confidence",
    "claims.present.relation": "claims.relation",
    "claims.present.certainty": "claims.certainty",
    "claims.present.vouched_by": "claims.vouched_by",
    "claims.reasons.reason": "claims.reasons",
    **{
        f"actors.role.{voice}.{part}": f"actors.role.{voice}"
        for voice in ("outlet_voice", "quoted_voice")
        for part in ("label", "interval", *(f"probabilities.{one}" for one in ("hero", "villain", "victim", "none")))
    },
}
"""Measures whose name is not their place in the answer."""
NOT_MEASURED = ("precision", "published_at.source", "updated_at.source", "sentences.role")


def measures(schema: ma.Schema, at: str = "") -> Iterator[str]:
    """Places of scores, numbers and labels in an answer; offsets and counts are whole numbers and measure nothing."""
    for name, field in schema.fields.items():
        while isinstance(field, fields.List):
            field = field.inner
        place = f"{at}.{name}".strip(".")
        if isinstance(field, fields.Nested) and not isinstance(field.schema, ScoreSchema):
            yield from measures(field.schema, place)
        elif measured(field) and not place.endswith(NOT_MEASURED):
            yield place


def measured(field: fields.Field) -> bool:
    """Whether a field is a score, a number or a label; a string that may be anything is none."""
    return isinstance(field, fields.Nested | fields.Float) or (isinstance(field, fields.String) and field.validators)


@pytest.mark.parametrize("schema", [AnalysisSchema, ComparisonSchema])
def test_every_measure_of_an_answer_is_described(schema):
    described = {metric.name for metric in METRICS}
    places = list(measures(schema()))
    assert len(places) > 10
    assert [place for place in places if EXPLAINED_BY.get(place, place) not in described] == []


def test_every_score_of_a_profile_is_a_measure_of_an_article():
    own = {place.rsplit(".", 1)[-1] for place in measures(AnalysisSchema())} | {"lix", "prominence", "share"}
    of_profile = {place.rsplit(".", 1)[-1] for place in measures(OutletProfileSchema())}
    assert of_profile
    assert of_profile <= own
    assert "profile" in {metric.name for metric in METRICS}


def test_the_table_that_is_served_is_that_of_the_library(client):
    served = client.get("/v1/metrics").get_json()["data"]
    assert [item["name"] for item in served] == [metric.name for metric in METRICS]
    for item, metric in zip(served, METRICS, strict=True):
        assert item["languages"] == list(metric.languages)
        assert [figure["value"] for figure in item["quality"]] == [figure.value for figure in metric.quality]


@pytest.mark.parametrize("code", languages())
def test_categories_and_intensities_of_loaded_words_are_those_of_the_schema(code):
    published = LoadedTermSchema().fields
    assert {row[1] for row in rows(code, "loaded")} == set(published["category"].validators[0].choices)
    low, high = published["intensity"].validators[0].min, published["intensity"].validators[0].max
    assert {int(row[2]) for row in rows(code, "loaded")} == set(range(low, high + 1))


def test_each_measure_of_readability_of_an_article_is_described(client):
    body = client.post("/v1/analyses", json={"outlet": "post", "text": "A few words.", "language": "en"}).get_json()
    described = {metric.name for metric in METRICS}
    assert body["readability"]
    assert {f"readability.{item['measure']}" for item in body["readability"]} <= described
