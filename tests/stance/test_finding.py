import pytest

from argmine.language import Analyser
from argmine.reading import Commentary
from argmine.segmentation.outline import outline
from argmine.stance.finding import find_target
from tests.conftest import REFERENCE


def found(commentary: Commentary, analyser: Analyser) -> tuple[str, str]:
    parsed = outline(commentary.text, commentary.body_start, commentary.body_end, analyser)
    target = find_target(commentary.metadata.title, parsed, analyser)
    return target.name, target.action


def test_the_target_of_the_reference_commentary(analyser: Analyser) -> None:
    name, action = found(Commentary.from_file(REFERENCE), analyser)
    assert action == "reinforcement"
    assert "指揮統制関係" in name and name.endswith("強化")


@pytest.mark.parametrize(
    ("text", "name", "action"),
    [
        ("防災庁の設置に関する意見\n\n反対する。", "防災庁の設置", "establishment"),
        ("容量市場の廃止を求める\n\n市場は失敗した。", "容量市場の廃止", "abolition"),
        ("学校給食を無償化すべきだ。給食費は重い。", "学校給食の無償化", "free-provision"),
        ("公文書の保存期間の短縮について\n\n書庫は満杯である。", "公文書の保存期間の短縮", "reduction"),
        ("夜の散歩は楽しい。散歩は体によい。", "散歩", "proposition"),
    ],
)
def test_targets_of_other_texts(text: str, name: str, action: str, analyser: Analyser) -> None:
    assert found(Commentary.from_text(text), analyser) == (name, action)
