"""What decides when a shop's orders must ship, put together from its settings and the platform's figures in force."""

from collections.abc import Callable

from deskhelper.core.deadline import ShipTerms, ShipTermsOf, ship_terms
from deskhelper.core.policy import Policy
from deskhelper.services.settings import SettingsService


def ship_terms_from(settings: SettingsService, policy: Callable[[], Policy]) -> ShipTermsOf:
    """Return what gives a shop's ship terms of now; `policy` is asked only where a rule of the shop needs a figure."""

    def of_shop(shop: str) -> ShipTerms:
        return ship_terms(settings.terms_of(shop), policy)

    return of_shop
