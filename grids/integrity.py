"""Whether the ground, the roster, visits and bodies fit together."""

from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Level
from governance.areas.models import Area
from governance.kernel.checking import Check, Severity
from governance.party.enums import Tier
from governance.party.models import PartyOrg
from grids.actions.retention import holders_over, reporters_over, suggestions_over
from grids.enums.body_posts import Body
from grids.models import (
    BodyPost,
    Compound,
    Duplicate,
    Grid,
    GridSizeRule,
    Household,
    Resident,
    Visit,
    VisitConflict,
)

LOOKED_AT_WITHIN_DAYS = 14
COMPARED_WITHIN_DAYS = 30
GRACE = timedelta(days=2)  # nights the forgetting sweeps may miss
SECRETARY = "书记"
# 手机号、区号固话、八位本地号码, as `kernel.masking.mask_phone` shows them.
LIKE_A_PHONE = r"^(1[3-9][0-9]|0[0-9]{2}|[2-8][0-9]{2})\*{4}[0-9]{4}$"


def _unstaffed(day: date):
    return Grid.objects.in_force(day).unstaffed(day)


def _out_of_size(day: date):
    """Of the kinds that have a rule."""
    ruled = Grid.objects.in_force(day).filter(area__kind__in=GridSizeRule.objects.values("kind"))
    return ruled.exclude(pk__in=Grid.objects.in_size_range(day).values("pk"))


def _unregistered(level: str, row: str):
    return lambda day: Area.objects.open().at_level(level).filter(**{f"{row}__isnull": True})


def _out_of_place(day: date):
    """A household lies in a building group that exists, or whose successor does."""
    closed = Q(area__closed_on__lte=day, area__successor__isnull=True)
    return Household.objects.filter(closed | ~Q(area__level=Level.BUILDING))


def _listed_twice(day: date):
    """One door label in two building groups of a compound, of which the later row: it is visited and counted twice."""
    compound = "area__building_group__compound"
    twins = Household.objects.filter(**{compound: OuterRef(compound)}, label=OuterRef("label"))
    return Household.objects.filter(Exists(twins.filter(pk__lt=OuterRef("pk"))))


def _apart_from_household(day: date):
    return Resident.objects.living_here().exclude(area=F("household__area"))


def _malformed_phones(day: date):
    """By the masked number alone."""
    known = Resident.objects.living_here().exclude(phone_sealed="")
    return known.exclude(phone_masked__regex=LIKE_A_PHONE)


def _dated_wrongly(day: date):
    return Visit.objects.filter(Q(visited_on__gt=day) | Q(visited_on__lt=F("area__opened_on")))


def _conflicts_waiting(day: date):
    before = timezone.now() - timedelta(days=LOOKED_AT_WITHIN_DAYS)
    return VisitConflict.objects.unreviewed().filter(received_at__lt=before)


def _duplicates_waiting(day: date):
    return Duplicate.objects.waiting().filter(
        found_at__lt=timezone.now() - timedelta(days=COMPARED_WITHIN_DAYS)
    )


def _without_buildings(day: date):
    return Compound.objects.filter(building_groups__isnull=True, household_count__gt=0)


def _households_differ(day: date):
    standing = Q(building_groups__area__closed_on__isnull=True)
    counted = Sum("building_groups__household_count", filter=standing)
    rows = Compound.objects.filter(household_count__gt=0).annotate(in_buildings=counted)
    return rows.exclude(in_buildings=F("household_count")).filter(in_buildings__isnull=False)


def _without_secretary(day: date):
    seats = BodyPost.objects.live_on(day).filter(
        body=Body.COMMUNITY_PARTY, area_code=OuterRef("area_code"), title__contains=SECRETARY
    )
    return PartyOrg.objects.in_force(day).filter(~Exists(seats), tier=Tier.COMMUNITY)


