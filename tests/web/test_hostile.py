"""Hostile requests get a clear refusal or nothing at all; the server goes on, and others are not disturbed."""

from __future__ import annotations

import json
import socket
import threading
import time
from pathlib import Path

import pytest

from cardgen.web.answers import answer
from cardgen.web.guards import find_stranger
from cardgen.web.replies import Reply
from cardgen.web.server import LOCAL
from cardgen.web.workers import Worker, Workers
from tests.support.asking import Site
from tests.support.wild import SLOW_STARTS

WILD = "tests.support.wild"
PRINT = {"print": "plan", "fields": {"routines": ["chest"]}}
YAML_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)
PATHS = [
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/static/../../server.py",
    "//etc/passwd", "/fonts/../../../pyproject.toml", "/server.py", "/pdfjs/", "/\\..\\win.ini", "/%00", "/.git/config",
    "/api/", "/api/list", "/api/../style.css", "/style.css/../../x", "/file:///etc/passwd", "/" + "a" * 9_000,
]  # fmt: skip
STRANGERS = [
    {"Host": "evil.example"}, {"Host": "evil.example:{port}"}, {"Host": "127.0.0.1.evil.example:{port}"}, {"Host": ""},
    {"Host": "127.0.0.1:1"}, {"Host": "0.0.0.0:{port}"}, {"Host": "[::1]:{port}"},
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "https://127.0.0.1:{port}"},
    {"Origin": "http://127.0.0.1:1"}, {"Origin": "http://localhost.evil.example:{port}"},
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
    {"X-Forwarded-Host": "127.0.0.1", "Host": "evil.example"},
]  # fmt: skip
FORMS = [
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
    "text/plain;application/json", "",
]  # fmt: skip
BODIES = [
    {"print": "cards", "fields": {"routines": ["a.yaml"]}, "files": {"a.yaml": YAML_BOMB}},
    {"print": "cards", "fields": {"routines": ["chest"], "copies": 10**9}},
    {"print": "cards", "fields": {"routines": ["chest"] * 5_000}},
    {"print": "cards", "fields": {"routines": ["chest"], "recipient": "x" * 1_000_000}},
    {"print": "../../x", "fields": {}},
    {"print": "cards", "fields": {"routines": ["chest"], "__class__": "x"}},
    {"print": "cards", "fields": {"routines": [1, 2]}},
    {"print": "cards", "fields": {"routines": "chest"}},
    {"print": "cards", "fields": {"routines": ["chest"], "stock": {"a": 1}}},
    {"print": "cards", "fields": {"routines": ["a.yaml"]}, "files": {"a.yaml": "[" * 100_000}},
    {"print": "cards", "fields": {"routines": ["a.yaml"]}, "files": {"a.yaml": "\u0000\ud800"}},
    {
        "print": "cards",
        "fields": {"routines": ["a.yaml"]},
        "files": {"a.yaml": "!!python/object/apply:os.system [x]"},
    },
    {"print": "cards", "fields": {"routines": ["chest"]}, "files": {f"{n}.yaml": "" for n in range(60)}},
]


def assert_refused(status: int, data: bytes) -> None:
    """The answer is a clear refusal, without a path of this machine."""
    assert status in (400, 403, 404, 405, 413, 414, 415, 422, 431)
    assert str(Path(__file__).parents[2]).encode() not in data
    assert b"Traceback" not in data


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path[:30])
def test_a_path_leads_to_no_file(site: Site, path: str) -> None:
    status, _, data = site.request("GET", path)
    assert_refused(status, data)
    assert b"root:" not in data


@pytest.mark.parametrize("headers", STRANGERS, ids=str)
def test_strangers_are_refused(site: Site, headers: dict[str, str]) -> None:
    given = {name: value.format(port=site.port) for name, value in headers.items()}
    for method, path, body in (("POST", "/api/list", b"{}"), ("GET", "/", None)):
        status, answered, data = site.request(method, path, body, **{"Content_Type": "application/json"} | given)
        assert_refused(status, data)
        assert not {name for name in answered if name.lower().startswith("access-control")}


@pytest.mark.parametrize("media", FORMS)
def test_no_form_of_another_page_is_taken(site: Site, media: str) -> None:
    assert_refused(*site.request("POST", "/api/list", b"{}", Content_Type=media)[::2])


@pytest.mark.parametrize("body", BODIES, ids=lambda body: str(body)[:50])
def test_hostile_bodies_are_refused(site: Site, body: object) -> None:
    status, _, data = site.post("print", body)
    assert_refused(status, data)
    assert json.loads(data)["faults"][0]["problem"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_other_methods_are_refused(site: Site, method: str) -> None:
    status, answered, data = site.request(method, "/api/list", b"{}", Content_Type="application/json")
    assert status != 200 or not data
    assert not {name for name in answered if name.lower().startswith("access-control")}


@pytest.mark.parametrize(
    "head",
    [
        b"POST /api/x HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n",
        b"POST /api/list HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /api/list HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nX: " + b"a" * 40_000 + b"\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"\x16\x03\x01 no HTTP\r\n\r\n",
    ],
    ids=["1 GB", "two lengths", "negative length", "long header", "other address", "TLS"],
)
def test_hostile_heads_are_refused(site: Site, head: bytes) -> None:
    with socket.create_connection((LOCAL, site.port), timeout=10) as client:
        client.sendall(head.replace(b"HOST", f"127.0.0.1:{site.port}".encode()))
        answered = client.recv(4096)
    assert not answered.startswith((b"HTTP/1.1 2", b"HTTP/1.0 2"))


def test_a_body_that_grows_without_end_is_cut_off(site: Site) -> None:
    head = f"POST /api/list HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    sent = 0
    with socket.create_connection((LOCAL, site.port), timeout=10) as client:
        client.sendall(head.encode())
        try:
            while sent < 60:
                client.sendall(chunk)
                sent += 1
            answered = client.recv(64)
        except OSError:
            answered = b""
    assert not answered.startswith(b"HTTP/1.1 2")
    assert site.post("print", PRINT)[0] == 200


@pytest.mark.one_in(2)
@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: HOST\r\nX-Slow: ",
        b"POST /api/list HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n{",
        b"POST /api/list HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
        b"GET /pdfjs/pdf.worker.min.mjs HTTP/1.1\r\nHost: HOST\r\n\r\n" * 5,
    ],
    ids=["silent", "slow head", "slow body", "slow chunks", "never reads"],
)
def test_many_slow_connections_keep_nobody_waiting(site: Site, begun: bytes) -> None:
    clients = [socket.create_connection((LOCAL, site.port), timeout=10) for _ in range(150)]
    try:
        for client in clients:
            client.sendall(begun.replace(b"HOST", f"127.0.0.1:{site.port}".encode()))
        assert site.request("GET", "/")[0] == 200
        assert site.post("print", PRINT)[0] == 200
    finally:
        for client in clients:
            client.close()


