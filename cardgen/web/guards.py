"""Who may ask the server: the page that it sent itself, and programs of this machine; no other page."""

from __future__ import annotations

from collections.abc import Mapping

OWN_NAMES = ("127.0.0.1", "localhost")
"""The names of the server. Any other name in a request comes from an attack: DNS rebinding."""
OWN_SITES = ("same-origin", "none")
"""The header of a request that the page itself makes, or that a person has typed."""
LINK = ("navigate", "document")
"""The header when a person follows a link to the page, in a mail for example: no script reads the reply."""
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
    "img-src 'self' blob: data:; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What the page may load, with a server or without one: nothing from elsewhere, and no script but its own."""
HEADERS = {
    "Content-Security-Policy": f"{PAGE_POLICY}; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""The headers of every reply: a page loads nothing from elsewhere, runs only its own scripts, and is in no frame."""


def find_stranger(headers: Mapping[str, str], port: int) -> str:
    """The reason why a request is refused; empty for one of the page itself, or of a program."""
    hosts = [f"{name}:{port}" for name in OWN_NAMES]
    if headers.get("Host", "").lower() not in hosts:
        return "This server answers only at its own address."
    origin = headers.get("Origin")
    if origin is not None and origin.lower() not in [f"http://{host}" for host in hosts]:
        return "This server answers only its own page."
    followed = headers.get("Sec-Fetch-Mode"), headers.get("Sec-Fetch-Dest")
    if headers.get("Sec-Fetch-Site", "none").lower() not in OWN_SITES and followed != LINK:
        return "This server answers only its own page."
    return ""
