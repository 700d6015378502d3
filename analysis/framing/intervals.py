"""95 % intervals of shares and rates, in closed form."""

from __future__ import annotations

from math import sqrt

Z = 1.959964
"""Quantile .975 of the normal distribution."""


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Interval of a share (Wilson 1927), inside [0, 1] for any n > 0."""
    share, square = hits / n, Z * Z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = Z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))


def poisson(count: int) -> tuple[float, float]:
    """Interval of an expected count: Byar's approximation to the exact Poisson limits (Breslow & Day 1987)."""
    low = 0.0 if count == 0 else count * (1 - 1 / (9 * count) - Z / (3 * sqrt(count))) ** 3
    upper = count + 1
    return max(0.0, low), upper * (1 - 1 / (9 * upper) + Z / (3 * sqrt(upper))) ** 3
