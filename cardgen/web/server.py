"""The local server: Flask says what answers which address, waitress speaks HTTP, workers do what is asked."""

from __future__ import annotations

import logging
import os
import select
import socket
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import flask
import msgspec
import waitress
from werkzeug.exceptions import HTTPException

from cardgen.web.guards import HEADERS, find_stranger
from cardgen.web.pages import PAGE, read_static, render_page
from cardgen.web.replies import MISREAD, Reply, broken, refuse
from cardgen.web.requests import MOST_BYTES

LOCAL = "127.0.0.1"
"""The address that only this machine can reach."""
THREADS = 8
MOST_CONNECTIONS = 500
"""Connections that are open at once: a silent one keeps no other waiting, and is closed after half a minute."""
DETAILS = "Cardgen-Printout"
"""The header with the details of a print: JSON of ASCII characters."""
FORBIDDEN, NOT_JSON = 403, 415

Ask = Callable[[str, bytes], Reply]


def listen(port: int) -> socket.socket:
    """Take a port of this machine, or any free one for 0; OSError when it is taken."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port that was just released can be used again
    try:
        taken.bind((LOCAL, port))
        taken.listen()  # so that a browser that is early waits
    except OSError:
        taken.close()
        raise
    return taken


def serve(listener: socket.socket, ask: Ask) -> None:
    """Answer until the process is stopped."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that a request waits a moment is not worth a message
    app = make_app(ask, listener.getsockname()[1])
    waitress.serve(
        app, sockets=[listener], threads=THREADS, ident=None, max_request_body_size=MOST_BYTES + 1,
        max_request_header_size=16_384, channel_timeout=30, connection_limit=MOST_CONNECTIONS,
        asyncore_use_poll=hasattr(select, "poll"), clear_untrusted_proxy_headers=True, _quiet=True,
    )  # fmt: skip


def make_app(ask: Ask, port: int) -> Any:
    """The application for a server at this port."""
    app = flask.Flask("cardgen", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES
    app.before_request(lambda: _guard(port))
    app.after_request(_add_headers)
    app.register_error_handler(HTTPException, _refuse_politely)
    app.register_error_handler(Exception, _fail)
    app.add_url_rule("/", "page", lambda: _respond(render_page()), methods=["GET"])
    app.add_url_rule("/<path:name>", "static", lambda name: _respond(read_static(name)), methods=["GET"])
    app.add_url_rule("/api/<name>", "api", lambda name: _respond(_ask(ask, name)), methods=["POST"])
    return app


def _guard(port: int) -> Any:
    """Refuse what does not come from the page itself or a program of this machine."""
    request = flask.request
    if reason := find_stranger(dict(request.headers), port):
        return _respond(refuse(FORBIDDEN, reason))
    if request.method == "POST" and request.mimetype != "application/json":
        return _respond(refuse(NOT_JSON, "A request must be JSON.", "Send it with Content-Type: application/json."))
    return None


def _ask(ask: Ask, name: str) -> Reply:
    return ask(name, flask.request.get_data(cache=False))


def _respond(reply: Reply) -> Any:
    response = flask.Response(reply.data, status=reply.status, content_type=reply.media)
    if reply.details:
        response.headers[DETAILS] = _ascii(reply.details)
    if reply.file_name:
        response.headers.set("Content-Disposition", "attachment", filename=reply.file_name)
    response.headers["Cache-Control"] = "no-cache" if reply.media.startswith(PAGE) else "no-store"
    return response


def _ascii(details: dict[str, Any]) -> str:
    """JSON whose characters a header can have."""
    text = msgspec.json.encode(details).decode()
    return "".join(char if char.isascii() else _escape(char) for char in text)


def _escape(char: str) -> str:
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _add_headers(response: Any) -> Any:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _refuse_politely(error: Any) -> Any:
    """The words of HTTP for a request that leads nowhere."""
    code = error.code or MISREAD
    return _respond(refuse(code, f"{HTTPStatus(code).phrase}."))


def _fail(error: Exception) -> Any:
    """A mistake in the server: it is shown in the terminal, not in the answer."""
    flask.current_app.logger.error("a request has failed", exc_info=error)
    return _respond(broken())
