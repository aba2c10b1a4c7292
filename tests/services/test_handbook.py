"""The handbook as the desk reads it."""

from pathlib import Path

import pytest

from deskhelper.content.library import load_library
from deskhelper.core.errors import WorldError
from deskhelper.paths import RESOURCES
from deskhelper.services.handbook import HandbookService


@pytest.fixture
def libraries(tmp_path: Path) -> list:
    return [load_library(RESOURCES)]


@pytest.fixture
def handbook(libraries: list) -> HandbookService:
    return HandbookService(lambda: libraries[-1], lambda char: {"催": "c", "发": "f", "货": "h"}.get(char, ""))


def test_every_flow_has_its_page_and_its_map(handbook: HandbookService, libraries: list) -> None:
    assert [page.id for page in handbook.pages()] == list(libraries[-1].flows)
    assert handbook.page("urge_shipment").title.zh == "催发货"
    assert handbook.map_of("urge_shipment").start == "wants"


def test_a_flow_that_is_not_there_is_told(handbook: HandbookService) -> None:
    for ask in (handbook.page, handbook.map_of):
        with pytest.raises(WorldError) as error:
            ask("gone")
        assert error.value.problem.code == "flow_unknown"


def test_places_are_found_by_initials_and_id(handbook: HandbookService) -> None:
    assert handbook.find("cfh")[0].flow == "urge_shipment"
    assert handbook.find("D-URGE-1.2.2")[0].anchor == "D-URGE-1.2.2"
    assert len(handbook.find("优惠券", deep=True)) > len(handbook.find("优惠券"))


def test_it_is_read_again_when_the_library_has_changed(handbook: HandbookService, libraries: list) -> None:
    before = handbook.page("urge_shipment")
    assert handbook.page("urge_shipment") is before
    libraries.append(load_library(RESOURCES))
    assert handbook.page("urge_shipment") is not before
