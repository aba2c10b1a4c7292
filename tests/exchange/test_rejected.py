"""Refused rows saved as a CSV with the reason behind them."""

import csv
from pathlib import Path

import pytest

from deskhelper import exchange
from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.imported import Rejection
from tests.exchange.conftest import Opener, Reader
from tests.exchange.made_up import COMPACT, NO, ORDER, WIDE, compact, csv_file, lines, order


def sentence(problem: Problem) -> str:
    return f"<{problem.code}>"


def saved(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [*csv.reader(file)]


def test_refused_rows_keep_their_cells_and_get_the_reason(tmp_path: Path, opened: Opener) -> None:
    bad = order(订单号="", 商品="=1+1\t")
    file = opened(compact(tmp_path, ORDER, bad))
    [*file.batches()]
    path = tmp_path / "refused.csv"
    assert exchange.save_rejected(path, COMPACT, file.rejections, sentence) == 1
    assert saved(path) == [[*COMPACT, "原因"], [*lines(COMPACT, bad)[1], "<order_no_missing>"]]


def test_several_reasons_share_one_line(tmp_path: Path, opened: Opener) -> None:
    file = opened(compact(tmp_path, order(发货时间="昨天", 商品id="7.5E+11"), order(确认收货时间="昨天")))
    [*file.batches()]
    path = tmp_path / "refused.csv"
    assert exchange.save_rejected(path, COMPACT, file.rejections, sentence) == 2
    assert [row[-1] for row in saved(path)[1:]] == ["<id_scientific> <date_unreadable>", "<date_unreadable>"]


def test_the_saved_rows_can_be_read_in_again(tmp_path: Path, opened: Opener, read: Reader) -> None:
    file = opened(compact(tmp_path, order(发货时间="昨天")))
    [*file.batches()]
    path = tmp_path / "refused.csv"
    exchange.save_rejected(path, COMPACT, file.rejections, sentence)
    [found], _ = read(path)
    assert found.order_no == NO


def test_identity_cards_are_not_saved(tmp_path: Path, opened: Opener) -> None:
    file = opened(csv_file(tmp_path / "w.csv", lines(WIDE, {"身份证号码": "110101199001010000", "商品": "测试杯"})))
    [*file.batches()]
    path = tmp_path / "refused.csv"
    exchange.save_rejected(path, WIDE, file.rejections, sentence)
    text = path.read_text(encoding="utf-8-sig")
    assert "测试杯" in text
    assert "110101199001010000" not in text


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as error:
        exchange.save_rejected(tmp_path / "no" / "r.csv", ["a"], [], sentence)
    assert error.value.problem.code == "file_not_written"


def test_the_cells_of_kept_rows_are_held_for_the_first_thousand_only(tmp_path: Path, opened: Opener) -> None:
    rows = [order(订单号=f"260517-{number:015d}", 订单状态="飞走了") for number in range(1100)]
    file = opened(compact(tmp_path, *rows, order(订单号="")))
    [*file.batches()]
    with_cells = [refused for refused in file.rejections if refused.cells]
    assert (len(file.rejections), len(with_cells)) == (1101, 1001)
    assert isinstance(with_cells[-1], Rejection)
    assert not with_cells[-1].kept


def test_a_row_whose_cells_were_not_held_still_has_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    refused = [
        Rejection(3, "order_no", Problem("other_shop"), False),
        Rejection(3, "a", Problem("id_scientific"), True, ["1", "2"]),
        Rejection(9, "order_no", Problem("other_shop"), False),
    ]
    assert exchange.save_rejected(path, ["a", "b"], refused, sentence) == 2
    assert saved(path)[1:] == [["1", "2", "<other_shop> <id_scientific>"], ["", "", "<other_shop>"]]
