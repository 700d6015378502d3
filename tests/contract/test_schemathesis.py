"""Whatever schemathesis sends, answers are as documented. Bounded and the same on every run."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import CHECKS

from api import create_app
from tests.api.texts import BRIDGE_POST, BRIDGE_TIMES, article

EXAMPLES = 12
LEFT_OUT = {
    "positive_data_acceptance": "Not every date or text that fits the schema is one: refusing it is right.",
    "negative_data_rejection": "A header or path is a string whatever is sent.",
    "unsupported_method": "It wants 405 for TRACE from the server in front of us.",
}
"""Checks that do not apply, and why."""
LINES = "application/x-ndjson"


@schemathesis.serializer(LINES)
def sent_lines(_, value):
    """A body of lines as it was generated: a string."""
    return str(value).encode("utf-8", "replace")


@schemathesis.deserializer(LINES)
def answered_lines(_, response):
    """An answer of lines as text, which is what the document calls it."""
    return response.text


APP = create_app({"DATABASE_URL": "sqlite://", "LOG_LEVEL": "CRITICAL"})
for outlet, words in (("post", BRIDGE_POST), ("times", BRIDGE_TIMES)):
    APP.test_client().post("/v1/articles", json=article(outlet, words))
SCHEMA = schemathesis.openapi.from_wsgi("/openapi.json", APP)


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
def test_answers_conform(case):
    left_out = [check for check in CHECKS.get_all() if check.__name__ in LEFT_OUT]
    case.call_and_validate(excluded_checks=left_out)


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_check_that_is_left_out_exists(name):
    assert name in {check.__name__ for check in CHECKS.get_all()}
