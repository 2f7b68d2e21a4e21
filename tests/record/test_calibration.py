"""Calibration counts what can be counted, and says when there is too little of it."""

from hypothesis import given
from hypothesis import strategies as st

from lessons.record.calibration import CONFIDENCES, Count, Forecast, calibration

FORECASTS = st.lists(
    st.builds(
        Forecast,
        st.sampled_from([*CONFIDENCES, "other"]),
        st.sampled_from(["published", "exact", "assumed"]),
        st.none() | st.booleans(),
    )
)


def test_findings_and_mathematics_are_counted_and_the_models_answers_apart():
    forecasts = [
        Forecast("nearly", "published", True),
        Forecast("nearly", "exact", False),
        Forecast("nearly", "assumed", True),
        Forecast("guess", "exact", None),
    ]
    assert calibration(forecasts) == {"guess": Count(), "fairly": Count(), "nearly": Count(1, 2)}
    assert calibration(forecasts, in_model=True)["nearly"] == Count(1, 1)


def test_under_five_answers_there_are_too_few_to_say():
    assert calibration([Forecast("guess", "exact", True)] * 4)["guess"].too_few
    assert not calibration([Forecast("guess", "exact", True)] * 5)["guess"].too_few


@given(FORECASTS)
def test_every_known_outcome_is_counted_once(forecasts):
    counts = [*calibration(forecasts).values(), *calibration(forecasts, in_model=True).values()]
    known = [one for one in forecasts if one.right is not None and one.sure in CONFIDENCES]
    assert sum(count.of for count in counts) == len(known)
    assert sum(count.right for count in counts) == sum(bool(one.right) for one in known)
