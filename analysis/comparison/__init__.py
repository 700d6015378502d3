"""How several articles tell one story: what each stage says of them, side by side, and the findings that follow."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.claims import find_claims
from analysis.comparison.findings import find
from analysis.comparison.linking import link
from analysis.comparison.measures import compare_frames, compare_prominence, compare_tone
from analysis.comparison.members import Member, members_of, references
from analysis.comparison.reactions import first_reactions, order_differences
from analysis.comparison.sourcing import compare_sources
from analysis.encoders import load_encoder, require_same_encoder
from analysis.encoders.calibration import DEFAULT, Calibration
from analysis.evidence import match
from analysis.overlap import overlap
from analysis.types import Analysed, Comparison, FramingComparison, Method

__all__ = ["compare"]


def compare(items: Sequence[Analysed], calibration: Calibration | None = None) -> Comparison:
    """Compare analysed articles; the order given decides nothing but the order of the answer.

    An article is called by its id, or ``article-1`` … where it has none. ``calibration`` says what the encoder's
    cosines mean; without it, that of the embedded encoder. Raises EncoderMismatchError if the articles' vectors were
    made by different encoders.
    """
    identity = require_same_encoder(*(item.embedding for item in items))
    linked = link(items)
    members = members_of(linked)
    names = [member.id for member in members]
    curves = calibration or calibration_of(identity)
    matches = match(linked, curves.same_claim_probability)
    comparison = Comparison(
        articles=references(members),
        framing=_framing(members),
        sentiment=compare_tone(members),
        overlap=overlap(linked, names, matches),
        claims=find_claims(linked, names, matches),
        sources=compare_sources(members),
        findings=(),
        method=_method(items),
    )
    return find(members, comparison)


def calibration_of(identity: str) -> Calibration:
    """The calibration of the embedded encoder if that has this identity, else general curves."""
    encoder = load_encoder()
    return encoder.calibration if encoder.identity == identity else DEFAULT


def _framing(members: Sequence[Member]) -> FramingComparison:
    return FramingComparison(
        first_reaction=first_reactions(members),
        order_differences=order_differences(members),
        prominence=compare_prominence(members),
        frames=compare_frames(members),
    )


def _method(items: Sequence[Analysed]) -> Method:
    """The method of the analyses compared; versions that differ are all named."""
    methods = [item.analysis.method for item in items]
    versions = sorted({method.version for method in methods})
    data = sorted({method.data_version for method in methods})
    return Method(version=", ".join(versions), encoder=methods[0].encoder, data_version=", ".join(data))
