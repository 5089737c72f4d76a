"""A resident who answers whatever any of the five surveys asks, at random, up to the receipt."""

from collections.abc import Callable

import httpx

from tests.journeys.resident import Resident
from tests.support.five_surveys import Way

MOST_PAGES = 150
"""No way is longer."""

See = Callable[["Wanderer"], None]


class Wanderer(Resident):
    """One resident on one way."""

    def __init__(self, client: httpx.Client, way: Way, language: str) -> None:
        super().__init__(client, language)
        self.survey = way.survey
        self.whim = way.whim(language)
        self.asked_back = 0
        """How often the survey warned that two answers do not go together."""

    def survey_path(self, rest: str = "") -> str:
        return f"/{self.language}/{self.survey}/{rest}"

    @property
    def page_name(self) -> str:
        """The last part of the address: the page's name."""
        return self.path.rpartition("/")[2]

    def wander(self, see: See) -> "Wanderer":
        """From the start page to the receipt; each page that comes is shown to `see`."""
        self.go(self.survey_path())
        for _ in range(MOST_PAGES):
            assert self.status == 200, (self.path, self.mistakes())
            see(self)
            if self.page_name == "receipt":
                return self
            self._go_on()
        raise AssertionError(f"the receipt never came; now at {self.path}")

    def _go_on(self) -> None:
        if self.path == self.survey_path():
            self.go(str(self._one("main a.button")["href"]))
        elif not self.page.select("form.answers"):
            onward = self.page.select_one("main .deeds a.button")
            self.go(str(onward["href"])) if onward else self.submit()
        elif self.page.select("section.notice[role=alert]"):
            self.asked_back += 1
            self.send()
        else:
            self.send(**self.whim.answers_to(self.form()))
