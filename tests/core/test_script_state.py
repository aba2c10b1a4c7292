"""What is kept of a script in use comes back as it was, and says nothing that was not typed."""

import msgspec

from deskhelper.core.own_words import NOTHING_OWN, OwnWords
from deskhelper.core.script_state import ScriptState


def test_a_script_in_use_comes_back_as_it_was() -> None:
    state = ScriptState(
        script="made-1", wording=2, agent="甲", platform="pdd", order_no="260518-1", given={"reason": "盘点"},
        own=OwnWords(text="亲，今天发。"),
    )  # fmt: skip
    assert msgspec.json.decode(msgspec.json.encode(state), type=ScriptState) == state


def test_a_script_just_opened_is_about_no_order_and_has_nothing_of_the_agents() -> None:
    state = ScriptState(script="made-1", wording=0)
    assert (state.agent, state.platform, state.order_no, state.given) == ("", "", "", {})
    assert state.own is NOTHING_OWN
