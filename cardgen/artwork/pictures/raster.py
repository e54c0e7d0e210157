"""Pictures of pixels, such as photographs: checked, turned upright, and converted to gray or RGB for the PDF."""

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
from cardgen.files.folders import SRGB_PROFILE
from cardgen.scene.marks import Artwork, EncodedImage, Raster
from cardgen.units import Box, Size

RasterFormat = Literal["PNG", "JPEG"]
MOST_PICTURE_PIXELS = 40_000_000
"""Three times as many as a phone's photograph; decoded, with copies, they fill 400 MB."""
MOST_SCANS = 40
"""Scans of a JPEG: ten are usual, and thousands take hours."""
MOST_PARTS = 10_000
"""Marker segments of a JPEG or chunks of a PNG; the largest files have a few thousand."""
RESAVE = "Open it in another program and save it again."
MOST_PROFILE = 4_000_000
"""Bytes of a color profile; those of large printing presses have 3 MB."""
MOST_EXCESS = 1.2
"""A picture up to this many times as wide as needed is not resampled, which would cost sharpness."""
JPEG_QUALITY = 88
"""Higher qualities are much larger and look the same on paper."""
LOSSLESS_FACTOR = 2
"""Lossless pixels, which keep the edges of drawings clean, may take this many times the bytes of a JPEG."""
TRIAL_PIXELS = 64
"""Pixels along the longer side of the trial that shows whether a whole picture can be read."""
ORIENTATION_TAG = 0x0112
"""The EXIF tag for the orientation of the camera (CIPA DC-008, 4.6.4)."""
UPRIGHTING = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""The transposition that makes a picture upright, by its orientation."""
SIDEWAYS = range(5, 9)
Image.MAX_IMAGE_PIXELS = MOST_PICTURE_PIXELS


class Photo(Struct, frozen=True, eq=False):
    """A picture that was read to its end once."""

    data: bytes
    kind: RasterFormat
    digest: str
    size: Size
    orientation: int

    def encoded(self, width: float) -> EncodedImage:
        """The picture for a PDF in which it is at most `width` points wide, with no more pixels than are visible."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return self._encoded(width)

    def _encoded(self, width: float) -> EncodedImage:
        needed = ceil(width / 72 * MOST_DPI)
        if self.size.width > MOST_EXCESS * needed:
            return self._resample(Size(needed, max(1, round(needed * self.size.height / self.size.width))))
        return self._unchanged() or self._resample(self.size)

    def _unchanged(self) -> EncodedImage | None:
        """The original JPEG when its pixels are upright and in gray or RGB without a special profile, else None."""
        image = _open(self.data, self.kind)
        plain = image.mode == "L" or (
            image.mode == "RGB" and ("jfif" in image.info or image.info.get("adobe_transform"))
        )
        if self.kind != "JPEG" or self.orientation in UPRIGHTING or not plain or _profile(image):
            return None
        data = jpeg.strip_jpeg(self.data)
        return EncodedImage(image.width, image.height, gray=image.mode == "L", jpeg=True, data=data) if data else None

    def _resample(self, size: Size) -> EncodedImage:
        """The picture with this number of pixels."""
        image = _open(self.data, self.kind)
        raw = size.turned if self.orientation in SIDEWAYS else size
        image.draft(image.mode, (int(raw.width), int(raw.height)))
        pixels = _convert(image, (int(raw.width), int(raw.height)))
        turn = UPRIGHTING.get(self.orientation)
        return _encode(pixels if turn is None else pixels.transpose(turn), self.kind)


def read_artwork(data: bytes, kind: RasterFormat, digest: str) -> tuple[Artwork, tuple[str, ...]]:
    """A picture as large as it may be printed, after reading it to its end; UserError when it cannot be read."""
    _check_parts(data, kind)
    with _report_damage():
        image = _open(data, kind)
        size = Size(*image.size)
        small = TRIAL_PIXELS / max(size)
        image.draft(image.mode, (TRIAL_PIXELS, TRIAL_PIXELS))
        _encode(_convert(image, (ceil(small * size.width), ceil(small * size.height))), kind)
        orientation = image.getexif().get(ORIENTATION_TAG, 1)
    if min(size) * MOST_SLIM < max(size):
        raise UserError(Fault("It is far too narrow to be seen.", "Crop it to the part to show."))
    upright = size.turned if orientation in SIDEWAYS else size
    box = Box(0, 0, upright.width * 72 / LEAST_DPI, upright.height * 72 / LEAST_DPI)
    photo = Photo(data, kind, digest, upright, orientation)
    return Artwork(f"picture {digest}", box.size, (Raster(box, photo),), digest), ()


