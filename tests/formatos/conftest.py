"""A logo as the file of a plantel keeps it."""

import base64
import io

import pytest


@pytest.fixture
def logo() -> str:
    """A colour PNG with transparency, as base64 text."""
    from PIL import Image, ImageDraw

    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((10, 10, 290, 190), fill=(120, 30, 40, 255))
    file = io.BytesIO()
    image.save(file, "PNG")
    return base64.b64encode(file.getvalue()).decode()
