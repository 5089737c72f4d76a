"""Logic as residents meet it: quoted answers, repeated sections, warnings, options that go."""

from collections.abc import Iterator

import httpx
import pytest
import sqlalchemy as sa

from engage.questionnaire.piping import isolated
from engage.store import responses
from engage.store.database import Database
from tests.core.logic import URDU, questionnaire
from tests.journeys.listener import Listener, NewListener, listeners, serving
from tests.support.databases import NewDatabase
from tests.support.serving import Server

SCRIPT = "<script>alert(1)</script>"
RTL = "بلیچلی\u2069\u202e"


@pytest.fixture(scope="module")
def server(new_database: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with (
        new_database("migrated") as url,
        serving(url, tmp_path_factory.mktemp("instance"), questionnaire(urdu=True)) as started,
    ):
        yield started


@pytest.fixture
def new_listener(server: Server) -> Iterator[NewListener]:
    with listeners(server) as new:
        yield new


@pytest.fixture
def listener(new_listener: NewListener) -> Listener:
    return new_listener()


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("typed", [SCRIPT, RTL])
def test_what_is_quoted_is_escaped_and_keeps_its_direction_to_itself(
    new_listener: NewListener, language: str, typed: str
) -> None:
    listener = new_listener(language).answered(home=typed, ways=["bus", "bike"])
    listener.at("best")
    quoted = isolated(typed)
    assert quoted in listener.title
    assert quoted in listener.heading
    assert quoted in listener.page.select(".hint")[0].get_text()
    assert SCRIPT not in listener.response.text
    assert "\u202e" not in listener.heading
    listener.answered(best="bus", ease_bus="5")
    listener.go(listener.question_path("ease-bus"))
    assert quoted in listener.page.select(".introduction")[0].get_text()


def test_several_answers_are_listed_as_the_language_does(new_listener: NewListener) -> None:
    assert isolated("By bus, By bike and On foot") in (
        new_listener().answered(ways=["bus", "bike", "walk"]).at("best").heading
    )
    words = [f"{URDU} By bus", f"{URDU} By bike"]
    assert isolated(" اور ".join(words)) in (
        new_listener("ur").answered(ways=["bus", "bike"]).at("best").heading
    )


@pytest.mark.parametrize("ways", [None, ["prefer_not"]])
def test_where_there_is_no_answer_words_say_so(listener: Listener, ways: object) -> None:
    listener.answered(home="", ways=ways).at("best")
    none = isolated("(no answer)")
    assert listener.heading == f"Near {none} you go {none}. Which is best?"


def test_what_one_resident_said_is_never_shown_to_another(new_listener: NewListener) -> None:
    one = new_listener().answered(home="Bletchley", ways=["bus"]).at("best")
    other = new_listener().answered(home="Wolverton", ways=["bus"]).at("best")
    again = new_listener().answered(home="Bletchley", ways=["bus", "walk"]).at("best")
    assert "Wolverton" in other.text
    assert "Bletchley" not in other.text
    options = [[str(f["value"]) for f in each.form().select("input[name=best]")] for each in
               (one, other, again)]  # fmt: skip
    assert options == [["bus", "unsure"], ["bus", "unsure"], ["bus", "walk", "unsure"]]


def test_options_offered_are_never_anothers(new_listener: NewListener) -> None:
    """The same as above on a page that quotes nothing and could be kept for all."""
    for ways in (["bus"], ["walk"], ["bus", "walk"], ["walk"], ["bus"]):
        listener = new_listener().answered(ways=ways)
        listener.at("tired")  # far away, so that only the options can tell them apart
        listener.at("some")
        found = [str(field["value"]) for field in listener.form().select("input[name=some]")]
        assert found == [*ways, "unsure"]


def test_a_repeated_section_says_its_option_and_counts_once(listener: Listener) -> None:
    listener.answered(home="Here", ways=["bus", "walk"])
    listener.at("ease-walk")
    way = listener.page.select(".way p")[0].get_text()
    assert way == f"Part 3 of 5: About {isolated('On foot')}"
    assert listener.heading == f"{isolated('On foot')}: how easy is it?"
    assert listener.page.select(".introduction")
    listener.send(ease_walk="4")
    assert listener.path == listener.question_path("more-walk")
    assert not listener.page.select(".introduction")
    assert "Why is that" in listener.text
    listener.at("ease-bike")
    assert listener.path == listener.question_path("welcome"), "it is not on the route"


def test_the_check_has_each_option_under_its_own_title(listener: Listener) -> None:
    listener.answered(ways=["bus", "walk"]).at("welcome").go_on_until("/check")
    titles = [title.get_text() for title in listener.page.select(".review h2")]
    assert f"About {isolated('By bus')}" in titles
    assert f"About {isolated('On foot')}" in titles
    assert "Welcome" not in listener.text, "a statement has nothing to look over"
    urdu = Listener(listener.client, "ur").go("/ur/logic/check")
    assert f"{URDU} {isolated(f'{URDU} By bus')}: how easy is it?" in urdu.page.get_text()


def test_a_statement_is_read_once_and_left_out_of_the_response(
    listener: Listener, server: Server
) -> None:
    assert listener.path == listener.question_path("welcome")
    assert listener.form().select("input:not([type=hidden])") == []
    listener.go(listener.survey_path("check"))
    assert listener.path == listener.question_path("welcome"), "not yet read"
    listener.at("welcome").send()
    assert listener.path == listener.question_path("home")
    listener.answer_until("/check")
    listener.go(listener.survey_path("equality"))
    listener.send(listener.page.select(".deeds form")[0])
    assert listener.path.endswith("/send"), "skipping marks what is only to be read"
    listener.submit()
    assert listener.path.endswith("/receipt")
    database = Database(server.database_url)
    with database.reading() as connection:
        names = set(connection.execute(sa.select(responses.answer.c.variable)).scalars())
    database.close()
    assert {"ways", "views_order", "third_order"} <= names
    assert not [name for name in names if name.startswith("~") or "welcome" in name]


def test_a_warning_comes_once_and_the_answers_are_taken(listener: Listener) -> None:
    listener.answered(work="100").at("rest").send(rest="100")
    assert listener.path == listener.question_path("rest")
    assert f"You counted {isolated('100')} and {isolated('100')} hours." in listener.notice
    assert listener.title.startswith("Please check: ")
    assert listener.typed("rest") == "100", "what was answered is stored and shown"
    (link,) = listener.page.select(".notice a")
    assert link["href"] == listener.question_path("work")
    reloaded = Listener(listener.client).go(str(listener.response.url.raw_path, "ascii"))
    assert isinstance(reloaded, Listener)
    assert reloaded.notice == listener.notice
    listener.send()
    assert listener.path != listener.question_path("rest")
    assert listener.at("rest").notice == ""
    assert listener.send(rest="101").path != listener.question_path("rest")


def test_an_answer_that_is_put_right_goes_on_and_is_not_warned_of(listener: Listener) -> None:
    listener.answered(work="100").at("rest").send(rest="100")
    listener.send(rest="50")
    assert listener.path != listener.question_path("rest")
    assert listener.at("rest").typed("rest") == "50"


def test_a_double_click_does_not_lead_past_a_warning(listener: Listener) -> None:
    listener.answered(work="100").at("rest")
    first, second = (listener.post(rest="100").headers["location"] for _ in range(2))
    assert first == second == f"{listener.question_path('rest')}?warned=hours_week"


def test_a_warning_with_two_windows(new_listener: NewListener) -> None:
    one = new_listener().answered(work="100")
    other = Listener(one.client).at("rest")
    one.at("rest").send(rest="100")
    assert one.notice
    # The other window has said the same: it is asked as well, and nothing is lost.
    assert other.send(rest="100").path == one.question_path("rest")
    assert other.notice
    assert other.send().path != one.question_path("rest")
    assert one.send().path != one.question_path("rest")
    late = Listener(one.client).at("work")
    assert (late.notice, late.typed("work")) == ("", "100")


def test_who_saves_is_asked_back_when_they_come_again(listener: Listener) -> None:
    listener.answered(work="100").at("rest").send(rest="100", **{"page-then": "save"})
    assert listener.path.endswith("/saved")
    code = listener.code()
    with httpx.Client(base_url=listener.client.base_url, timeout=20) as device:
        come = Listener(device).go("/en/resume").send(code=code)
        assert isinstance(come, Listener)
        assert come.path == listener.question_path("rest")
        assert come.notice == ""
        assert come.send().path == listener.question_path("rest")
        assert come.notice


def test_an_address_alone_warns_of_nothing(listener: Listener) -> None:
    for query in ("warned=hours_week", "warned=%00%3Cscript%3E", "warned=a+b&changing=1"):
        listener.go(f"{listener.question_path('rest')}?{query}")
        assert listener.status == 200
        assert listener.notice == ""


def test_a_warned_change_of_a_complete_part_leads_back_to_the_check(listener: Listener) -> None:
    listener.answered(work="1", rest="1").at("welcome").go_on_until("/check")
    listener.at("work").send(work="168")
    assert listener.notice
    assert listener.send().path == listener.survey_path("check")


def test_the_language_of_a_warning_changes_with_the_page(listener: Listener) -> None:
    listener.answered(work="100").at("rest").send(rest="100")
    (link,) = listener.page.select('.languages a[hreflang="ur"]')
    urdu = Listener(listener.client, "ur").go(str(link["href"]))
    assert isinstance(urdu, Listener)
    assert f"{URDU} You counted" in urdu.notice
    urdu.go(urdu.question_path("rest") + "?warned=hours_week").send(**{"page-then": "stay"})
    assert urdu.path == urdu.question_path("rest")


def test_an_option_that_is_gone_is_asked_again_and_comes_back(listener: Listener) -> None:
    listener.answered(ways=["bus", "walk"], best="bus").at("welcome").go_on_until("/check")
    listener.answered(ways=["walk"])
    assert listener.path == listener.question_path("best"), "its answer is not offered any more"
    assert listener.checked("best") == []
    listener.go(listener.survey_path("check"))
    assert listener.path == listener.question_path("best")
    listener.answered(ways=["bus", "walk"])
    assert listener.path.endswith("/check")
    assert listener.at("best").checked("best") == ["bus"], "the draft has kept it"


def test_where_no_equality_question_is_asked_one_sends_from_the_check(listener: Listener) -> None:
    listener.answered(ways=["prefer_not"]).at("welcome").go_on_until("/check")
    for ending in ("equality", "send"):
        listener.go(listener.survey_path(ending))
        assert listener.path == listener.survey_path("check")
    listener.submit()
    assert listener.path.endswith("/receipt")
