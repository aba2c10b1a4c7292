"""What a reply is read against, put together from the order, the settings, the clock and what is known beside it."""

from deskhelper.core.facts import facts_of
from deskhelper.core.filling import Situation
from deskhelper.core.known import Known
from deskhelper.core.order import Order
from deskhelper.core.particles import Particles
from deskhelper.core.script_draft import facts_of_terms
from deskhelper.services.clock import Clock, moment_of
from deskhelper.services.known import KnownService
from deskhelper.services.settings import SettingsService


def situation_of(order: Order, clock: Clock, settings: SettingsService, known: KnownService) -> Situation:
    """Return the situation of `order` now."""
    return situation_with(order, clock, settings, known.of_order(order))


def situation_with(order: Order, clock: Clock, settings: SettingsService, known: Known) -> Situation:
    """Return the situation of `order` now, with what is known beside it as it was read before."""
    terms, moment = settings.terms_of(order.shop), moment_of(clock)
    facts = facts_of(order, terms, moment, known)
    return Situation(facts, terms, moment, order.order_no, _particles(settings))


def situation_without_order(clock: Clock, settings: SettingsService) -> Situation:
    """Return the situation of a buyer whose order nobody knows yet: the common terms and the clock."""
    terms = settings.terms_of("")
    return Situation(facts_of_terms(terms), terms, moment_of(clock), particles=_particles(settings))


def _particles(settings: SettingsService) -> Particles:
    return Particles(settings.current.particles)
