"""What is handed from room to room: errors, import reports, listings, logged replies."""

from deskhelper.core.errors import Problem, WorldError
from deskhelper.core.flow import PromiseKind
from deskhelper.core.imported import ImportReport, Rejection
from deskhelper.core.log import CopiedReply, StoredPromise
from deskhelper.core.text import Text
from deskhelper.core.view import Listing, SortKey, View
from tests.core.make import NOW


def test_an_error_of_the_world_carries_its_problem_and_the_values_of_its_sentence() -> None:
    error = WorldError("order_unknown", order_no="1")
    assert error.problem == Problem("order_unknown", {"order_no": "1"})
    assert "order_unknown" in str(error)


def test_reports_do_not_share_what_they_collect() -> None:
    first, second = ImportReport(file="a.csv"), ImportReport(file="b.csv")
    first.rejected.append(Rejection(2, "订单号", Problem("order_no_missing"), False))
    assert (second.rejected, second.new, second.notes) == ([], 0, [])


def test_the_views_are_those_that_the_command_line_documents() -> None:
    assert [view.value for view in View] == ["all", "to_ship", "due", "overdue", "shipped", "after_sale", "with_case"]


def test_a_listing_shows_the_newest_first_unless_it_says_otherwise() -> None:
    listing = Listing(View.ALL, NOW)
    assert (listing.sort, listing.descending, listing.due_hours) == (SortKey.TIME, True, 6)


def test_a_promise_is_open_until_it_is_closed() -> None:
    reply = CopiedReply(
        case_id="c", platform="pdd", order_no="1", flow="test", outcome="AGREE", script="agree", wording=0, text="好",
        copied_at=NOW, agent="",
    )  # fmt: skip
    promise = StoredPromise(
        id=1, case_id=reply.case_id, platform="pdd", order_no="1", kind=PromiseKind.SHIP, text="发货",
        follow_up=Text(zh="发货", en="ship"), due_at=NOW, made_at=reply.copied_at, agent="",
    )  # fmt: skip
    assert (promise.closed_at, promise.is_kept, promise.fen) == (None, None, None)
