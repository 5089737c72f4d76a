"""Members of staff for tests: an account each, and a visit that signs in by HTTP."""

from dataclasses import dataclass
from itertools import count

import httpx
from bs4 import BeautifulSoup

from engage.store import staff
from engage.store.database import Database
from engage.web import passwords

PASSWORD = "correct-horse-battery"
_numbers = count()


def account(database_url: str, role: str = "analyst") -> str:
    """Make an account that no other test has; its e-mail address."""
    email = f"member-{next(_numbers)}@example.org"
    database = Database(database_url)
    with database.writing() as connection:
        staff.add(connection, "Ada King", email, role, passwords.hashed(PASSWORD))
    database.close()
    return email


@dataclass
class Member:
    """A member of staff at a browser."""

    client: httpx.Client
    email: str

    def page(self, address: str) -> BeautifulSoup:
        """A page that is there."""
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code, answer.headers)
        return BeautifulSoup(answer.text, "html.parser")

    def token(self) -> str:
        """What a form of this browser has to bear."""
        found = BeautifulSoup(self.client.get("/staff/sign-in").text, "html.parser")
        field = found.select_one("main input[name=csrf]")
        assert field is not None
        return str(field["value"])

    def post(self, address: str, **fields: str | list[str]) -> httpx.Response:
        """Send a form as this browser would."""
        return self.client.post(address, data={"csrf": self.token(), **fields})

    def sign_in(self, password: str = PASSWORD, onward: str = "") -> httpx.Response:
        """Try a password."""
        return self.post("/staff/sign-in", email=self.email, password=password, next=onward)
