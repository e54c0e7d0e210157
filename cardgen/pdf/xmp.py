"""The XMP packet of a PDF: its properties and the record of its making."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cardgen.pdf.properties import PdfFormat, Properties
from cardgen.scene.record import RECORD_ELEMENT

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""Characters that XML cannot hold."""
ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

PDFUA = "http://www.aiim.org/pdfua/ns/id/"
PDFUA_CLAIM = f"""<rdf:Description rdf:about="" xmlns:pdfuaid="{PDFUA}">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
"""
"""ISO 14289-1, 5."""
PDFUA_DESCRIBED = f"""<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{PDFUA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""ISO 19005-2, 6.6.2.3.3."""


def format_packet(properties: Properties, producer: str, date: str, pdf_format: PdfFormat) -> str:
    """The XMP packet: the entries of the Info dictionary in the same words, the record, and the standards followed."""
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
{"".join(_claims(pdf_format, bool(properties.attached)))}\
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _escaped(text: str) -> str:
    return NOT_IN_XML.sub("\ufffd", text).translate(ESCAPED)


def _in_any_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


def _claims(pdf_format: PdfFormat, attached: bool) -> Iterator[str]:
    """The claims to be a PDF/A and a PDF/UA; a PDF/A describes every property that its own standard does not know."""
    if pdf_format.pdfa:
        yield _pdfa_claim(3 if attached else 2)
    if pdf_format.tagged:
        yield PDFUA_CLAIM
    if pdf_format.pdfa and pdf_format.tagged:
        yield PDFUA_DESCRIBED


def _pdfa_claim(part: int) -> str:
    """The claim to be a PDF/A of this part."""
    return f"""<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
"""
