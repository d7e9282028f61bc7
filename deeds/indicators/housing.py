from datetime import date

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from deeds.models import HousingDelivery, HousingProject, Milestone, Payout, PurchaserQuestion
from governance.statistics.definitions import Figure, Gap, Group, Indicator, Rows, Stock

_OWNER = _("住房城乡建设局")
_LEVELS = ("city", "county", "township")


def _under_way(as_of: date):
    return HousingProject.objects.under_way(as_of)


def _resumed(as_of: date):
    return HousingProject.objects.resumed(as_of)


def _short_of_money(as_of: date):
    return HousingProject.objects.short_of_money(as_of)


def _stages_due(as_of: date):
    return Milestone.objects.due_on(as_of)


def _stages_kept(as_of: date):
    return Milestone.objects.kept_on(as_of)


def _payouts(as_of: date):
    return Payout.objects.judged_on(as_of)


def _payouts_in_time(as_of: date):
    return Payout.objects.timely_on(as_of)


def _batches_due(as_of: date):
    return HousingDelivery.objects.due_on(as_of)


def _batches_handed_over(as_of: date):
    return HousingDelivery.objects.handed_over_on(as_of)


def _questions(as_of: date):
    return PurchaserQuestion.objects.judged_on(as_of)


def _questions_in_time(as_of: date):
    return PurchaserQuestion.objects.timely_on(as_of)


def _rows(api: str, page: str, total: str = "", **filters) -> Rows:
    return Rows(f"housing-{api}-list", f"deeds:{page}", filters=filters, as_of="as_of", total=total)


def _projects(**filters) -> Rows:
    return _rows("project", "housing_list", **filters)


def _indicator(key: str, name: str, unit: str, formula: str, numerator: Figure, **more) -> Indicator:
    return Indicator(
        f"housing.{key}", name=name, unit=unit, group=Group.HOUSING, owner=_OWNER, levels=_LEVELS,
        formula=formula, numerator=numerator, **more,
    )  # fmt: skip


INDICATORS = [
    _indicator(
        "resumed_share", _("复工率"), "%",
        _("最近 20 天内的周报有工人在场的项目数 ÷ 没有交付完的在册项目数 × 100%"),
        Figure(
            Stock("housing.resumed", _resumed), _("有人施工的项目"), _projects(under_way="true", resumed="true")
        ),
        denominator=Figure(
            Stock("housing.under_way", _under_way), _("没有交付完的项目"), _projects(under_way="true")
        ),
        gap=Gap(_("没有人施工的项目"), _projects(under_way="true", resumed="false")),
    ),
    _indicator(
        "delivered_share", _("交付率"), "%",
        _("计划交付日已到的批次中，当日已交付的套数 ÷ 这些批次的计划套数 × 100%"),
        Figure(
            Stock("housing.delivered", _batches_handed_over, area="project__area", weight=F("delivered")),
            _("已交付的套数"),
            _rows("delivery", "delivery_list", "delivered", due="true", handed_over="true"),
        ),
        denominator=Figure(
            Stock("housing.to_deliver", _batches_due, area="project__area", weight=F("planned")),
            _("应交付的套数"),
            _rows("delivery", "delivery_list", "planned", due="true"),
        ),
        gap=Gap(_("到期没有交付的批次"), _rows("delivery", "delivery_list", due="true", handed_over="false")),
    ),
    _indicator(
        "milestone_share", _("按期节点率"), "%",
        _("计划日期已到的楼栋节点中，不晚于计划日期完成的节点数 ÷ 计划日期已到的节点数 × 100%"),
        Figure(
            Stock("housing.milestones_kept", _stages_kept, area="building__project__area"),
            _("按期完成的节点"), _rows("milestone", "milestone_list", kept="true"),
        ),
        denominator=Figure(
            Stock("housing.milestones_due", _stages_due, area="building__project__area"),
            _("计划日期已到的节点"), _rows("milestone", "milestone_list", due="true"),
        ),
        gap=Gap(_("没有按期完成的节点"), _rows("milestone", "milestone_list", kept="false")),
    ),
    _indicator(
        "payout_share", _("资金拨付及时率"), "%",
        _("不晚于应拨付日期拨付的笔数 ÷ 应拨付日期已过或已拨付的笔数 × 100%"),
        Figure(
            Stock("housing.payouts_in_time", _payouts_in_time, area="project__area"),
            _("按时拨付的笔数"), _rows("payout", "payout_list", timely="true"),
        ),
        denominator=Figure(
            Stock("housing.payouts", _payouts, area="project__area"),
            _("应拨付或已拨付的笔数"), _rows("payout", "payout_list", judged="true"),
        ),
        gap=Gap(_("没有按时拨付的笔数"), _rows("payout", "payout_list", timely="false")),
    ),
    _indicator(
        "fund_gap", _("资金缺口"), _("万元"),
        _(
            "各项目最近一次填报的缺口合计；缺口 = 完工尚需资金 − 监管账户余额"
            " − 已批准未拨付的专项借款 − 已批准未发放的配套融资，不足 0 按 0 计"
        ),
        Figure(
            Stock("housing.gap", _short_of_money, weight=F("gap")),
            _("资金缺口合计"), _projects(total="gap", short_of_money="true"),
        ),
        higher_is_better=False,
    ),
    _indicator(
        "answered_share", _("提问按期答复率"), "%",
        _("不晚于答复期限答复的购房人提问数 ÷ 答复期限已过或已答复的提问数 × 100%"),
        Figure(
            Stock("housing.answers_in_time", _questions_in_time, area="project__area"),
            _("按期答复的提问"), _rows("question", "question_list", timely="true"),
        ),
        denominator=Figure(
            Stock("housing.questions", _questions, area="project__area"),
            _("应答复或已答复的提问"), _rows("question", "question_list", judged="true"),
        ),
        gap=Gap(_("没有按期答复的提问"), _rows("question", "question_list", timely="false")),
        on_board=False,
    ),
]  # fmt: skip
