import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.party.enums import ELECTION_NOTICE_DAYS, SET_UP_RULES, OrgKind, Right, SetUpRule, Tier


class PartyTier(models.Model):
    """How many tiers the chain has and what they are called: data, not code. The highest has position 1."""

    key = models.SlugField(_("键"), max_length=20, primary_key=True)
    name = models.CharField(_("名称"), max_length=40)
    position = models.PositiveSmallIntegerField(_("次序"), unique=True)

    class Meta:
        verbose_name = _("党组织层级")
        verbose_name_plural = _("党组织层级")
        ordering = ["position"]

    def __str__(self):
        return self.name


class InForceQuerySet(ScopedQuerySet):
    """Rows that begin on `STARTS` and are no more from the day `ENDS` on."""

    VIEW_RIGHT = Right.VIEW
    STARTS, ENDS = "founded_on", "ended_on"

    def in_force(self, day: dt.date):
        """The rows that exist on a day."""
        return self.filter(
            Q(**{f"{self.ENDS}__isnull": True}) | Q(**{f"{self.ENDS}__gt": day}),
            **{f"{self.STARTS}__lte": day},
        )

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class PartyOrgQuerySet(InForceQuerySet):
    STARTS, ENDS = "established_on", "dissolved_on"

    def for_list(self):
        return super().for_list().annotate(tier_name=F("tier__name"))

    def described_on(self, day: dt.date):
        """`name_then`, `parent_then` (id) and `parent_name_then` as they read on a day."""
        link = self.model.parents.rel.related_model.objects.filter(
            org=models.OuterRef("pk"), valid__contains=day
        )
        return self.annotate(
            name_then=self._name_on(day, "pk", F("name")),
            parent_then=models.Subquery(link.values("parent")[:1]),
            parent_name_then=models.Subquery(
                link.annotate(then=self._name_on(day, "parent_id", F("parent__name"))).values("then")[:1]
            ),
        )

    def with_child_count(self, day: dt.date):
        """`child_count`: direct subordinates on a day."""
        links = self.model.children.rel.related_model.objects.filter(
            parent=models.OuterRef("pk"), valid__contains=day
        )
        count = links.order_by().values("parent").annotate(n=models.Count("pk")).values("n")
        return self.annotate(child_count=models.functions.Coalesce(models.Subquery(count), 0))

    def with_unit_count(self, day: dt.date):
        """`unit_count`: the units that sit in a joint branch on a day."""
        seats = self.model.member_orgs.rel.related_model.objects.filter(
            org=models.OuterRef("pk"), valid__contains=day
        )
        count = seats.order_by().values("org").annotate(n=models.Count("pk")).values("n")
        return self.annotate(unit_count=models.functions.Coalesce(models.Subquery(count), 0))

    def called(self, text: str):
        """Those whose name, present or former, contains a text."""
        former = self.model.former_names.rel.related_model.objects.filter(name__icontains=text)
        return self.filter(Q(name__icontains=text) | Q(pk__in=former.values("org")))

    def children_of(self, org: "PartyOrg", day: dt.date):
        return self.filter(parents__parent=org, parents__valid__contains=day)

    def tops(self, day: dt.date, seen: "PartyOrgQuerySet"):
        """Those whose superior of a day is not among `seen`, the organisations one may see."""
        link = self.model.parents.rel.related_model.objects.filter(
            org=models.OuterRef("pk"), valid__contains=day, parent__in=seen
        )
        return self.filter(~models.Exists(link))

    def breaking(self, rule: SetUpRule, day: dt.date):
        """Organisations that a set-up rule warns about on a day."""
        return self.with_unit_count(day).filter(self._broken(rule))

    def breaking_any(self, day: dt.date):
        """Organisations that any set-up rule warns about on a day."""
        broken = Q(pk__in=[])
        for rule in SET_UP_RULES:
            broken |= self._broken(rule)
        return self.with_unit_count(day).filter(broken)

    def term_ends_by(self, day: dt.date):
        return self.filter(term_ends_on__lte=day)

    @staticmethod
    def _broken(rule: SetUpRule) -> Q:
        conditions = Q(kind__in=rule.kinds)
        for field, comparison, value in rule.conditions:
            conditions &= Q(**{f"{field}__{comparison}": value})
        return conditions

    def _name_on(self, day: dt.date, org: str, present: F):
        former = self.model.former_names.rel.related_model.objects.filter(
            org=models.OuterRef(org), valid__contains=day
        )
        return models.functions.Coalesce(models.Subquery(former.values("name")[:1]), present)


