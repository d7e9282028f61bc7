from django.utils.translation import gettext_lazy as _

from disputes.indicators.counting import disputes, measure
from disputes.models import Matter, Reception
from disputes.models.counted import Counted
from governance.casework.models import Case
from governance.statistics.definitions import (
    Alternatives,
    Dataset,
    Figure,
    Flow,
    Group,
    Indicator,
    Measure,
    Rows,
)

DATASETS = [
    Dataset(
        Case,
        measure("disputes.accepted", Counted.HANDLED),
        measure("disputes.resolved", Counted.NUMERATOR),
        measure("disputes.due", Counted.DENOMINATOR),
        measure("disputes.joint_resolved", Counted.JOINT, day="resolved_on"),
    ),
    Dataset(Reception, Measure("centres.receptions", day="received_on")),
    Dataset(Matter, Measure("centres.matters", day="received_on")),
]


_POLITICAL_LEGAL = _("政法委")
_RECEIVED = ("received_from", "received_to")

INDICATORS = [
    Indicator(
        "disputes.handled_count",
        name=_("排查化解纠纷"),
        unit=_("件"),
        group=Group.DISPUTES,
        owner=_POLITICAL_LEGAL,
        formula=_("期内受理的矛盾纠纷件数"),
        numerator=Figure(Flow("disputes.accepted"), _("受理的纠纷"), disputes(Counted.HANDLED)),
        higher_is_better=None,
    ),
    Indicator(
        "disputes.resolution_rate",
        name=_("化解率"),
        unit="%",
        group=Group.DISPUTES,
        owner=_POLITICAL_LEGAL,
        formula=_(
            "期内受理的纠纷中已化解的件数 ÷（期内受理的件数 − 尚在期限内未办结的 − 导入仲裁、诉讼等其他渠道的）× 100%；"
            "化解后 90 天内反复或者重新办理的不算化解"
        ),
        numerator=Figure(Flow("disputes.resolved"), _("已化解"), disputes(Counted.NUMERATOR)),
        denominator=Figure(Flow("disputes.due"), _("应化解"), disputes(Counted.DENOMINATOR)),
    ),
]
ALTERNATIVES = [
    Alternatives(
        "disputes.resolution", _("化解率"), ("disputes.resolution_rate", "disputes.raw_resolution_rate")
    )
]
CENTRES = [
    Indicator(
        "centres.reception_count",
        name=_("综治中心接待"),
        unit=_("人次"),
        group=Group.DISPUTES,
        owner=_POLITICAL_LEGAL,
        formula=_("期内各级综治中心接待登记的次数，一次来访计一次"),
        numerator=Figure(
            Flow("centres.receptions"),
            _("接待登记"),
            Rows("reception-list", "disputes:reception_list", period=_RECEIVED),
        ),
        higher_is_better=None,
    ),
    Indicator(
        "centres.matter_count",
        name=_("来访事项"),
        unit=_("件"),
        group=Group.DISPUTES,
        owner=_POLITICAL_LEGAL,
        formula=_("期内接待中登记的事项数，一次来访可以没有事项，也可以有几件"),
        numerator=Figure(
            Flow("centres.matters"),
            _("来访事项"),
            Rows("matter-list", "disputes:matter_list", period=_RECEIVED),
        ),
        higher_is_better=None,
    ),
    Indicator(
        "centres.joint_resolved_count",
        name=_("联调联处化解"),
        unit=_("件"),
        group=Group.DISPUTES,
        owner=_POLITICAL_LEGAL,
        formula=_("期内由几个单位共同调解并已化解的纠纷件数"),
        numerator=Figure(
            Flow("disputes.joint_resolved"), _("联调联处化解的纠纷"), disputes(Counted.JOINT, "resolved")
        ),
    ),
]
