"""The documents are in step with the code, and what they name is there."""

from __future__ import annotations

import pytest

from tests.readme import DOCUMENTS, PARTS, ROOT, filled


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_shows_of_the_code_is_so(document: str) -> None:
    assert filled(document) == (ROOT / document).read_text(encoding="utf-8"), "run: python -m tests.readme"


def test_every_part_is_shown_in_one_document() -> None:
    assert sorted(part for parts in DOCUMENTS.values() for part in parts) == sorted(PARTS)
