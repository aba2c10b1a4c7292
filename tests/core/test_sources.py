"""Sources as people read them."""

from deskhelper.core.sources import sources_told


def test_seed_documents_are_told_in_words_and_ids_stay() -> None:
    assert sources_told(("D-LATE-1", "seed 002"), "zh") == ["D-LATE-1", "原始资料 002"]
    assert sources_told(("D-LATE-1", "seed 002"), "en") == ["D-LATE-1", "seed document 002"]
    assert sources_told((), "zh") == []
