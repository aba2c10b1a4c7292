"""What the platform's figures demand for an order, in fen, kept apart from what the shop itself promised (D-LATE-2)."""

from msgspec import Struct

from deskhelper.core.figures import due_in_force
from deskhelper.core.policy import Policy


class Compensation(Struct, frozen=True):
    """The sums for one order in fen, half a fen rounded up; None where amount or figure is not known.

    `late`: late.platform_compensation, `stock`: stock.compensation, `fake_ship`: fake_ship.compensation, `fraud`:
    fraud_ship.compensation (an empty parcel, goods missing by more than half).
    """

    late: int | None
    stock: int | None
    fake_ship: int | None
    fraud: int | None


def compensation_of(paid_fen: int | None, policy: Policy | None) -> Compensation:
    """Return the sums for an order of `paid_fen` by the figures in force."""
    return Compensation(
        late=due_in_force(policy, "late.platform_compensation", paid_fen),
        stock=due_in_force(policy, "stock.compensation", paid_fen),
        fake_ship=due_in_force(policy, "fake_ship.compensation", paid_fen),
        fraud=due_in_force(policy, "fraud_ship.compensation", paid_fen),
    )
