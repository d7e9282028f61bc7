from datetime import date, timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaParent
from governance.kernel.scope import ScopedQuerySet
from governance.party.enums import Tier
from grids.models import BodyPost, BuildingGroup, Compound
from grids.models.territory import served_by
from property.enums import FILING_DAYS, Right
from property.models.committees import OwnersCommittee
from property.models.companies import PropertyCompany
from property.models.contracts import PropertyContract


class ManagedCompoundQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def managed_on(self, day: date):
        """Compounds with a service contract live on a day."""
        return self.filter(Exists(self._live(PropertyContract, day)))

    def unmanaged_on(self, day: date):
        return self.filter(~Exists(self._live(PropertyContract, day)))

    def with_committee_on(self, day: date):
        """Compounds with a live owners' or management committee on a day."""
        return self.filter(Exists(self._live(OwnersCommittee, day)))

    def without_committee_on(self, day: date):
        return self.filter(~Exists(self._live(OwnersCommittee, day)))

    def with_term_over_on(self, day: date):
        """Compounds whose committee lasts although its term is over."""
        return self.filter(Exists(self._live(OwnersCommittee, day).filter(term_ends_on__lt=day)))

    def with_filing_late_on(self, day: date):
        """Compounds whose committee was elected longer ago than it may take to file it, and is not filed."""
        unfiled = Q(filed_on__isnull=True) | Q(filed_on__gt=day)
        before = day - timedelta(days=FILING_DAYS)
        live = self._live(OwnersCommittee, day).filter(unfiled, valid__startswith__lt=before)
        return self.filter(Exists(live))

    def with_company_party_on(self, day: date):
        """Compounds whose company of the day has a Party organisation."""
        return self.filter(Exists(self._party_companies(day)))

    def without_company_party_on(self, day: date):
        return self.filter(~Exists(self._party_companies(day)))

    def with_branch_on(self, day: date):
        """Compounds that a Party branch serves on a day: where they lie, in a grid or a building group of theirs."""
        return self.filter(self._branch_serves(day))

    def without_branch_on(self, day: date):
        return self.filter(~self._branch_serves(day))

    def with_cross_post_on(self, day: date):
        """Compounds in whose branch, committee or project somebody sits who sits in another body as well."""
        return self.filter(Exists(self._cross_posts(day)))

    def without_cross_post_on(self, day: date):
        return self.filter(~Exists(self._cross_posts(day)))

    def for_list(self, day: date):
        """Beside the compound's own columns: `company_name`, `mode`, `contract_ends_on`, `committee` of the day."""
        contracts = self._live(PropertyContract, day)
        return self.annotate(
            area_name=F("area__name"),
            company_name=Subquery(contracts.values("company__name")[:1]),
            mode=Subquery(contracts.values("mode")[:1]),
            contract_ends_on=Subquery(contracts.values("valid__endswith")[:1]),
            committee=Subquery(self._live(OwnersCommittee, day).values("kind")[:1]),
        )

    @staticmethod
    def _live(model: type[models.Model], day: date):
        return model.objects.filter(compound=OuterRef("pk"), valid__contains=day)

    @staticmethod
    def _cross_posts(day: date):
        return BodyPost.objects.crossing_on(day).filter(compound=OuterRef("pk"))

    @staticmethod
    def _branch_serves(day: date) -> Q:
        served = served_by(Tier.BRANCH, day)
        buildings = BuildingGroup.objects.filter(compound=OuterRef("pk"), area__in=served)
        grids = AreaParent.objects.filter(
            area__building_group__compound=OuterRef("pk"), valid__contains=day, parent__in=served
        )
        return Q(area__in=served) | Q(Exists(buildings)) | Q(Exists(grids))

    def _party_companies(self, day: date):
        return self._live(PropertyContract, day).filter(
            company__in=PropertyCompany.objects.with_party_on(day)
        )


class ManagedCompound(Compound):
    """A compound as the property office reads it: under its own right, with company and committee."""

    objects = ManagedCompoundQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = _("小区")
        verbose_name_plural = _("小区")