@pytest.mark.parametrize(
    "piece",
    [b"X: a\r\n", b"X" * 1_000, b"Cookie: " + b"a=b;" * 100 + b"\r\n", b"\t folded\r\n"],
    ids=["many", "one without end", "cookies", "folded"],
)
def test_heads_without_end_are_cut_off(site: Site, piece: bytes) -> None:
    begun = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\nY: ".encode()
    with socket.create_connection((LOCAL, site.port), timeout=10) as client:
        try:
            client.sendall(begun + b"\r\n" + piece * 50_000)
            answered = client.recv(4096)
        except OSError:
            answered = b""
    assert not answered.startswith(b"HTTP/1.1 2")
    assert site.request("GET", "/")[0] == 200


def test_the_page_itself_and_programs_are_answered(site: Site) -> None:
    own = f"http://localhost:{site.port}"
    status, headers, data = site.post(
        "print", PRINT, Host=f"localhost:{site.port}", Origin=own, Sec_Fetch_Site="same-origin"
    )
    assert status == 200
    assert data.startswith(b"%PDF-")
    assert json.loads(headers["Cardgen-Printout"])["summary"] == "one page of A4"
    policy = site.request("GET", "/")[1]["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert "default-src 'none'" in policy


def test_every_guard_names_its_reason() -> None:
    assert find_stranger({"Host": "evil.example"}, 80)
    assert find_stranger({"Host": "127.0.0.1:80", "Origin": "null"}, 80)
    assert not find_stranger({"Host": "127.0.0.1:80"}, 80)


def test_a_link_in_a_mail_may_be_followed(site: Site) -> None:
    followed = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert site.request("GET", "/", **followed)[0] == 200
    status, _, data = site.post("list", {}, Origin="http://evil.example", **followed)
    assert_refused(status, data)
    assert_refused(*site.request("POST", "/api/list", b"{}", Content_Type="text/plain", **followed)[::2])


def test_work_that_fails_stops_no_other() -> None:
    workers = Workers(2, seconds=1, answering=(WILD, "answer"))
    wild: list[Reply] = []
    try:
        asked = [
            threading.Thread(target=lambda name: wild.append(workers.ask(name, b"")), args=(name,))
            for name in ("sleep", "die", "eat")
        ]
        for thread in asked:
            thread.start()
        replies = [workers.ask("list", b"123") for _ in range(5)]
        for thread in asked:
            thread.join()
    finally:
        workers.stop()
    assert {reply.status for reply in replies} == {200}
    assert {reply.status for reply in wild} <= {500, 503}


def test_nobody_waits_for_a_worker_that_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SLOW_STARTS, str(tmp_path / "begun"))
    workers = Workers(2, answering=(WILD, "answer"))
    try:
        begun = time.monotonic()
        for _ in range(3):
            assert workers.ask("list", b"123").status == 200
            time.sleep(0.1)
        assert time.monotonic() - begun < 30
    finally:
        workers.stop()


def test_two_people_get_each_their_own() -> None:
    names = ["chest", "face", "scalp", "neck"] * 2
    single = {name: answer("print", _plan_of(name)).data for name in set(names)}
    workers = Workers(2)
    try:
        found: dict[int, bytes] = {}
        threads = [
            threading.Thread(
                target=lambda number, name: found.update({number: workers.ask("print", _plan_of(name)).data}),
                args=(number, name),
            )
            for number, name in enumerate(names)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [found[number] for number in range(len(names))] == [single[name] for name in names]
    finally:
        workers.stop()


def _plan_of(name: str) -> bytes:
    return json.dumps({"print": "plan", "fields": {"routines": [name], "recipient": f"For {name}"}}).encode()


def test_a_process_that_is_ended_while_somebody_waits_is_ended_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing its connection once more could close what another thread has opened meanwhile."""
    stopped, asked = list[Worker](), threading.Event()
    stop, ask = Worker.stop, Worker.ask
    monkeypatch.setattr(Worker, "stop", lambda worker: (stopped.append(worker), stop(worker)))
    monkeypatch.setattr(Worker, "ask", lambda *given: asked.set() or ask(*given))
    workers, replies = Workers(1, answering=(WILD, "answer")), list[Reply]()
    asking = threading.Thread(target=lambda: replies.append(workers.ask("sleep", b"x")))
    asking.start()
    asked.wait()
    workers.stop()
    asking.join()
    assert len(stopped) == 1
    assert replies[0].status >= 500
