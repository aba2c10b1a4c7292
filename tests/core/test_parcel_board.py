from msgspec.structs import replace

from deskhelper.content.library import load_policy
from deskhelper.content.traces import load_carriers
from deskhelper.core.anomaly import Limits, Regions
from deskhelper.core.parcel_board import LIMIT, ParcelCounts, anomaly_limit, least_limits
from deskhelper.core.policy import Policy
from deskhelper.paths import RESOURCES

POLICY = load_policy(RESOURCES)


def test_the_least_limits_are_those_of_no_far_region_and_no_direct_mail() -> None:
    regions = load_carriers(RESOURCES).regions
    assert least_limits(POLICY, regions, 3) == Limits(24, 24, 48, 24, 144)


def test_a_shop_that_gives_a_region_less_time_is_kept_to() -> None:
    figure = POLICY.figures["transit.hours"]
    shorter = figure.details | {"remote": replace(figure.details["remote"], value=30)}
    policy = replace(POLICY, figures=POLICY.figures | {"transit.hours": replace(figure, details=shorter)})
    assert least_limits(policy, Regions(remote=("西藏",)), 3).transit == 30


def test_a_figure_that_nobody_knows_limits_nothing() -> None:
    assert least_limits(None, Regions(), 2) == Limits(arrival=96)


def test_the_rate_leaves_parcels_without_a_trace_out_and_is_not_told_without_any() -> None:
    assert ParcelCounts(on_the_way=400, traced=200, in_anomaly=3, untraced=50).rate == 1.5
    assert ParcelCounts(on_the_way=400).rate is None


def test_the_limit_is_told_only_where_the_categorys_mean_is_known() -> None:
    assert anomaly_limit(POLICY, 0.4) == 2.0
    assert anomaly_limit(POLICY, None) is None
    assert anomaly_limit(None, 0.4) is None
    assert anomaly_limit(Policy("pdd", {}), 0.4) is None
    worded = replace(POLICY.figures[LIMIT], value=None)
    assert anomaly_limit(Policy("pdd", {LIMIT: worded}), 0.4) is None
