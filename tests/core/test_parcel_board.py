from deskhelper.core.anomaly import Limits, Regions
from deskhelper.core.parcel_board import ParcelCounts, anomaly_limit, least_limits
from tests.core.test_anomaly import POLICY, REGIONS
from tests.core.test_window import figure, policy_of

LIMITED = policy_of(anomaly__limit=figure(5, "times"))


def test_the_least_limits_are_those_of_no_far_region_and_no_direct_mail() -> None:
    assert least_limits(POLICY, REGIONS, 3) == Limits(24, 24, 48, 24, 144)


def test_a_shop_that_gives_a_region_less_time_is_kept_to() -> None:
    detail = {"title": {"zh": "偏远", "en": "remote"}, "value": 30, "unit": "hours"}
    policy = policy_of(transit__hours=figure(48, details={"remote": detail}))
    assert least_limits(policy, Regions(remote=("西藏",)), 3).transit == 30


def test_a_figure_that_nobody_knows_limits_nothing() -> None:
    assert least_limits(None, Regions(), 2) == Limits(arrival=96)


def test_the_rate_leaves_parcels_without_a_trace_out_and_is_not_told_without_any() -> None:
    assert ParcelCounts(on_the_way=400, traced=200, in_anomaly=3, untraced=50).rate == 1.5
    assert ParcelCounts(on_the_way=400).rate is None


def test_the_limit_is_told_only_where_the_categorys_mean_is_known() -> None:
    assert anomaly_limit(LIMITED, 0.4) == 2.0
    assert anomaly_limit(LIMITED, None) is None
    assert anomaly_limit(None, 0.4) is None
    assert anomaly_limit(policy_of(), 0.4) is None
    assert anomaly_limit(policy_of(anomaly__limit={**figure(5), "value": None}), 0.4) is None
