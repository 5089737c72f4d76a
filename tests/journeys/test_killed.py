"""The server is killed while answers come in: each that was acknowledged is there afterwards."""

import threading
import time
from dataclasses import dataclass, field

import httpx

from tests.journeys.resident import Resident
from tests.support.serving import Server, StartServer

CLIENTS = 8


@dataclass
class Writer:
    """Posts a new text to one page again and again, and notes what was acknowledged."""

    resident: Resident
    number: int
    acknowledged: list[str] = field(default_factory=list)
    unknown: str = ""

    def run(self, stop: threading.Event) -> None:
        form = self.resident.fields()
        count = 0
        while not stop.is_set():
            count += 1
            self.unknown = f"writer {self.number} text {count}"
            # Each waits for the answer before the next: like somebody who presses Continue.
            data = {**form, "left_out": [self.unknown], "page-seen": [""]}
            try:
                path = self.resident.question_path("left-out")
                response = self.resident.client.post(path, data=data)
            except httpx.TransportError:
                return
            assert response.status_code == 303
            self.acknowledged.append(self.unknown)


def test_sigkill_loses_no_acknowledged_answer(start_server: StartServer) -> None:
    server = start_server(workers=2)
    writers = [Writer(_at_the_page(server), number) for number in range(CLIENTS)]
    stop = threading.Event()
    threads = [threading.Thread(target=writer.run, args=(stop,)) for writer in writers]
    for thread in threads:
        thread.start()
    _wait_for(writers, answers=20)
    server.kill()
    stop.set()
    for thread in threads:
        thread.join()
    server.start()
    for writer in writers:
        resident = writer.resident.go(writer.resident.question_path("left-out"))
        assert writer.acknowledged
        # The last one may have been stored although its acknowledgement did not arrive.
        assert resident.typed("left_out") in (writer.acknowledged[-1], writer.unknown)
        writer.resident.client.close()


def _at_the_page(server: Server) -> Resident:
    resident = Resident(server.client()).begin()
    return resident.go(resident.question_path("left-out"))


def _wait_for(writers: list[Writer], answers: int) -> None:
    deadline = time.monotonic() + 20
    while min(len(writer.acknowledged) for writer in writers) < answers:
        assert time.monotonic() < deadline, [len(writer.acknowledged) for writer in writers]
        time.sleep(0.01)
