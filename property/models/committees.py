from datetime import date, timedelta

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.kernel.days import today
from governance.kernel.masking import mask_name
from governance.kernel.sealing import Sealed, SealedField
from grids.models import BodyPost, Compound
from property.enums import FILING_DAYS, CommitteeKind
from property.enums.committees import ELECTION_AHEAD_DAYS, MemberTitle
from property.models.dated import DatedQuerySet
from property.models.meetings import OwnersMeeting


class OwnersCommitteeQuerySet(DatedQuerySet):
    def filing_late_on(self, day: date):
        """Committees that last on a day and were not filed within their days."""
        unfiled = Q(filed_on__isnull=True) | Q(filed_on__gt=day)
        return self.live_on(day).filter(unfiled, valid__startswith__lt=day - timedelta(days=FILING_DAYS))

    def term_ending_by(self, last: date, day: date):
        """Committees that last on `day` and whose term ends up to `last`, or has ended already."""
        return self.live_on(day).filter(term_ends_on__lte=last)

    def for_list(self):
        return self.annotate(
            compound_name=F("compound__name"),
            area_name=F("area__name"),
            formed_on=F("valid__startswith"),
            ended_on=F("valid__endswith"),
        )


class OwnersCommittee(AreaBound):
    """An owners' (业委会) or management committee (物管会) of a compound: live from its forming to its end."""

    compound = models.ForeignKey(
        Compound, models.PROTECT, related_name="owners_committees", verbose_name=_("小区")
    )
    kind = models.CharField(_("类型"), max_length=20, choices=CommitteeKind)
    valid = DateRangeField(_("存续期间"))
    member_count = models.PositiveSmallIntegerField(_("委员人数"), default=0)
    term_ends_on = models.DateField(_("届满日期"), null=True, blank=True)
    filing_no = models.CharField(_("备案号"), max_length=60, blank=True)
    filed_on = models.DateField(_("备案日期"), null=True, blank=True)
    elected_at = models.ForeignKey(
        OwnersMeeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="elected_committees",
        verbose_name=_("产生依据的业主大会"),
    )
    dissolved_at = models.ForeignKey(
        OwnersMeeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dissolved_committees",
        verbose_name=_("解散依据的业主大会"),
    )

    objects = OwnersCommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("业委会、物管会")
        verbose_name_plural = _("业委会、物管会")
        indexes = [models.Index(fields=["area_code", "compound"], name="owners_committee_area")]
        constraints = [
            never_two_at_once(
                "owners_committee_once",
                "compound",
                message=_("这个小区此期间已有业委会或物管会，请先办理原委员会的解散。"),
            ),
            begins_and_lasts("owners_committee_begins"),
            models.CheckConstraint(
                name="owners_committee_filed_whole",
                condition=Q(filing_no="", filed_on__isnull=True)
                | ~Q(filing_no="") & Q(filed_on__isnull=False),
                violation_error_message=_("备案号和备案日期要一起填写。"),
            ),
        ]

    def __str__(self):
        return f"{self.compound} {self.get_kind_display()}"

    @property
    def file_by(self) -> date:
        """The last day for filing."""
        return self.valid.lower + timedelta(days=FILING_DAYS)

    @property
    def is_filing_late(self) -> bool:
        return self.filed_on is None and self.file_by < today()

    @property
    def is_term_over(self) -> bool:
        return self.term_ends_on is not None and self.term_ends_on <= today()

    def is_election_due(self, day: date) -> bool:
        """Whether the owners have to elect anew: the term of their committee ends within three months."""
        ends = self.term_ends_on if self.kind == CommitteeKind.OWNERS and self.valid.upper is None else None
        return ends is not None and day <= ends <= day + timedelta(days=ELECTION_AHEAD_DAYS)

    @property
    def has_ended(self) -> bool:
        return self.valid.upper is not None and self.valid.upper <= today()

    @property
    def name(self) -> str:
        return str(self)


class CommitteeMemberQuerySet(models.QuerySet):
    def with_crossing(self, day: date):
        """Members with `crosses`: whether they sit in another body as well on a day."""
        return self.annotate(crosses=Exists(BodyPost.objects.crossing_on(day).filter(pk=OuterRef("post"))))


class CommitteeMember(Sealed):
    """Who sits in a committee, and when; `valid` ends on the first day out of it.

    `post` is the same seat among the posts in bodies, by which a cross-post is known; it holds the telephone.
    """

    SEALED = {"name": mask_name}

    committee = models.ForeignKey(
        OwnersCommittee, models.PROTECT, related_name="members", verbose_name=_("业委会、物管会")
    )
    name_sealed = SealedField(_("姓名"))
    name_masked = models.CharField(_("姓名"), max_length=40, blank=True, editable=False)
    title = models.CharField(_("职务"), max_length=10, choices=MemberTitle, default=MemberTitle.MEMBER)
    is_owner = models.BooleanField(_("是业主"), default=True)
    valid = DateRangeField(_("任职期间"))
    post = models.OneToOneField(
        BodyPost,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="committee_member",
        verbose_name=_("任职"),
    )

    objects = CommitteeMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("委员")
        verbose_name_plural = _("委员")
        constraints = [begins_and_lasts("committee_member_begins")]

    def __str__(self):
        return f"{self.name_masked}（{self.get_title_display()}）"

    @property
    def area_code(self) -> str:
        """Where the committee sits: what the rights to a member are asked for."""
        return self.committee.area_code
