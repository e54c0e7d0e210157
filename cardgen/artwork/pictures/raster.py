"""Photographs and other pictures of pixels: found sound, turned upright, and made grey or RGB on white for the PDF."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from math import ceil
from typing import Literal

from msgspec import Struct
from PIL import Image, ImageCms

from cardgen.artwork.pictures import jpeg, png
from cardgen.artwork.pictures.resolution import LEAST_DPI, MOST_DPI, MOST_SLIM
from cardgen.errors import Fault, UserError
from cardgen.files.folders import DATA
from cardgen.scene.marks import Artwork, EncodedImage, Raster
from cardgen.units import Box, Size

RasterFormat = Literal["PNG", "JPEG"]
MOST_PICTURE_PIXELS = 40_000_000
"""Three times what a telephone takes; unpacked, with what is made of them, they fill 400 MB."""
MOST_SCANS, MOST_PARTS = 40, 10_000
"""How often a JPEG may be gone through: ten times are usual, and thousands take hours. And of how many parts it may be
made, or a PNG: the largest have a few thousands."""
SAVE_ANEW = "Open it in any program and save it anew."
MOST_PROFILE = 4_000_000
"""Bytes of a colour profile; those of large printing machines have 3 MB."""
MOST_EXCESS = 1.2
"""So many times the pixels that are needed are kept as they are: to make them fewer costs sharpness."""
JPEG_QUALITY = 88
"""Of a JPEG: better ones are much larger, and look the same on paper."""
LOSSLESS_FACTOR = 2
"""Pixels without loss may take so many times the bytes of a JPEG: the edges of drawings stay clean."""
TRIAL_PIXELS = 64
"""Pixels across of the trial that shows whether all of a picture can be read."""
ORIENTATION_TAG = 0x0112
"""The EXIF tag that says how the camera was held (CIPA DC-008, 4.6.4)."""
UPRIGHTING = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes it."""
SIDEWAYS = range(5, 9)
SRGB = DATA / "colour" / "srgb.icc"
Image.MAX_IMAGE_PIXELS = MOST_PICTURE_PIXELS


class Photo(Struct, frozen=True, eq=False):
    """A picture that was read once to its end."""

    data: bytes
    kind: RasterFormat
    digest: str
    size: Size
    orientation: int

    def encoded(self, width: float) -> EncodedImage:
        """For a PDF in which it is `width` points wide at most: with the pixels that are seen, and no more."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return self._encoded(width)

    def _encoded(self, width: float) -> EncodedImage:
        needed = ceil(width / 72 * MOST_DPI)
        if self.size.width > MOST_EXCESS * needed:
            return self.packed(Size(needed, max(1, round(needed * self.size.height / self.size.width))))
        return self.unchanged() or self.packed(self.size)

    def unchanged(self) -> EncodedImage | None:
        """The JPEG that it is, when its pixels are upright, and grey or RGB as everybody understands them."""
        image = _opened(self.data, self.kind)
        told = image.mode == "L" or (
            image.mode == "RGB" and ("jfif" in image.info or image.info.get("adobe_transform"))
        )
        if self.kind != "JPEG" or self.orientation in UPRIGHTING or not told or _profile(image):
            return None
        data = jpeg.strip_jpeg(self.data)
        return EncodedImage(image.width, image.height, image.mode == "L", True, data) if data else None

    def packed(self, size: Size) -> EncodedImage:
        """Its pixels, made so many and packed anew."""
        image = _opened(self.data, self.kind)
        raw = size.turned if self.orientation in SIDEWAYS else size
        image.draft(image.mode, (int(raw.width), int(raw.height)))
        made = _plain(image, (int(raw.width), int(raw.height)))
        return _packed(
            made.transpose(UPRIGHTING[self.orientation]) if self.orientation in UPRIGHTING else made, self.kind
        )


def read_artwork(data: bytes, kind: RasterFormat, digest: str) -> tuple[Artwork, tuple[str, ...]]:
    """A picture, read to its end, as large as it may be printed; UserError when it cannot be read."""
    _check_parts(data, kind)
    with _found_out():
        image = _opened(data, kind)
        size = Size(*image.size)
        small = TRIAL_PIXELS / max(size)
        image.draft(image.mode, (TRIAL_PIXELS, TRIAL_PIXELS))
        _packed(_plain(image, (ceil(small * size.width), ceil(small * size.height))), kind)
        orientation = image.getexif().get(ORIENTATION_TAG, 1)
    if min(size) * MOST_SLIM < max(size):
        raise UserError(Fault("It is far too slim to be seen.", "Cut it to what it should show."))
    upright = size.turned if orientation in SIDEWAYS else size
    box = Box(0, 0, upright.width * 72 / LEAST_DPI, upright.height * 72 / LEAST_DPI)
    photo = Photo(data, kind, digest, upright, orientation)
    return Artwork(f"picture {digest}", box.size, (Raster(box, photo),), digest), ()


def _check_parts(data: bytes, kind: RasterFormat) -> None:
    """UserError for a file that is made to take long: of very many parts, or to be gone through again and again."""
    if kind == "PNG":
        count, scans = sum(1 for _ in islice(png.chunks(data), MOST_PARTS + 1)), 1
    else:
        kinds = [part.kind for part in islice(jpeg.marker_segments(data), MOST_PARTS + 1)]
        count, scans = len(kinds), kinds.count(jpeg.SCAN_MARKER)
    if count > MOST_PARTS or scans > MOST_SCANS:
        raise UserError(Fault("It is made so that it takes too long to read.", SAVE_ANEW))
    if not scans:
        raise UserError(Fault("It is damaged, or not whole.", SAVE_ANEW))


@contextmanager
def _found_out() -> Iterator[None]:
    """UserError for whatever fails meanwhile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        problem = f"It has more than {MOST_PICTURE_PIXELS // 1_000_000} million pixels."
        raise UserError(Fault(problem, "Save it smaller: 2000 pixels across are enough.")) from None
    except Exception as error:  # whatever is damaged, the library may fail at it in any way
        raise UserError(Fault("It cannot be read; it may be damaged or incomplete.", SAVE_ANEW)) from error


