"""How disputes are handled: in time, in place, lastingly, to people's content. Shares of cohorts, never of persons."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from disputes.indicators.counting import disputes, measure
from disputes.models.counted import Counted
from governance.casework.models import Case
from governance.statistics.definitions import Dataset, Figure, Flow, Group, Indicator

_OWNER = _("政法委")
# By which date of a case a figure falls into a period; accepted unless said otherwise.
_REGISTERED = {Counted.TAKEN_IN_TIME, Counted.TAKEN_DUE}
_FOLLOWED_UP = {Counted.HEARD, Counted.CONTENT, Counted.SETTLED_HEARD, Counted.VERIFIED}
_HERE = (
    Counted.SETTLED, Counted.MEDIATED, Counted.REFUSED, Counted.TAKEN_IN_TIME, Counted.TAKEN_DUE,
    Counted.ENDED_IN_TIME, Counted.ENDED_DUE, Counted.IN_VILLAGE, Counted.IN_TOWNSHIP, Counted.CALLED_BACK,
    Counted.TO_CALL_BACK, Counted.HEARD, Counted.CONTENT, Counted.SETTLED_HEARD, Counted.VERIFIED,
    Counted.RETURNED, Counted.REOPENED,
)  # fmt: skip


def _period(counted: Counted) -> str:
    if counted in _REGISTERED:
        return "registered"
    return "followed_up" if counted in _FOLLOWED_UP else "accepted"


def _flow(counted: Counted) -> str:
    """The measure of a count. The cases handled are counted for the board already."""
    return "disputes.accepted" if counted == Counted.HANDLED else f"disputes.{counted}"


def _figure(counted: Counted, label: str) -> Figure:
    return Figure(Flow(_flow(counted)), label, disputes(counted, _period(counted)))


def _share(key: str, name: str, formula: str, numerator: Figure, denominator: Figure, **more) -> Indicator:
    return Indicator(
        f"disputes.{key}", name=name, unit="%", group=Group.DISPUTES, owner=_OWNER, formula=formula,
        numerator=numerator, denominator=denominator, on_board=False, **more,
    )  # fmt: skip


DATASETS = [
    Dataset(Case, *(measure(_flow(counted), counted, day=f"{_period(counted)}_on") for counted in _HERE))
]
_accepted = _figure(Counted.HANDLED, _("受理的纠纷"))
_settled = _figure(Counted.SETTLED, _("已化解（含反复）"))

INDICATORS = [
    _share(
        "raw_resolution_rate", _("化解率（原始）"),
        _("期内受理的纠纷中已化解的件数 ÷ 期内受理的件数 × 100%；期限内未办结的、导入其他渠道的都留在分母"),
        _settled, _accepted,
    ),
    _share(
        "mediation_success_rate", _("调解成功率"),
        _("期内受理的纠纷中达成协议的件数 ÷（达成协议的 + 调解不成的）× 100%；当事人拒绝调解的另列，不在分母"),
        _settled, _figure(Counted.MEDIATED, _("调解终结")),
    ),
    Indicator(
        "disputes.refused_count", name=_("当事人拒绝调解"), unit=_("件"), group=Group.DISPUTES, owner=_OWNER,
        formula=_("期内受理的纠纷中当事人拒绝调解的件数"), numerator=_figure(Counted.REFUSED, _("拒绝调解")),
        higher_is_better=None, on_board=False,
    ),
    _share(
        "accepted_on_time_rate", _("按期受理率"),
        _("期内登记、受理限期内受理或者决定不予受理的件数 ÷（已受理的 + 不予受理的 + 超期仍未受理的）× 100%"),
        _figure(Counted.TAKEN_IN_TIME, _("按期受理")), _figure(Counted.TAKEN_DUE, _("应受理")),
    ),
    _share(
        "ended_on_time_rate", pgettext_lazy("disputes", "按期办结率"),
        _("期内受理、办结限期内办结的件数 ÷（已办结的 + 超期未办结的）× 100%；办结不论结果"),
        _figure(Counted.ENDED_IN_TIME, _("按期办结")), _figure(Counted.ENDED_DUE, _("应办结")),
    ),
    _share(
        "settled_in_village_rate", _("就地化解率（村社）"),
        _("期内受理、在村（社区）和网格化解的件数 ÷ 已化解的件数 × 100%"),
        _figure(Counted.IN_VILLAGE, _("村社化解")), _settled,
    ),
    _share(
        "settled_in_township_rate", _("就地化解率（镇街以下）"),
        _("期内受理、在镇（街道）及以下化解的件数 ÷ 已化解的件数 × 100%"),
        _figure(Counted.IN_TOWNSHIP, _("镇街以下化解")), _settled,
    ),
    _share(
        "followed_up_rate", pgettext_lazy("disputes", "回访率"),
        _("期内受理并办结的纠纷中已回访的件数 ÷（已化解的 + 调解不成的 + 拒绝调解的）× 100%"),
        _figure(Counted.CALLED_BACK, _("已回访")), _figure(Counted.TO_CALL_BACK, _("应回访")),
    ),
    _share(
        "content_rate", pgettext_lazy("disputes", "满意率"),
        _("期内回访中满意和基本满意的件数 ÷ 联系上并作出评价的件数 × 100%；未联系上的不在分母"),
        _figure(Counted.CONTENT, _("满意和基本满意")), _figure(Counted.HEARD, _("有效评价")),
    ),
    _share(
        "verified_rate", _("回访核实率"),
        _("期内回访的已化解纠纷中没有反复的件数 ÷ 联系上当事人的件数 × 100%"),
        _figure(Counted.VERIFIED, _("回访属实")), _figure(Counted.SETTLED_HEARD, _("化解后联系上的回访")),
    ),
    _share(
        "returned_rate", _("退回率"), _("期内受理的纠纷中被承办岗位退回过的件数 ÷ 期内受理的件数 × 100%"),
        _figure(Counted.RETURNED, _("退回过")), _accepted, higher_is_better=False,
    ),
    _share(
        "reopened_rate", _("重办率"), _("期内受理的纠纷中结案后重新办理过的件数 ÷ 期内受理的件数 × 100%"),
        _figure(Counted.REOPENED, _("重新办理过")), _accepted, higher_is_better=False,
    ),
]  # fmt: skip
