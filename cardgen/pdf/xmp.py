"""The XMP packet of a PDF: its properties and the record of its making."""

from __future__ import annotations

import re

from cardgen.pdf.properties import Properties
from cardgen.scene.record import RECORD_ELEMENT

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""Characters that XML cannot hold."""
ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def format_packet(properties: Properties, producer: str, date: str, archival: bool) -> str:
    """The XMP packet: the entries of the Info dictionary in the same words, the record, and the claim to be a PDF/A."""
    command, title = _escaped(properties.command), _escaped(properties.title)
    described = f"<dc:description>{_in_any_language(command)}</dc:description>" if command else ""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>{_in_any_language(title)}</dc:title>
<dc:language><rdf:Bag><rdf:li>{properties.language}</rdf:li></rdf:Bag></dc:language>{described}
<{RECORD_ELEMENT}>{_escaped(properties.record.json())}</{RECORD_ELEMENT}>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreatorTool>{properties.creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdf:Producer>{_escaped(producer)}</pdf:Producer>
</rdf:Description>
{_pdfa_claim(3 if properties.attached else 2) if archival else ""}\
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _escaped(text: str) -> str:
    return NOT_IN_XML.sub("\ufffd", text).translate(ESCAPED)


def _in_any_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


def _pdfa_claim(part: int) -> str:
    """The claim to be a PDF/A of this part."""
    return f"""<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
"""
