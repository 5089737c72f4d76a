"""A resident in a real browser who answers whatever comes, at random, up to the receipt."""

from collections.abc import Callable
from typing import Any

from bs4 import BeautifulSoup
from playwright.sync_api import Page

from tests.browser.walking import go_on, name_of, press
from tests.support.five_surveys import Way

MOST_PAGES = 150
"""No way is longer."""

STATE = """() => ({
  lang: document.documentElement.lang,
  dir: document.documentElement.dir,
  title: document.title,
  headings: document.querySelectorAll('h1').length,
  width: document.documentElement.scrollWidth - innerWidth,
  text: document.body.innerText,
  form: document.querySelector('form.answers')?.outerHTML ?? '',
  asked_back: document.querySelector('section.notice[role=alert]') !== null,
})"""

State = dict[str, Any]
See = Callable[[str, State], None]


class Wandering:
    """Somebody on one way; each page that comes is shown to `see` with its state."""

    def __init__(self, page: Page, way: Way, language: str) -> None:
        self.page, self.survey, self.language = page, way.survey, language
        self.whim = way.whim(language)

    def wander(self, root: str, see: See) -> None:
        """From the survey's start page to the receipt."""
        start = f"/{self.language}/{self.survey}/"
        self.page.goto(root + start)
        for _ in range(MOST_PAGES):
            name = "start" if self.page.url == root + start else name_of(self.page)
            state: State = self.page.evaluate(STATE)
            see(name, state)
            if name == "receipt":
                return
            self._go_on(state)
        raise AssertionError(f"the receipt never came; now at {self.page.url}")

    def _go_on(self, state: State) -> None:
        if not state["form"]:
            press(self.page, "main a.button, form[action$='/send'] button.button")
            return
        if not state["asked_back"]:
            self._answer(state["form"])
        go_on(self.page)

    def _answer(self, form: str) -> None:
        read = BeautifulSoup(form, "html.parser")
        for name, values in self.whim.answers_to(read).items():
            for value in values:
                self._fill(name, value)

    def _fill(self, name: str, value: str) -> None:
        field = self.page.locator(f'[name="{name}"]').first
        box = self.page.locator(f'.choice:has([name="{name}"][value="{value}"])')
        if box.count():
            box.click()
        elif field.evaluate("field => field.tagName") != "SELECT":
            field.fill(value)
        elif field.is_visible():
            field.select_option(value)
        else:
            self._search(name, field.locator(f'option[value="{value}"]').inner_text())

    def _search(self, name: str, label: str) -> None:
        """Choose from a list that a script made one to be searched by typing."""
        search = self.page.locator(f".question:has([name='{name}']) [role=combobox]")
        search.click()
        search.fill(label)
        self.page.get_by_role("option", name=label, exact=True).click()
