"""What the agent marks on an order: custom-made and its stage, the buyer's files, presale, the platform's notice."""

from collections.abc import Callable

from msgspec.structs import replace

from deskhelper.core.deadline import ShipTermsOf
from deskhelper.core.errors import WorldError
from deskhelper.core.figures import days_in_force
from deskhelper.core.marks import (
    CustomStage,
    MarksInForce,
    OrderMarks,
    Presale,
    days_are_possible,
    with_file,
    with_stage,
    with_stage_time,
    without_file,
)
from deskhelper.core.moments import Instant
from deskhelper.core.order import Order
from deskhelper.core.policy import Policy
from deskhelper.services.clock import Clock
from deskhelper.storage.database import Database
from deskhelper.storage.marks import MarkStore

MAX_DAYS = "presale.max_days"


class MarkService:
    """Reads and sets marks. Each verb is one transaction, which sets the deadline too, and returns the marks."""

    def __init__(
        self, database: Database, policy: Callable[[], Policy], clock: Clock, ship_terms_of: ShipTermsOf
    ) -> None:
        self._store = MarkStore(database)
        self._policy = policy
        self._clock = clock
        self._ship_terms_of = ship_terms_of

    def of_order(self, order: Order) -> OrderMarks:
        """Return what was marked by hand."""
        return self._store.of_order(order.platform, order.order_no)

    def in_force(self, order: Order) -> MarksInForce:
        """Return the marks that count, by hand or by the shop's product rules."""
        return self._ship_terms_of(order.shop).marks_of(order, self.of_order(order))

    def set_custom(self, order: Order, is_custom: bool | None) -> OrderMarks:
        """Mark an order as custom-made or not; None leaves it to the product rules."""
        return self._save(order, replace(self.of_order(order), is_custom=is_custom))

    def set_stage(self, order: Order, stage: CustomStage | None, at: Instant | None = None) -> OrderMarks:
        """Note that a custom order has reached `stage`, now or at `at`; later stages are taken back."""
        reached = self._clock.now() if at is None else at
        return self._save(order, with_stage(self.of_order(order), stage, reached))

    def set_stage_time(self, order: Order, at: Instant) -> OrderMarks:
        """Note that the stage a custom order stands at was reached at `at`."""
        return self._save(order, with_stage_time(self.of_order(order), at))

    def add_file(self, order: Order, name: str) -> OrderMarks:
        """Note that the buyer handed in the file `name`; blank names are nothing."""
        marks = self.of_order(order)
        return self._save(order, with_file(marks, name.strip(), self._clock.now())) if name.strip() else marks

    def remove_file(self, order: Order, name: str) -> OrderMarks:
        """Take a file of the buyer's off the list."""
        return self._save(order, without_file(self.of_order(order), name))

    def set_presale(self, order: Order) -> OrderMarks:
        """Mark a presale whose end is not known, unless the order file has a promise (D-PRESALE-1)."""
        return self._save(order, replace(self.of_order(order), presale=Presale(), no_presale=False))

    def set_presale_days(self, order: Order, days: int) -> OrderMarks:
        """Mark a presale that ends `days` after grouping. Raises WorldError `presale_days` (D-PRESALE-1)."""
        most = days_in_force(self._policy(), MAX_DAYS)
        if not days_are_possible(days, most):
            raise WorldError("presale_days", value=days, most=round(most or 0))
        return self._save(order, replace(self.of_order(order), presale=Presale(days=days), no_presale=False))

    def set_presale_until(self, order: Order, until: Instant) -> OrderMarks:
        """Mark a presale that ends at a fixed instant."""
        return self._save(order, replace(self.of_order(order), presale=Presale(until=until), no_presale=False))

    def clear_presale(self, order: Order, by_rules: bool = False) -> OrderMarks:
        """Mark an order as no presale, or leave it to the product rules again."""
        return self._save(order, replace(self.of_order(order), presale=None, no_presale=not by_rules))

    def set_platform_notice(self, order: Order, at: Instant | None) -> OrderMarks:
        """Note when the platform said that it steps in; its clock for evidence starts there. None takes it back."""
        return self._save(order, replace(self.of_order(order), platform_notice_at=at))

    def set_rated_one(self, order: Order, is_rated: bool) -> OrderMarks:
        """Note that the buyer rated the order 1, which speaks against its goods (D-LOGI-9), or take that back."""
        at = self._clock.now() if is_rated else None
        return self._save(order, replace(self.of_order(order), rated_one_at=at))

    def _save(self, order: Order, marks: OrderMarks) -> OrderMarks:
        self._store.save(order.platform, order.order_no, marks, self._clock.now(), self._ship_terms_of)
        return marks
