"""What the service knows of languages, measures and problems."""

from __future__ import annotations

from marshmallow import fields

from api.extensions import ResponseSchema
from api.extensions import fields as f
from api.resources.shared.examples import LANGUAGE, OTHER_LANGUAGE


class SupportedLanguageSchema(ResponseSchema):
    """A language with word data."""

    code = f.text("ISO 639-1 code.", example=OTHER_LANGUAGE)
    name = f.text("Its English name.", example="Swedish")
    own_name = f.text("Its own name.", example="svenska")
    metrics = f.listed(fields.String(), "Names of the measures that hold in it.", example=["readability.lix"])


class LanguagesSchema(ResponseSchema):
    """Every supported language."""

    data = f.listed(SupportedLanguageSchema, "The languages, by code.")


class QualitySchema(ResponseSchema):
    """How good a measure was on human-annotated data."""

    set = f.text("Name of the data set.", example="NewsMTSC")
    language = f.text("Code of its language.", example=LANGUAGE)
    measure = f.text("What was measured.", example="macro_f1")
    value = f.number("The figure.", example=0.683)
    n = f.integer("Observations it rests on.", example=1703)


class MetricSchema(ResponseSchema):
    """A measure: what it means and how far it can be trusted."""

    name = f.text("Its place in the answers, or what of them it explains.", example="actors.sentiment.outlet_voice")
    title = f.text("Its name in words.", example="Tone toward an actor")
    meaning = f.text("What it says.", example="Attitude of the outlet's own words toward the actor.")
    range = f.text("Values it can have.", example="[-1, 1]")
    unit = f.text("Its unit.", example="difference of probabilities")
    languages = f.listed(fields.String(), "Codes of the languages it holds in.", example=[LANGUAGE, OTHER_LANGUAGE])
    source = f.text("Method and literature.", example="Target-dependent classifier.")
    weaknesses = f.text("What it gets wrong.", example="Irony is missed.")
    quality = f.listed(
        QualitySchema, "How good it was when it was last measured; empty where no annotated set was at hand."
    )


class MetricsSchema(ResponseSchema):
    """Every measure."""

    data = f.listed(MetricSchema, "The measures.")


class ProblemTypeSchema(ResponseSchema):
    """A kind of problem."""

    name = f.text("Its name.", example="validation")
    uri = f.text("Its `type` in problems.", example="/problems/validation")
    status = f.integer("Its HTTP status.", 400, 599, example=422)
    title = f.text("What it is.", example="The request does not fit the schema")
    meaning = f.text("What it means, and what to do.", example="`errors` names each field.")


class ProblemTypesSchema(ResponseSchema):
    """Every kind of problem."""

    data = f.listed(ProblemTypeSchema, "The kinds of problem.")
