"""What a reader's language tags mean."""

from __future__ import annotations

import pytest

from analysis.languages import readable


@pytest.mark.parametrize(
    ("tag", "codes"),
    [
        ("sv", ("sv",)), ("sv-SE", ("sv",)), ("EN_gb", ("en",)), ("deu", ("de",)), ("no", ("nb", "nn")),
        ("nor", ("nb", "nn")), ("nn-NO", ("nn",)), ("fi", ("fi",)), ("und", ()), ("", ()), ("*", ()), ("x" * 9, ()),
    ],
)  # fmt: skip
def test_a_tag_means_the_languages_of_its_codes(tag, codes):
    assert readable(tag) == codes
