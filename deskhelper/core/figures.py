"""Figures in force as numbers that rules compute with; None where the policy has no such number."""

from deskhelper.core.policy import Policy
from deskhelper.core.tiers import amount_due

DAY_HOURS = 24


def hours_in_force(policy: Policy | None, figure: str, detail: str | None = None) -> float | None:
    """Return a figure's number in hours, days turned into hours; None where it is not known."""
    entry = policy.figures.get(figure) if policy else None
    if entry is None:
        return None
    if detail is None:
        value, unit = entry.value, entry.unit
    elif detail in entry.details:
        value, unit = entry.details[detail].value, entry.details[detail].unit
    else:
        return None
    return None if value is None else value * (DAY_HOURS if unit == "days" else 1)


def days_in_force(policy: Policy | None, figure: str) -> float | None:
    """Return a figure's number in days; None where it is not known."""
    hours = hours_in_force(policy, figure)
    return None if hours is None else hours / DAY_HOURS


def due_in_force(policy: Policy | None, figure: str, paid_fen: int | None) -> int | None:
    """Return what the platform's `figure` demands for an order of `paid_fen`, in fen, half a fen rounded up.

    None where the amount or the figure's tiers are not known. The share of late.platform_compensation is of the
    merchant's takings, for which the paid amount stands in.
    """
    entry = policy.figures.get(figure) if policy else None
    if entry is None or not entry.tiers or paid_fen is None or paid_fen < 0:
        return None
    return amount_due(entry.tiers, paid_fen)
