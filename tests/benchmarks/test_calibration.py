import pytest

from tests.benchmarks.calibration import Judged, confusion, reliability


def test_ece_is_the_mean_gap_between_confidence_and_correctness() -> None:
    judged = [Judged("claim", "claim", 0.95), Judged("claim", "premise", 0.95), Judged("none", "none", 0.65)]
    result = reliability(judged)
    assert result["ece"] == pytest.approx((2 * abs(0.95 - 0.5) + abs(0.65 - 1.0)) / 3)
    assert [point["units"] for point in result["bins"]] == [1, 2]


def test_confusion_counts_gold_by_predicted() -> None:
    judged = [Judged("claim", "premise", 0.9), Judged("claim", "claim", 0.9)]
    assert confusion(judged, ["claim", "premise"]) == {
        "claim": {"claim": 1, "premise": 1},
        "premise": {"claim": 0, "premise": 0},
    }
