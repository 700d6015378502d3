"""What a finder answers, and how findings are worded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analysis.comparison.members import Member
from analysis.types import ArticleSpan, Finding

MAX_LISTED = 4


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something that articles can differ in: its name in plain words, the findings, and what was looked at.

    ``tested`` says on how many observations the answer rests (``21 and 34 sentences``); empty if nothing could be
    tested, and then nothing is said of the dimension.
    """

    name: str
    findings: tuple[Finding, ...]
    tested: str = ""


def finding(
    kind: str, summary: str, members: Sequence[Member], effect: float, evidence: Iterable[ArticleSpan]
) -> Finding:
    """A finding on these articles."""
    articles = tuple(member.id for member in members)
    outlets = tuple(dict.fromkeys(member.outlet for member in members))
    return Finding(kind, summary, articles, outlets, effect, tuple(evidence))


def no_difference(members: Sequence[Member], dimension: Dimension) -> Finding | None:
    """That a dimension was tested and shows no difference; ``None`` if it shows one or could not be tested."""
    if dimension.findings or not dimension.tested:
        return None
    summary = f"No measurable difference in {dimension.name} ({dimension.tested})."
    return finding("no_measurable_difference", summary, members, 0.0, ())


def enumerate_names(names: Sequence[str], limit: int = MAX_LISTED) -> str:
    """``a``, ``a and b``, ``a, b and c``, ``a, b, c, d and 3 more``."""
    shown = list(names) if len(names) <= limit else [*names[:limit], f"{len(names) - limit} more"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def possessive(name: str) -> str:
    """``Anna's``, ``Lukas'``."""
    return f"{name}'" if name.endswith(("s", "x", "z")) else f"{name}'s"


def counted(numbers: Sequence[int], unit: str) -> str:
    """How many observations each article gave: ``12 and 30 sentences``; the range where there are many articles."""
    if len(numbers) > MAX_LISTED:
        return f"{min(numbers)} to {max(numbers)} {unit} in {len(numbers)} articles"
    return f"n = {enumerate_names([str(number) for number in numbers])} {unit}"
