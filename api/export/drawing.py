"""Pictures of a report as inline SVG. They hold marks, letters and numbers of ours only, never a word of an article.

Places along a line are per cent of the width, so that a picture fills a phone as well as a screen and its letters keep
their size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import svg
from markupsafe import Markup

from analysis.types import Score, StanceLabel

LANE, HALF, BASE = 30, 11, 14
"""Height of a lane of marks, half the size of a mark, and the room below the line, in pixels."""
APART = 0.11
"""Least distance of two marks in a lane, as a share of the width: a mark's width on a phone."""
NARROW = 22
TRIANGLE = [svg.Point(-13, -9), svg.Point(13, -9), svg.Point(0, 13)]
DIAMOND = [svg.Point(0, -6), svg.Point(6, 0), svg.Point(0, 6), svg.Point(-6, 0)]
"""Corners of shapes around their middle."""
QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A reaction on a strip: how far into the article, whose (a letter) and with what stance."""

    place: float
    letter: str
    stance: StanceLabel


def strip(marks: Sequence[Mark], headline: float) -> Markup:
    """An article from its start to its end: its headline shaded, and a mark where each reaction stands."""
    lanes = _lanes(marks)
    line = LANE * max(1, max(lanes, default=0) + 1)
    drawn: list[svg.Element] = [
        svg.Rect(x=_percent(0), y=0, width=_percent(headline), height=line, class_=["headline"]),
        svg.Line(x1=_percent(0), x2=_percent(1), y1=line, y2=line, class_=["line"]),
        *(_tick(place, line, line + 5) for place in QUARTERS),
    ]
    drawn += [_stem(mark, LANE * lane, line) for mark, lane in zip(marks, lanes, strict=True)]
    drawn += [_mark(mark, LANE * lane) for mark, lane in zip(marks, lanes, strict=True)]
    return _picture("strip", line + BASE, drawn)


def key(stance: StanceLabel) -> Markup:
    """The mark of a stance, as the legend shows it."""
    return _picture("sign", NARROW, [_shape(stance)], NARROW, svg.ViewBoxSpec(-HALF, -HALF, NARROW, NARROW))


def tone(own: Score, quoted: Score) -> Markup:
    """Tone from −1 to 1: the outlet's own voice as a dot with its interval as a bar, the quoted one as a hollow
    diamond with its own."""
    drawn: list[svg.Element] = [_tick((value + 1) / 2, 0, 34, "zero" if value == 0 else "line") for value in (-1, 0, 1)]
    for score, y, name in ((own, 10, "own"), (quoted, 25, "quoted")):
        if score.value is None:
            continue
        if score.interval is not None:
            low, high = (_percent((end + 1) / 2) for end in score.interval)
            drawn.append(svg.Line(x1=low, x2=high, y1=y, y2=y, class_=["bar", name]))
        shape = svg.Circle(cx=0, cy=0, r=5) if name == "own" else svg.Polygon(points=DIAMOND)
        drawn.append(_at((score.value + 1) / 2, y, [svg.G(class_=["dot", name], elements=[shape])]))
    return _picture("tone", 34, drawn)


def _lanes(marks: Sequence[Mark]) -> list[int]:
    """The lane of each mark, in which it overlaps none before it; 0 is the highest."""
    last: list[float] = []
    found = []
    for mark in marks:
        lane = next((lane for lane, place in enumerate(last) if mark.place - place >= APART), len(last))
        last[lane : lane + 1] = [mark.place]
        found.append(lane)
    most = max(found, default=0)
    return [most - lane for lane in found]


def _mark(mark: Mark, top: int) -> svg.Element:
    letter = svg.Text(x=0, y=4, class_=["letter"], text=_plain(mark.letter))
    return _at(mark.place, top + HALF + 2, [_shape(mark.stance), letter])


def _shape(stance: StanceLabel) -> svg.Element:
    """Criticism a triangle on its point, dismissal a square, support a circle: told apart without colour."""
    shapes: dict[str, svg.Element] = {
        "criticism": svg.Polygon(points=TRIANGLE),
        "dismissal": svg.Rect(x=-10, y=-10, width=20, height=20),
        "support": svg.Circle(cx=0, cy=0, r=11),
    }
    return svg.G(class_=["mark", stance], elements=[shapes.get(stance, svg.Circle(cx=0, cy=0, r=4))])


def _stem(mark: Mark, top: int, line: int) -> svg.Element:
    x = _percent(mark.place)
    return svg.Line(x1=x, x2=x, y1=top + HALF, y2=line, class_=["stem"])


def _tick(place: float, top: int, bottom: int, name: str = "line") -> svg.Element:
    x = _percent(place)
    return svg.Line(x1=x, x2=x, y1=top, y2=bottom, class_=[name])


def _at(place: float, y: float, elements: list[svg.Element]) -> svg.Element:
    """Shapes around a place: an inner picture, for paths and polygons know no per cent."""
    return svg.SVG(xmlns=None, x=_percent(place), y=y, overflow="visible", elements=elements)


def _picture(
    name: str, height: int, elements: list[svg.Element], width: int | None = None, box: svg.ViewBoxSpec | None = None
) -> Markup:
    """A picture that readers of a screen pass over: what it shows stands beside it as text."""
    picture = svg.SVG(
        xmlns=None,
        viewBox=box,
        width=_percent(1) if width is None else width,
        height=height,
        class_=[name],
        overflow="visible",
        elements=elements,
        extra={"aria-hidden": "true", "focusable": "false"},
    )
    return Markup(picture.as_str())  # nothing of an article is in it


def _percent(share: float) -> svg.Length:
    return svg.Length(round(100 * min(1.0, max(0.0, share)), 1), "%")


def _plain(letter: str) -> str:
    """Letters and digits only."""
    return "".join(sign for sign in letter if sign.isalnum())