def _check_parts(data: bytes, kind: RasterFormat) -> None:
    """UserError for a file that is made to take long: with very many parts, or with scans over and over again."""
    if kind == "PNG":
        count, scans = sum(1 for _ in islice(png.chunks(data), MOST_PARTS + 1)), 1
    else:
        kinds = [part.kind for part in islice(jpeg.marker_segments(data), MOST_PARTS + 1)]
        count, scans = len(kinds), kinds.count(jpeg.SCAN_MARKER)
    if count > MOST_PARTS or scans > MOST_SCANS:
        raise UserError(Fault("It takes too long to read.", RESAVE))
    if not scans:
        raise UserError(Fault("It is damaged or incomplete.", RESAVE))


@contextmanager
def _report_damage() -> Iterator[None]:
    """Turn any failure inside into a UserError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        problem = f"It has more than {MOST_PICTURE_PIXELS // 1_000_000} million pixels."
        raise UserError(Fault(problem, "Save it smaller: 2000 pixels across is enough.")) from None
    except Exception as error:  # the library can fail at a damaged file in any way
        raise UserError(Fault("It cannot be read; it may be damaged or incomplete.", RESAVE)) from error


def _open(data: bytes, kind: RasterFormat) -> Image.Image:
    """A picture whose header is read."""
    return Image.open(io.BytesIO(data), formats=(kind,))


def _convert(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A picture in gray or RGB on white, with this number of pixels."""
    image.load()
    if image.mode.startswith("I"):  # 16 bits: intermediate steps would take much memory
        return _to_8_bits(image.resize(size, Image.Resampling.LANCZOS))
    full = _to_pixels(image)
    sized = full if full.size == size else full.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    return _on_white(_to_srgb(sized))


def _to_8_bits(image: Image.Image) -> Image.Image:
    """Gray of 16 bits in 8."""
    return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")


def _to_pixels(image: Image.Image) -> Image.Image:
    """Every pixel with its own color in 8 bits: gray, RGB or CMYK, with its opacity."""
    if "transparency" in image.info or image.mode in ("PA", "La", "RGBa"):
        return image.convert("RGBA")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK") else image.convert("RGB")


def _profile(image: Image.Image) -> ImageCms.ImageCmsProfile | None:
    """The color profile of a picture, unless it is sRGB or cannot be used."""
    data = image.info.get("icc_profile")
    if not data or len(data) > MOST_PROFILE or image.mode in ("1", "L", "LA"):
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        return None if "sRGB" in ImageCms.getProfileDescription(profile) else profile
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _to_srgb(image: Image.Image) -> Image.Image:
    """The same colors in sRGB; a profile that does not fit the pixels is ignored."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile := _profile(image):
        try:
            srgb = ImageCms.ImageCmsProfile(str(SRGB_PROFILE))
            return ImageCms.profileToProfile(image, profile, srgb, outputMode=mode) or image
        except ImageCms.PyCMSError:
            pass
    return image.convert(mode) if image.mode == "CMYK" else image


def _on_white(image: Image.Image) -> Image.Image:
    """A picture as it looks on white paper."""
    if image.mode not in ("LA", "RGBA"):
        return image
    paper = Image.new(image.mode.removesuffix("A"), image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _encode(image: Image.Image, kind: RasterFormat) -> EncodedImage:
    """A picture as a JPEG, or lossless where that is not much larger."""
    made = io.BytesIO()
    image.save(made, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True)
    data, lossy = made.getvalue(), True
    if kind == "PNG":
        rows = _rows(image)
        if len(rows) <= LOSSLESS_FACTOR * len(data):
            data, lossy = rows, False
    return EncodedImage(image.width, image.height, image.mode == "L", lossy, data)


def _rows(image: Image.Image) -> bytes:
    """The deflated rows of a PNG, which a PDF can hold unchanged."""
    made = io.BytesIO()
    image.save(made, "PNG")
    return b"".join([chunk.data for chunk in png.chunks(made.getvalue()) if chunk.kind == b"IDAT"])
