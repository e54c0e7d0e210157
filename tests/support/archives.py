"""Validates archives: PDF/A with a claim to be a PDF/UA, which PDF/A allows when the claim is described."""

from __future__ import annotations

import io
import re

import pikepdf
import pikepdf.pdfa

UNKNOWN_TO_VALIDATOR = re.compile(
    rb"<rdf:Description[^>]*xmlns:(?:pdfuaid|pdfaExtension)=.*?</rdf:Description>\n", re.DOTALL
)
"""The claim, and its description (ISO 19005-2, 6.6.2.3.3): the validator refuses all properties that are described."""


def archive_faults(data: bytes, flavour: str, claimed: bool = True) -> list[str]:
    """What is wrong with an archive, except for what the validator does not know; untagged, nothing is claimed."""
    bare, count = UNKNOWN_TO_VALIDATOR.subn(lambda found: b" " * len(found[0]), data)
    assert count == (2 if claimed else 0)
    return [str(finding) for finding in pikepdf.pdfa.validate_written(io.BytesIO(bare), flavour).findings]
