import numpy as np
import pytest

from argmine.classification.thesis import CANDIDATES, coverage, thesis_candidates


def test_coverage_is_the_share_of_the_propositions_bigrams() -> None:
    assert coverage(["船を残す。", "船を残すべきだ", "橋"], "船を残すべきだ") == pytest.approx([3 / 6, 1.0, 0.0])


def test_a_short_text_may_have_any_unit_as_its_thesis_a_long_one_only_likely_claims() -> None:
    types = np.zeros((CANDIDATES + 50, 4))
    types[10:, 0] = 0.5
    candidates = thesis_candidates(types)
    assert len(candidates) == CANDIDATES
    assert candidates[0] == 10
    assert thesis_candidates(types[:3]) == [0, 1, 2]