def _opened(data: bytes, kind: RasterFormat) -> Image.Image:
    """A picture of which only the head is read."""
    return Image.open(io.BytesIO(data), formats=(kind,))


def _plain(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Grey or RGB on white, in so many pixels."""
    image.load()
    if image.mode.startswith("I"):  # 16 bits, which take much room in between
        return _halved(image.resize(size, Image.Resampling.LANCZOS))
    full = _full(image)
    sized = full if full.size == size else full.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    return _on_white(_in_srgb(sized))


def _halved(image: Image.Image) -> Image.Image:
    """Grey of 16 bits in 8."""
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _full(image: Image.Image) -> Image.Image:
    """Every pixel with its own colour, in 8 bits: grey, RGB or CMYK, and how far one sees through it."""
    if "transparency" in image.info or image.mode in ("PA", "La", "RGBa"):
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """What its colours mean, when that is something else than usual and can be understood."""
    data = image.info.get("icc_profile")
    if not data or len(data) > MOST_PROFILE or image.mode in ("1", "L", "LA"):
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        return None if "sRGB" in ImageCms.getProfileDescription(profile) else profile
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _in_srgb(image: Image.Image) -> Image.Image:
    """The same colours, said as everybody understands them; a profile that does not fit the pixels says nothing."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile := _profile(image):
        try:
            return (
                ImageCms.profileToProfile(image, profile, ImageCms.ImageCmsProfile(str(SRGB)), outputMode=mode) or image
            )
        except ImageCms.PyCMSError:
            pass
    return image.convert(mode) if image.mode == "CMYK" else image


def _on_white(image: Image.Image) -> Image.Image:
    """As on white paper, where one sees through it."""
    if image.mode not in ("LA", "RGBA"):
        return image
    paper = Image.new(image.mode.removesuffix("A"), image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _packed(image: Image.Image, kind: RasterFormat) -> EncodedImage:
    """As a JPEG, or without loss where that takes little more."""
    made = io.BytesIO()
    image.save(made, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True)
    data, lossy = made.getvalue(), True
    if kind == "PNG":
        rows = _rows(image)
        if len(rows) <= LOSSLESS_FACTOR * len(data):
            data, lossy = rows, False
    return EncodedImage(image.width, image.height, image.mode == "L", lossy, data)


def _rows(image: Image.Image) -> bytes:
    """The deflated rows of a PNG, which a PDF can hold as they are."""
    made = io.BytesIO()
    image.save(made, "PNG")
    return b"".join([chunk.data for chunk in png.chunks(made.getvalue()) if chunk.kind == b"IDAT"])
