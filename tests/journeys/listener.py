"""The survey "logic" behind a server of its own, and a resident who answers it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from engage.questionnaire import document
from engage.questionnaire.definition import Questionnaire
from engage.store import surveys
from engage.store.database import Database
from tests.journeys.resident import Resident
from tests.support.serving import Server

SURVEY = "logic"


class Listener(Resident):
    """A resident at the survey that listens."""

    def survey_path(self, rest: str = "") -> str:
        return f"/{self.language}/{SURVEY}/{rest}"

    def at(self, page: str) -> "Listener":
        """Open a page of questions."""
        self.go(self.question_path(page))
        return self

    def answered(self, **pages: object) -> "Listener":
        """Answer pages by their variables, each opened on its own."""
        for name, value in pages.items():
            self.at(name.replace("_", "-")).send(**{name: value})
        return self

    def go_on_until(self, ending: str) -> "Listener":
        """Continue from page after page, with what stands there, until an address ends so."""
        for _ in range(50):
            if self.path.endswith(ending):
                break
            self.send()
            assert self.status == 200, self.text
        return self

    @property
    def text(self) -> str:
        """What stands on the page between header and footer."""
        return self._one("main").get_text(" ", strip=True)

    @property
    def notice(self) -> str:
        """What the page asks back; empty if it does not."""
        found = self.page.select("section.notice[role=alert]")
        return found[0].get_text(" ", strip=True) if found else ""


NewListener = Callable[..., Listener]


@contextmanager
def listeners(server: Server) -> Iterator[NewListener]:
    """Makes residents who share nothing, past the consent: `new_listener("ur")`."""
    with ExitStack() as stack:

        def begun(language: str = "en") -> Listener:
            listener = Listener(stack.enter_context(server.client()), language)
            listener.begin()
            return listener

        yield begun


def publish(url: str, questionnaire: Questionnaire) -> None:
    """Put a questionnaire into a database, open."""
    database = Database(url)
    with database.writing() as connection:
        found = surveys.publish(
            connection,
            questionnaire.survey,
            document.write(questionnaire),
            document.digest(questionnaire),
        )
        surveys.set_state(connection, found.id, "open")
    database.close()


@contextmanager
def serving(url: str, instance: Path, questionnaire: Questionnaire) -> Iterator[Server]:
    """A server with one worker on a database that has the tables."""
    publish(url, questionnaire)
    server = Server(instance, url, {"offer_unreviewed": "1"}, workers=1)
    server.start()
    yield server
    server.stop()
