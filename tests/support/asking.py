"""Asks the functions behind the page, and runs the server of the page itself."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from typing import Any

from cardgen.web.answers import answer
from cardgen.web.replies import Reply
from cardgen.web.server import LOCAL, listen, serve
from cardgen.web.workers import Workers


def ask(name: str, **request: Any) -> Reply:
    """The reply to a request, without a server."""
    return answer(name, json.dumps(request).encode())


def told(name: str, **request: Any) -> Any:
    """What a reply says; it must succeed."""
    reply = ask(name, **request)
    assert reply.status == 200, reply.data
    return json.loads(reply.data)


def faults(name: str, **request: Any) -> list[dict[str, Any]]:
    """What is wrong with a request; it must be refused, not fail."""
    reply = ask(name, **request)
    assert reply.status in (400, 404, 422), reply.status
    return json.loads(reply.data)["faults"]


class Site:
    """A server that runs, and how to talk to it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.address = f"http://{LOCAL}:{port}/"

    def request(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """The status, the headers and the body of an answer; `host__name` is the header Host-Name."""
        connection = HTTPConnection(LOCAL, self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, named)
            answered = connection.getresponse()
            return answered.status, dict(answered.getheaders()), answered.read()
        finally:
            connection.close()

    def post(self, name: str, request: Any, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """The answer to a request in JSON."""
        return self.request(
            "POST", f"/api/{name}", json.dumps(request).encode(), **{"Content_Type": "application/json"} | headers
        )


@contextmanager
def running_site(workers: Workers) -> Iterator[Site]:
    """A server on a free port, until the block ends."""
    listener = listen(0)
    threading.Thread(target=serve, args=(listener, workers.ask), daemon=True).start()
    try:
        yield Site(listener.getsockname()[1])
    finally:
        workers.stop()