_GRID = {"noun": _("网格"), "label": "area__name", "page": "grids:grid_detail", "target": "pk"}
_AREA = {"label": "name", "area": "code", "page": "areas:area_detail", "target": "code"}
_COMPOUND = {"noun": _("小区"), "label": "name", "page": "grids:compound_detail", "target": "pk"}
_HOUSEHOLD = {"noun": _("住户"), "page": "grids:household_detail", "target": "pk"}
_PERSON = {"noun": _("居民"), "page": "grids:household_detail", "target": "household_id"}
_KEPT = {
    "explains": _("保存期满的个人信息每夜自动删除。过期两天以上还在，说明删除任务停了。"),
    "mend": _("请系统管理员检查后台任务是否在运行。"),
    "severity": Severity.SERIOUS,
}
CHECKS = (
    Check(
        code="grid-unstaffed",
        title=_("网格没有专职网格员"),
        explains=_("一格一员：每个网格有一名自己的网格员，代管的不算。"),
        mend=_("安排网格员任职；暂时没有人的，先安排代管。"),
        severity=Severity.WARNING,
        rows=_unstaffed,
        **_GRID,
    ),
    Check(
        code="grid-size",
        title=_("网格户数超出规模标准"),
        explains=_("按楼院登记的户数合计，与本类网格的规模标准比。没有标准的类别不查。"),
        mend=_("核对楼院户数；户数属实的，列入网格调整。"),
        severity=Severity.NOTE,
        rows=_out_of_size,
        **_GRID,
    ),
    Check(
        code="grid-unregistered",
        title=_("区划里有网格，网格册里没有"),
        explains=_("网格册里没有的网格，不计入网格总数和配备率。"),
        mend=_("在导入导出里补登网格名册。"),
        severity=Severity.WARNING,
        rows=_unregistered(Level.GRID, "grid"),
        noun=_("网格"),
        **_AREA,
    ),
    Check(
        code="building-unregistered",
        title=_("区划里有楼院，楼院册里没有"),
        explains=_("楼院册里没有的楼院，户数不计入网格规模，也没有住户可走访。"),
        mend=_("在导入导出里补登楼院名册。"),
        severity=Severity.WARNING,
        rows=_unregistered(Level.BUILDING, "building_group"),
        noun=_("楼院"),
        **_AREA,
    ),
    Check(
        code="household-place",
        title=_("住户不在现有的楼院里"),
        explains=_("住户要登记在一个楼院下。挂在别的层级，或者楼院已撤销又没有承接的，没有人会去走访。"),
        mend=_("核对门牌，重新导入到正确的楼院；或者给撤销的楼院登记承接区划。"),
        severity=Severity.SERIOUS,
        rows=_out_of_place,
        **_HOUSEHOLD,
    ),
    Check(
        code="household-twice",
        title=_("同一小区的门牌登记在两个楼院"),
        explains=_("同一门牌在同一小区的两个楼院各有一户，会重复走访、重复计户。"),
        mend=_("核对后合并成一户。"),
        severity=Severity.WARNING,
        rows=_listed_twice,
        **_HOUSEHOLD,
    ),
    Check(
        code="resident-place",
        title=_("居民与所住的户不在同一楼院"),
        explains=_("居民跟着户走。两边楼院不同，按楼院统计的人数就不对。"),
        mend=_("请系统管理员按户改正居民的楼院。"),
        severity=Severity.SERIOUS,
        rows=_apart_from_household,
        **_PERSON,
    ),
    Check(
        code="resident-phone",
        title=_("居民电话不像电话号码"),
        explains=_("只看打了星号的号码：不是手机、固定电话或者八位本地号码的样子。"),
        mend=_("走访时顺便核对，改成正确的号码，或者清空。"),
        severity=Severity.NOTE,
        rows=_malformed_phones,
        **_PERSON,
    ),
    Check(
        code="visit-date",
        title=_("走访日期不对"),
        explains=_("走访日期晚于今天，或者早于所在区划设立的日期，会算到不该算的时段。"),
        mend=_("多半是手机日期不对。走访登记后不改，请网格员校准手机日期，今后的就对了。"),
        severity=Severity.WARNING,
        rows=_dated_wrongly,
        noun=_("走访"),
        page="grids:visit_detail",
        target="pk",
    ),
    Check(
        code="conflict-waiting",
        title=_("走访的两份内容超过 14 天没有核对"),
        explains=_("手机离线时同一条走访送来两份不同的内容，要有人看过两份再定。"),
        mend=_("打开核对，选定以哪份为准。"),
        severity=Severity.NOTE,
        rows=_conflicts_waiting,
        noun=_("待核对的走访"),
        page="grids:conflict_detail",
        target="pk",
    ),
    Check(
        code="duplicate-waiting",
        title=_("疑似重复超过 30 天没有核对"),
        explains=_("一位居民可能登记在两户，或者一户登记了两次，核对之前人数和户数可能偏多。"),
        mend=_("打开核对：合并，或者标为不是重复。"),
        severity=Severity.NOTE,
        rows=_duplicates_waiting,
        noun=_("疑似重复"),
        page="grids:duplicate_detail",
        target="pk",
    ),
    Check(
        code="compound-no-building",
        title=_("小区没有关联楼院"),
        explains=_("小区有户数，却没有一个楼院属于它，不知道由哪些网格管。"),
        mend=_("在楼院名册里填写所属小区。"),
        severity=Severity.NOTE,
        rows=_without_buildings,
        **_COMPOUND,
    ),
    Check(
        code="compound-households",
        title=_("小区户数与楼院合计不符"),
        explains=_("物业覆盖率用小区户数，网格规模用楼院户数，两边应当一致。"),
        mend=_("核对后改小区户数，或者改楼院户数和所属小区。"),
        severity=Severity.NOTE,
        rows=_households_differ,
        **_COMPOUND,
    ),
    Check(
        code="party-no-secretary",
        title=_("社区党组织没有登记书记"),
        explains=_("社区党组织的任职里没有职务含“书记”的现任。"),
        mend=_("登记书记的任职。"),
        severity=Severity.WARNING,
        rows=_without_secretary,
        noun=_("党组织"),
        label="name",
        page="grids:body_post_list",
        target="area_code",
        query="area",
    ),
    Check(
        code="reporter-kept",
        title=_("事件报告人的信息过了保存期"),
        rows=lambda day: reporters_over(day - GRACE),
        noun=_("报告人"),
        area="event__case__area_code",
        **_KEPT,
    ),
    Check(
        code="suggestion-kept",
        title=_("投诉建议人的电话过了保存期"),
        rows=lambda day: suggestions_over(day - GRACE),
        noun=_("投诉建议"),
        **_KEPT,
    ),
    Check(
        code="holder-kept",
        title=_("离任人员的姓名电话过了保存期"),
        rows=lambda day: holders_over(day - GRACE),
        noun=_("任职"),
        **_KEPT,
    ),
)
