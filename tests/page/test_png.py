"""The PNG writer loses no pixel."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from lessons.page.png import encode


@given(arrays(np.uint8, st.tuples(st.integers(1, 30), st.integers(1, 30), st.just(4))), st.sampled_from([72, 100, 200]))
def test_another_reader_reads_the_same_pixels(rgba: np.ndarray, dpi: int) -> None:
    image = Image.open(io.BytesIO(encode(rgba, dpi)))
    assert image.mode == "RGB"
    assert round(image.info["dpi"][0]) == dpi
    assert np.array_equal(np.asarray(image), rgba[..., :3])


@pytest.mark.parametrize("wrong", [np.zeros((3, 3), np.uint8), np.zeros((3, 3, 3), np.uint8), np.zeros((3, 3, 4))])
def test_other_arrays_are_refused(wrong: np.ndarray) -> None:
    with pytest.raises(ValueError, match="expected bytes of shape"):
        encode(wrong)
