"""The log holds nothing of a person: no answer, no code, no address."""

from tests.journeys.resident import Resident
from tests.support.serving import Server, StartServer

WORDS = "SentinelWordsOfAResident"


def test_nothing_of_a_person_is_in_the_log(start_server: StartServer) -> None:
    server = start_server(workers=1)
    with server.client(headers={"x-forwarded-for": "203.0.113.77", "user-agent": WORDS}) as client:
        codes = whole_journey(Resident(client))
        browser = client.cookies.get("engage") or "none"
    with server.client() as client:
        stranger = Resident(client).go("/en/resume")
        stranger.send(code=codes[0])
        stranger.go("/en/withdraw").send(code=WORDS[:16])
        stranger.go("/en/withdraw").send(code=codes[1])
        client.get(f"/en/{WORDS}?name={WORDS}")
        client.post("/en/resume", content=WORDS * 20_000)
    server.stop()
    log = server.log
    assert "Listening" in log
    for secret in (WORDS, WORDS.lower(), "203.0.113.77", browser, *codes):
        assert secret not in log
        assert secret.replace(" ", "") not in log


def test_a_fault_of_ours_is_logged_without_what_was_typed(start_server: StartServer) -> None:
    server = start_server(workers=1)
    with server.client() as client:
        resident = Resident(client).begin()
        resident.go(resident.question_path("left-out"))
        _break(server)
        resident.send(left_out=WORDS)
        assert resident.status == 500
        browser = client.cookies["engage"]
    server.stop()
    assert "failed" in server.log, "the fault itself is told"
    assert WORDS not in server.log
    assert browser not in server.log


def whole_journey(resident: Resident) -> list[str]:
    """Sentinel words in every text, some of them refused; the codes that were shown."""
    resident.begin().go(resident.question_path("left-out")).send(left_out=WORDS * 100)
    assert resident.status == 422
    resident.send(left_out=WORDS)
    resident.go(resident.question_path("household-size")).send(household_size=WORDS)
    resident.go(resident.question_path("barriers")).send(barriers=["other"])
    resident.send(barriers_other=WORDS)
    code = resident.go(resident.survey_path("saved")).code()
    resident.go(resident.question_path("tie")).answer_until("/check")
    resident.go(resident.survey_path("equality"))
    resident.send(resident.page.select(".deeds form")[0]).submit()
    return [code, resident.code()]


def _break(server: Server) -> None:
    from engage.store.database import Database

    database = Database(server.database_url)
    with database.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE draft RENAME COLUMN revision TO gone")
    database.close()
