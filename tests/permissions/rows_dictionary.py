"""The dictionary of indicators: for whoever reads figures."""

from tests.permissions import makers
from tests.permissions.oracle import Row
from tests.permissions.rows import page

_VIEW = "statistics.view"
_figure = {"query": makers.area_of}

DICTIONARY: dict[str, Row] = {
    "statistics:dictionary": page("指标字典", _VIEW),
    "statistics:entry": page("一个指标的口径、版本和其他口径", _VIEW, makers.any_indicator, **_figure),
    "statistics-indicators-list": page("接口：指标字典", _VIEW),
    "statistics-indicators-detail": page("接口：字典里的一个指标", _VIEW, makers.any_indicator, shared=True),
    "statistics-indicators-alternatives": page(
        "接口：一个指标按各口径的数", _VIEW, makers.any_indicator, **_figure
    ),
}
