"""A comparison as one HTML page that holds all it needs: no script, nothing from elsewhere."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from analysis.types import Finding, Param, Score
from api.export.days import Days, days
from api.export.material import Material
from api.export.passages import Witness, witnesses
from api.export.sections import Matrix, Order, SourceRow, ToneRows, excerpt, matrix, order, sources, tones

TEMPLATES = Path(__file__).parent / "templates"
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that HTML has no place for."""
TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of all that follows; marks that only tell the direction of their neighbours stay."""
NOTHING = "no_measurable_difference"
SANDBOX = "base-uri 'none'; form-action 'none'"


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding as the report tells it: its kind in words, what was compared, by article, and the proof."""

    finding: Finding
    kind: str
    values: tuple[tuple[str, str], ...]
    proof: list[Witness]


@dataclass(frozen=True, slots=True)
class Sections:
    """What the report shows below its head."""

    findings: list[ToldFinding]
    nothing: list[Finding]
    order: Order
    matrix: Matrix
    tones: ToneRows
    sources: list[SourceRow]
    timeline: Days


def as_html(material: Material) -> str:
    """The report."""
    page = _environment().get_template("report.html")
    return page.render(material=material, shown=_sections(material), style=style(), policy=policy(frames=False))


def policy(*, frames: bool = True) -> str:
    """What the page may do (Content Security Policy): show itself in its own style, and nothing else.

    ``frames`` says too that no page may frame it, which only a header can say.
    """
    digest = b64encode(sha256(style().encode()).digest()).decode()
    told = f"default-src 'none'; style-src 'sha256-{digest}'; {SANDBOX}"
    return f"{told}; frame-ancestors 'none'" if frames else told


@cache
def style() -> Markup:
    """The style sheet."""
    return Markup((TEMPLATES / "report.css").read_text(encoding="utf-8"))  # our own file


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(score=score, excerpt=excerpt, words=words)
    return environment


def _visible(value: object) -> object:
    """What is written into the page, without what would break it or turn it round."""
    if value is None or isinstance(value, Markup):
        return "" if value is None else value
    return CONTROLS.sub("\N{REPLACEMENT CHARACTER}", TURNING.sub("", str(value)))


def _sections(material: Material) -> Sections:
    findings = material.comparison.findings
    return Sections(
        findings=[_told(material, one) for one in findings if one.kind != NOTHING],
        nothing=[one for one in findings if one.kind == NOTHING],
        order=order(material),
        matrix=matrix(material),
        tones=tones(material),
        sources=sources(material),
        timeline=days(material),
    )


def _told(material: Material, finding: Finding) -> ToldFinding:
    values = tuple(
        (material.labels.get(name, words(name)), _value(material, value)) for name, value in finding.values.items()
    )
    return ToldFinding(finding, words(finding.kind), values, witnesses(material, finding.evidence))


def _value(material: Material, value: Param) -> str:
    """A compared value in words; an actor's id becomes the actor's name."""
    if isinstance(value, tuple | list):
        return ", ".join(_value(material, one) for one in value)
    if isinstance(value, float):
        return f"{value:.2f}".replace("-", "−")
    return material.names.get(str(value), str(value))


def words(name: str) -> str:
    """A name of ours in words."""
    return name.replace("_", " ")


def score(value: Score) -> str:
    """A score with its interval and number of observations, or why there is none."""
    if value.value is None:
        return words(value.reason or "")
    told = _signed(value.value)
    if value.interval is not None:
        told += f" [{_signed(value.interval[0])} to {_signed(value.interval[1])}]"
    return f"{told}, n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{value.n}"


def _signed(value: float) -> str:
    rounded = round(value, 2)
    return f"{rounded:+.2f}".replace("-", "−") if rounded else "0.00"
