"""Where things stand in a chart: per cent across, lines of text down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from engage.web.charts.element import element

INSET = 7  # per cent of the width on either side of the axis: half of "100%" on a small phone
TICKS = (0, 25, 50, 75, 100)


@dataclass
class Canvas:
    """Collects elements from top to bottom.

    Across, places are in per cent of the width and down in em, so the letters keep the size of the
    page's text on a phone and on a wide screen, which a viewBox would scale away.
    """

    number: Callable[[int], str]
    rtl: bool
    y: float = 0
    parts: list[Markup] = field(default_factory=list)

    @property
    def leading(self) -> float:
        """Height of a line in em; Nastaliq hangs low."""
        return 2.3 if self.rtl else 1.5

    @property
    def start(self) -> str:
        """The side where reading starts."""
        return "100%" if self.rtl else "0%"

    @property
    def end(self) -> str:
        """The other side."""
        return "0%" if self.rtl else "100%"

    def across(self, percentage: int) -> str:
        """The place of a percentage on the axis."""
        place = INSET + percentage * (100 - 2 * INSET) / 100
        return f"{100 - place if self.rtl else place:g}%"

    def draw(self, name: str, *content: str, **attributes: str | float) -> None:
        """Adds an element."""
        self.parts.append(element(name, *content, **attributes))

    def write(self, words: str, name: str, x: str, anchor: str = "start", **more: str) -> None:
        """Adds a line of text at the current height."""
        y = f"{self.y + 0.7 * self.leading:g}em"
        style = f"chart-text {name}"
        self.draw(
            "text", words, class_=style, x=x, y=y, text_anchor=anchor, fill="currentColor", **more
        )

    def stroke(self, name: str, x: tuple[str, str], y: tuple[float, float]) -> None:
        """Adds a straight line between two places, at heights in em."""
        places = {"x1": x[0], "x2": x[1], "y1": f"{y[0]:g}em", "y2": f"{y[1]:g}em"}
        self.draw("line", class_=name, stroke="currentColor", **places)

    def dot(self, x: str, y: float) -> None:
        """Adds the dot of a share."""
        self.draw("circle", class_="chart-dot", cx=x, cy=f"{y:g}em", r=6.5, fill="currentColor")

    def marker(self, x: str, y: float) -> None:
        """Adds the diamond of a share to compare with: a shape of its own that a dot fits into."""
        outline = {"class_": "chart-marker", "fill": "none", "stroke": "currentColor"}
        diamond = element("path", d="M0-11 11 0 0 11-11 0Z", stroke_width=2, **outline)
        self.draw("svg", diamond, x=x, y=f"{y:g}em", overflow="visible")

    def svg(self, id_: str, title: str, description: str) -> Markup:
        """The whole, as an image with a name and a description."""
        return element(
            "svg",
            element("title", title, id=f"{id_}-title"),
            element("desc", description, id=f"{id_}-desc"),
            *self.parts,
            class_="chart",
            role="img",
            aria_labelledby=f"{id_}-title",
            aria_describedby=f"{id_}-desc",
            direction="rtl" if self.rtl else "ltr",
            width="100%",
            height=f"{self.y:g}em",
        )
