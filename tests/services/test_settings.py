import json
from pathlib import Path

import pytest

from deskhelper.core.errors import WorldError
from deskhelper.core.terms import ShopTerms
from deskhelper.services.settings import Settings, SettingsService


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_the_defaults_are_in_force_and_nothing_is_written(path: Path) -> None:
    service = SettingsService(path)
    assert (service.current, service.was_broken, path.exists()) == (Settings(), False, False)


def test_a_change_is_on_disk_before_it_is_told(path: Path) -> None:
    service = SettingsService(path)
    seen: list[tuple[str, str]] = []
    service.listen(
        lambda settings: seen.append((settings.agent, json.loads(path.read_text(encoding="utf-8"))["agent"]))
    )
    service.change(agent="小测")
    assert seen == [("小测", "小测")]
    assert SettingsService(path).current == service.current
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_terms_are_those_of_the_shop_else_the_common_ones_else_the_defaults(path: Path) -> None:
    service = SettingsService(path)
    assert service.current.own_terms_of("甲") == ShopTerms()
    assert service.terms_of("甲").promise_hours is None
    service.change_terms("", ShopTerms(promise_hours=24))
    service.change_terms("乙", ShopTerms(promise_hours=72))
    current = SettingsService(path).current
    assert [current.own_terms_of(shop).promise_hours for shop in ("甲", "乙")] == [24, 72]


def test_promise_hours_are_the_shops_own_else_the_common_ones_else_the_platforms(path: Path) -> None:
    service = SettingsService(path, lambda: 48)
    service.change_terms("甲", ShopTerms(coupon_fen=0))
    assert [service.terms_of(shop).promise_hours for shop in ("甲", "乙")] == [48, 48]
    service.change_terms("", ShopTerms(promise_hours=24, coupon_fen=800))
    assert [service.terms_of(shop).promise_hours for shop in ("甲", "乙")] == [24, 24]
    assert service.terms_of("甲").coupon_fen == 0
    service.change_terms("甲", ShopTerms(promise_hours=72))
    assert service.terms_of("甲").promise_hours == 72
    assert SettingsService(path.with_name("none.json")).terms_of("丙").promise_hours is None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b"\x00",
        b'{"due_hours": "six"}',
        b'{"theme": "pink"}',
        b'{"x":' + b"[" * 50_000,
    ],
)
def test_a_broken_file_is_kept_aside_and_the_defaults_are_in_force(path: Path, raw: bytes) -> None:
    path.write_bytes(raw)
    service = SettingsService(path)
    assert (service.current, service.was_broken) == (Settings(), True)
    assert path.with_suffix(".broken.json").read_bytes() == raw
    service.change(agent="小测")
    assert SettingsService(path).current.agent == "小测"


def test_a_key_of_another_version_is_no_fault(path: Path) -> None:
    path.write_text(
        '{"agent": "小测", "colour": 1, "terms": {"": {"promise_hours": 24, "new": true}}}', encoding="utf-8"
    )
    service = SettingsService(path)
    assert (service.was_broken, service.current.agent) == (False, "小测")
    assert service.current.own_terms_of("").promise_hours == 24


def test_settings_that_cannot_be_written_stay_as_they_were(path: Path) -> None:
    service = SettingsService(path)
    path.with_suffix(".part").mkdir()
    told: list[Settings] = []
    service.listen(told.append)
    with pytest.raises(WorldError) as caught:
        service.change(agent="小测")
    assert caught.value.problem.code == "file_unwritable"
    assert (service.current, told, path.exists()) == (Settings(), [], False)


def test_a_name_that_is_no_setting_is_an_error_of_ours(path: Path) -> None:
    with pytest.raises(TypeError):
        SettingsService(path).change(colour="red")


def test_each_agent_has_the_particles_they_like_and_a_new_one_those_that_were_there_before(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"agent": "小甲", "particles": "little"}', encoding="utf-8")
    service = SettingsService(path)
    assert service.change(agent="小乙").particles == "little"
    assert service.change(particles="lot").particles == "lot"
    assert service.change(agent="小甲").particles == "little"
    assert service.change(agent="小丙", due_hours=3).particles == "little"
    assert SettingsService(path).change(agent="小乙").particles == "lot"
    assert service.change(agent="小丁", particles="none").particles == "none"
    assert service.change(agent="").particles == "little"
