"""A resident at a browser without scripts: sees pages, follows links, fills in and sends forms."""

from typing import Any

import httpx
from bs4 import BeautifulSoup, Tag

SURVEY = "smart-citizens"
Fields = dict[str, list[str]]
OTHERWISE = ("-missing", "-postcode")
"""The ends of names of fields that stand beside the answer, instead of it."""


class Resident:
    """One visitor with cookies of their own, at one page at a time."""

    def __init__(self, client: httpx.Client, language: str = "en") -> None:
        self.client = client
        self.language = language
        self.response: httpx.Response = httpx.Response(0)
        self.page = BeautifulSoup("", "html.parser")

    @property
    def path(self) -> str:
        """Where the resident is, without the query."""
        return self.response.url.path

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def heading(self) -> str:
        return self._one("h1").get_text(" ", strip=True)

    @property
    def title(self) -> str:
        return self._one("title").get_text(strip=True)

    def survey_path(self, rest: str = "") -> str:
        return f"/{self.language}/{SURVEY}/{rest}"

    def question_path(self, page: str) -> str:
        return self.survey_path(f"question/{page}")

    def go(self, path: str) -> "Resident":
        """Open an address; redirects are followed."""
        return self._see(self.client.get(path, follow_redirects=True))

    def form(self, action: str = "") -> Tag:
        """The form that answers are typed into, or the one whose action ends in `action`."""
        found = self.page.select_one(f'form[action$="{action}"]' if action else "main form")
        assert found is not None, f"{self.path} has no form {action}:\n{self.page.get_text()[:400]}"
        return found

    def fields(self, form: Tag | None = None) -> Fields:
        """What a browser would send of a form as it stands."""
        found: Fields = {}
        for field in (form or self.form()).select("input, textarea, select"):
            name = str(field.get("name"))
            if field.get("type") in ("radio", "checkbox"):
                if field.has_attr("checked"):
                    found.setdefault(name, []).append(str(field["value"]))
            elif field.name == "textarea":
                found[name] = [field.text.removeprefix("\n")]
            elif field.name == "select":
                chosen = field.select_one("option[selected]") or field.select_one("option")
                found[name] = [str(chosen["value"])] if chosen else []
            else:
                found[name] = [str(field.get("value", ""))]
        return found

    def send(self, form: Tag | None = None, **typed: Any) -> "Resident":
        """Fill a form in, over what stands in it, and send it; redirects are followed."""
        return self._see(self.post(form, follow_redirects=True, **typed))

    def post(self, form: Tag | None = None, follow_redirects: bool = False, **typed: Any) -> Any:
        """Send a form without looking at the page that comes; the bare response."""
        form = form or self.form()
        sent = self.fields(form)
        for name, value in typed.items():
            sent[name] = [value] if isinstance(value, str) else list(value or [])
        action = str(form.get("action") or self.path)
        return self.client.post(action, data=sent, follow_redirects=follow_redirects)

    def begin(self, path: str | None = None) -> "Resident":
        """Start the survey, agree to take part and, where that is asked, be old enough."""
        self.go(path or self.survey_path())
        start = self.page.select_one("main a.button")
        assert start is not None
        self.go(str(start["href"])).send(consent="yes")
        return self.send(over_16="yes") if self.path.endswith("/over-16") else self

    def answer_page(self) -> "Resident":
        """Answer whatever this page asks with the first that offers itself, and continue."""
        typed: dict[str, Any] = {}
        for field in self.form().select("input:not([type=hidden]), textarea, select"):
            name = str(field.get("name"))
            if name.endswith(OTHERWISE):
                continue
            if field.get("type") in ("radio", "checkbox"):
                typed.setdefault(name, str(field["value"]))
            elif field.name == "select":
                at = 1 + sum("-place-" in other for other in typed)  # places of a ranking differ
                options = [str(option["value"]) for option in field.select("option")]
                typed[name] = options[at] if at < len(options) else ""
            elif field.get("inputmode"):
                typed[name] = "2020" if name.endswith("-year") else "3"
            else:
                typed[name] = "Some words"
        return self.send(**typed)

    def answer_until(self, ending: str) -> list[str]:
        """Answer page after page until an address ends so; the names of the pages on the way."""
        seen: list[str] = []
        while not self.path.endswith(ending):
            assert "/question/" in self.path, f"lost at {self.path}"
            page = self.path.rpartition("/")[2]
            assert page not in seen, f"{page} was asked twice"
            seen.append(page)
            self.answer_page()
            assert self.status == 200, self.page.get_text(" ", strip=True)
        return seen

    def answer_all(self) -> "Resident":
        """From the first question to the page before sending, equality questions and all."""
        self.answer_until("/check")
        self.go(self.survey_path("equality"))
        self.go(str(self._one("main .deeds a.button")["href"]))
        self.answer_until("/send")
        return self

    def submit(self) -> "Resident":
        """From the page before sending to the receipt."""
        return self.send(self.form("/send"))

    def code(self) -> str:
        """The code that the page shows."""
        return self._one(".code").get_text().strip()

    def checked(self, name: str) -> list[str]:
        """The codes that are chosen on this page for a variable."""
        found = self.page.select(f'input[name="{name}"][checked]')
        return [str(field["value"]) for field in found]

    def typed(self, name: str) -> str:
        """The text that stands in a field."""
        return self.fields().get(name, [""])[0]

    def mistakes(self) -> list[str]:
        """The lines of the error summary."""
        return [line.get_text(strip=True) for line in self.page.select(".summary li")]

    def _one(self, selector: str) -> Tag:
        found = self.page.select_one(selector)
        assert found is not None, f"{self.path} has no {selector}"
        return found

    def _see(self, response: httpx.Response) -> "Resident":
        self.response = response
        self.page = BeautifulSoup(response.text, "html.parser")
        return self
