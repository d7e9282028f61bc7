from datetime import date, timedelta

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.party.enums import ChangeKind
from governance.party.models.orgs import PartyOrg


class PartyTermQuerySet(models.QuerySet):
    def running_on(self, day: date):
        return self.filter(valid__contains=day)

    def of(self, orgs: list[int]):
        """Pairs of organisation and the day its term is due to end."""
        return self.filter(org__in=orgs).values_list("org", "due_on")

    def due_within(self, day: date, days: int):
        """Terms that run on a day and are due to end at most so many days after it, or were already."""
        return self.running_on(day).filter(due_on__lte=day + timedelta(days=days))


class PartyTerm(models.Model):
    """One term (届) of an organisation: in office over `valid`, until the next is elected; due to end on `due_on`."""

    org = models.ForeignKey(PartyOrg, models.PROTECT, related_name="terms", verbose_name=_("党组织"))
    valid = DateRangeField(_("任职期间"))
    due_on = models.DateField(_("届满日期"))
    approved_no = models.CharField(_("批准文号"), max_length=60, blank=True)

    objects = PartyTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("党组织任期")
        verbose_name_plural = _("党组织任期")
        indexes = [models.Index(fields=["due_on"], name="party_term_due")]
        constraints = [
            never_two_at_once(
                "party_term_one_a_day", "org", message=_("任期重叠：同一天只能有一届班子，请核对换届日期。")
            ),
            begins_and_lasts("party_term_begins"),
            models.CheckConstraint(
                name="party_term_due_after_start",
                condition=Q(due_on__gt=F("valid__startswith")),
                violation_error_message=_("届满日期须晚于换届日期。"),
            ),
        ]

    def __str__(self):
        return str(self.org)


class PartyOrgChange(models.Model):
    """A dated change of an organisation with the paper it rests on. Written by the verbs, never changed."""

    org = models.ForeignKey(PartyOrg, models.PROTECT, related_name="changes", verbose_name=_("党组织"))
    kind = models.CharField(_("变动"), max_length=10, choices=ChangeKind)
    on = models.DateField(_("生效日期"))
    approved_no = models.CharField(_("批准文号"), max_length=60, blank=True)
    other = models.ForeignKey(
        PartyOrg, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("相关党组织")
    )
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("党组织变动")
        verbose_name_plural = _("党组织变动")
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["org", "on"], name="party_change_org")]

    def __str__(self):
        return f"{self.org} {self.get_kind_display()} {self.on}"
