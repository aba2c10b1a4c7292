"""What an agent has put into a script that has not left yet: kept through a crash, as cases are."""

from msgspec import Struct

from deskhelper.core.own_words import NOTHING_OWN, OwnWords


class ScriptState(Struct, frozen=True, kw_only=True):
    """A script in use: its id, the order it is about (empty: none), slot inputs, and the agent's own words."""

    script: str
    wording: int
    agent: str = ""
    platform: str = ""
    order_no: str = ""
    given: dict[str, str] = {}
    own: OwnWords = NOTHING_OWN