class PartyOrg(AreaBound):
    """A Party organisation through all its names and superiors.

    It stands on an area of the territory; who is above whom is a tree of its own (`PartyOrgParent`).
    `dissolved_on` is the first day on which it no longer exists. `name` is the present name, `term_ends_on` the
    day the present term (`PartyTerm`) is due to end; the verbs keep both.
    """

    unit_count = 0  # of a joint branch, where the query counted them (`with_unit_count`)

    kind = models.CharField(_("类型"), max_length=20, choices=OrgKind)
    tier = models.ForeignKey(PartyTier, models.PROTECT, verbose_name=_("层级"), related_name="+")
    name = models.CharField(_("名称"), max_length=100)
    established_on = models.DateField(_("成立日期"))
    dissolved_on = models.DateField(_("撤销日期"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name=_("并入"), related_name="merged_from"
    )
    approved_no = models.CharField(_("批准文号"), max_length=60, blank=True)
    term_years = models.PositiveSmallIntegerField(_("任期（年）"), null=True, blank=True)
    term_ends_on = models.DateField(_("届满日期"), null=True, blank=True)
    member_count = models.PositiveIntegerField(_("党员数"), default=0)
    full_member_count = models.PositiveIntegerField(_("正式党员数"), default=0)
    committee_size = models.PositiveSmallIntegerField(_("班子人数"), default=0)

    objects = PartyOrgQuerySet.as_manager()

    class Meta:
        verbose_name = _("党组织")
        verbose_name_plural = _("党组织")
        ordering = ["area_code", "pk"]
        indexes = [
            models.Index(fields=["area_code", "established_on"], name="party_org_area"),
            models.Index(fields=["tier", "area_code"], name="party_org_tier"),
        ]
        constraints = [
            models.CheckConstraint(
                name="party_org_ends_after_start",
                condition=Q(dissolved_on__isnull=True) | Q(dissolved_on__gt=F("established_on")),
                violation_error_message=_("撤销日期须晚于成立日期。"),
            ),
            models.CheckConstraint(
                name="party_org_full_of_members",
                condition=Q(full_member_count__lte=F("member_count")),
                violation_error_message=_("正式党员数不能多于党员数。"),
            ),
            models.CheckConstraint(
                name="party_org_merged_is_dissolved",
                condition=Q(merged_into__isnull=True) | Q(dissolved_on__isnull=False),
                violation_error_message=_("只有已撤销的党组织才能登记并入何处。"),
            ),
            models.CheckConstraint(
                name="party_org_term_after_start",
                condition=Q(term_ends_on__isnull=True) | Q(term_ends_on__gt=F("established_on")),
                violation_error_message=_("届满日期须晚于成立日期。"),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def broken_rules(self) -> list[SetUpRule]:
        """The set-up rules that warn about this organisation."""
        return [rule for rule in SET_UP_RULES if rule.is_broken_by(self)]

    @property
    def term_warning(self) -> str:
        """What to heed about the term today; empty when nothing."""
        if self.dissolved_on or self.term_ends_on is None:
            return ""
        if self.term_ends_on <= today():
            return gettext("任期已届满，应换届")
        due = self.term_ends_on <= today() + dt.timedelta(days=ELECTION_NOTICE_DAYS)
        return gettext("任期将届满，请筹备换届") if due else ""

    @property
    def has_surroundings(self) -> bool:
        """Whether partners, leagues and teams of its area are shown with it."""
        return self.tier_id == Tier.COMMUNITY or self.is_joint

    @property
    def is_joint(self) -> bool:
        return self.kind == OrgKind.JOINT_BRANCH

    @property
    def is_live(self) -> bool:
        return self.existed_on(today())

    def existed_on(self, day: dt.date) -> bool:
        return self.established_on <= day and (self.dissolved_on is None or day < self.dissolved_on)
