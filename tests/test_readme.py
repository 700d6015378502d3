"""The README is in step with the code."""

from tests.readme import README, SECTIONS, filled


def test_the_tables_of_the_readme_are_those_of_the_code() -> None:
    text = README.read_text(encoding="utf-8")
    assert all(f"<!-- {name} -->" in text for name in SECTIONS)
    assert filled(text) == text, "run: python -m tests.readme"
