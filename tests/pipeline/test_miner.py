import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmine.errors import InputError
from argmine.objects import ArgumentDocument, Target
from argmine.pipeline.miner import Miner
from argmine.reading import Commentary
from tests.conftest import REFERENCE


def check(document: ArgumentDocument, text: str) -> None:
    """What holds for every text."""
    assert document.text == text
    for unit in document.units:
        assert text[unit.start : unit.end] == unit.text
        assert not unit.text[0].isspace()
    assert all(one.end == two.start for one, two in itertools.pairwise(document.units))
    assert ArgumentDocument.from_dict(document.to_dict()) == document


@pytest.fixture(scope="module")
def reference(miner: Miner) -> ArgumentDocument:
    return miner(Commentary.from_file(REFERENCE))


def test_the_reference_commentary_is_mined_without_help(reference: ArgumentDocument) -> None:
    check(reference, REFERENCE.read_bytes().decode("utf-8"))
    assert reference.units[0].text.startswith("2024年4月に岸田総理")
    assert reference.target.action == "reinforcement"
    labels = {unit.stance.label for unit in reference.components if unit.stance}
    assert labels <= {"pro-reinforcement", "con-reinforcement", "neutral"}
    assert "pro-reinforcement" in labels
    assert reference.claims and reference.premises and reference.evidence and reference.relations
    assert reference.thesis is not None and reference.thesis.stance is not None
    assert reference.thesis.stance.polarity == "pro"


def test_the_target_may_be_given(miner: Miner) -> None:
    text = "在日米軍の強化は重要である。しかし費用がかかる。"
    target = miner(text, target="在日米軍の強化").target
    assert (target.name, target.action) == ("在日米軍の強化", "reinforcement")
    own = Target(name="駐留", proposition="駐留を続けるべきである", action="continuation")
    assert miner(text, target=own).target == own


def test_pipe_keeps_order_and_takes_endless_input(miner: Miner) -> None:
    def endless() -> Iterator[str]:
        for number in itertools.count():
            yield f"第{number}の論点である。"

    documents = itertools.islice(miner.pipe(endless(), target="減税"), 5)
    assert [document.text for document in documents] == [f"第{n}の論点である。" for n in range(5)]


def test_the_same_text_gives_the_same_document(miner: Miner, reference: ArgumentDocument) -> None:
    assert miner(Commentary.from_file(REFERENCE)) == reference


@pytest.mark.parametrize("text", ["", " \n", "no Japanese here", "😀😀"])
def test_texts_without_japanese_are_refused(text: str, miner: Miner) -> None:
    with pytest.raises(InputError):
        miner(text)


@pytest.mark.parametrize(
    "text",
    [
        "防衛費を増やすべきだ。\r\n\r\nしかし、財源がない。\r\n",
        "　防衛費を増やすべきだ。　　だが、財源がない。",
        "防衛費\x00を増やす\x1b[31mべきだ。\ud800しかし、財源がない。",
        "か\u3099んは\u309aる😀。増税👨‍👩‍👧すべきだ。",
        "「閉じない引用。そのまま終わる",
        "、、、。。。！？が、ので、から、",
        "防衛費を増やすべきだ。\u2028財源がない。\x0c次。\u200b",
        "\ufeff防衛費を増やすべきだ。",
        "が",
        "①防衛②外交\n| 表 | 値 |\n```\ncode\n```\n---\n終わりだ。",
    ],
)
def test_odd_characters_keep_offsets_exact(text: str, miner: Miner) -> None:
    check(miner(text, target="防衛費の増額"), text)


TEXT = st.text(
    alphabet="防衛費を増すべきだがので、。！？「」（）\n\r 　\x00\ud800😀\u3099①#|-a1.", min_size=1, max_size=80
)


@given(TEXT)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_tiles(miner: Miner, text: str) -> None:
    text = "防" + text
    check(miner(text, target="防衛費の増額"), text)


def test_a_text_of_two_megabytes(miner: Miner) -> None:
    paragraph = "防衛費は増やすべきである。しかし、財源がないので、増税は避けられない。\n"
    text = paragraph * (2_000_000 // len(paragraph.encode()))
    document = miner(text, target="防衛費の増額")
    assert document.units[-1].end == len(text.rstrip())
    assert len(document.units) >= 2 * text.count("\n")
