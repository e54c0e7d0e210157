"""Pictures of pixels in a PDF: each is in the file once, with the pixels that its largest place needs."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from cardgen.scene.marks import Pixels


class ImageObject(PDFObject):  # type: ignore[misc]
    """A picture in the file, which is written when all pages are drawn and its places are known."""

    __RefOnly__ = 1

    def __init__(self, pixels: Pixels) -> None:
        self.pixels = pixels
        self.width = 0.0
        """The width of its largest place, in points."""

    def format(self, document: PDFDocument) -> bytes:
        found = self.pixels.encoded(self.width)
        components = 1 if found.gray else 3
        filtered = "/Filter/DCTDecode" if found.jpeg else "/Filter/FlateDecode/DecodeParms<<" + (
            f"/Predictor 15/Colors {components}/BitsPerComponent 8/Columns {found.width}>>"
        )  # fmt: skip
        opening = (
            f"<</Type/XObject/Subtype/Image/Width {found.width}/Height {found.height}/BitsPerComponent 8"
            f"/ColorSpace/{'DeviceGray' if found.gray else 'DeviceRGB'}{filtered}/Length {len(found.data)}>>\nstream\n"
        )
        return opening.encode("ascii") + found.data + b"\nendstream"
