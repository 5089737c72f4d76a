"""Whole percentages and intervals of a proportion."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist


def whole_percentage(count: int, base: int) -> int | None:
    """100 * count / base as a whole number, half rounded up; None when the base is 0.

    Each percentage is rounded by itself, so those of one row need not add up to 100.
    """
    if base == 0:
        return None
    return (200 * count + base) // (2 * base)


def wilson(share: float, n: int, level: float = 0.95) -> tuple[float, float]:
    """The score interval of a proportion: lowest and highest share, each between 0 and 1.

    `share` is the observed proportion (0 to 1) among `n` respondents. The interval is model-based:
    it holds if those who answered are like those who did not.
    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22 (1927), pages 209 to 212.
    Raises ValueError for a share outside 0 to 1, an empty n or a level outside 0 to 1.
    """
    if not 0 <= share <= 1 or n < 1 or not 0 < level < 1:
        raise ValueError("a share and a level between 0 and 1, and at least one respondent")
    z = NormalDist().inv_cdf((1 + level) / 2)
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    # The bounds hold the share itself; floating point may miss it by its last bit.
    return max(0.0, min(middle - half, share)), min(1.0, max(middle + half, share))
