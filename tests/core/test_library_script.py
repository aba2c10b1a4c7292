from deskhelper.core.library_script import LibraryScript, Scope, in_force, next_wording


def script(id_: str, **more: object) -> LibraryScript:
    values: dict[str, object] = {"id": id_, "title": id_, "wordings": ("您好。", "亲，在的。")}
    return LibraryScript(**{**values, **more})  # type: ignore[arg-type]


def test_own_scripts_stand_over_the_shipped_ones_they_replace() -> None:
    shipped = [script("greet"), script("thanks")]
    own = [script("a", scope=Scope.SHOP, replaces="greet"), script("b", scope=Scope.PERSONAL)]
    assert [one.id for one in in_force(shipped, own)] == ["thanks", "a", "b"]


def test_a_personal_script_stands_over_the_shops_for_the_same() -> None:
    shop = script("a", scope=Scope.SHOP, replaces="greet")
    personal = script("b", scope=Scope.PERSONAL, replaces="greet")
    assert [one.id for one in in_force([script("greet")], [shop, personal])] == ["b"]


def test_a_disabled_or_empty_script_is_out_and_takes_the_shipped_one_along() -> None:
    off = script("a", scope=Scope.SHOP, replaces="greet", is_enabled=False)
    assert in_force([script("greet")], [off, script("empty", wordings=())]) == []


def test_wordings_are_counted_round_and_slots_named_once() -> None:
    made = script("a", wordings=("{name}您好，{name}", "{time}见"))
    assert [made.wording(number) for number in range(3)] == ["{name}您好，{name}", "{time}见", "{name}您好，{name}"]
    assert made.slots == ["name", "time"]
    assert script("b", wordings=()).wording(3) == ""


def test_a_buyer_never_gets_the_same_wording_twice_in_a_row() -> None:
    assert [next_wording(3, last) for last in (None, 0, 1, 2)] == [0, 1, 2, 0]
    assert next_wording(1, 0) == 0
