"""Court figures and the rates reckoned from them."""

from tests.permissions import makers, makers_litigation
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_VIEW, _MANAGE = "statistics.view", "disputes.litigation"
_figure = by_pk(makers_litigation.figure)

LITIGATION = {
    "disputes:litigation_list": rows_of("诉讼数据列表", _VIEW, makers_litigation.figure),
    "disputes:litigation_detail": page("诉讼数据详情", _VIEW, _figure),
    "disputes:litigation_correct": form("更正诉讼数据", _MANAGE, _figure, gate=_VIEW, sees=_VIEW),
    "disputes:litigation_report": form("登记诉讼数据", _MANAGE),
    "disputes:litigation_rates": page("万人成讼率、万人起诉率", _VIEW, query=makers.area_of),
    "disputes:rate_define": form("改变指标口径", _MANAGE),
    "litigation-figure-list": Row(
        "接口：诉讼数据列表、登记诉讼数据", _VIEW, FORM, fill=makers_litigation.figure, rights={"POST": _MANAGE}
    ),
    "litigation-figure-detail": page("接口：诉讼数据详情", _VIEW, _figure),
    "litigation-figure-correct": verb("接口：更正诉讼数据", _MANAGE, _figure, sees=_VIEW),
    "litigation-rate-list": page("接口：万人成讼率、万人起诉率", _VIEW, query=makers.area_of),
    "rate-definition-list": Row(
        "接口：指标口径列表、改变口径", _VIEW, FORM, fill=makers_litigation.definition,
        rights={"POST": _MANAGE},
    ),
    "rate-definition-detail": page("接口：指标口径详情", _VIEW, by_pk(makers_litigation.definition)),
}  # fmt: skip
