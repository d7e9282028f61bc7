from django.db import models
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.models.homes import Home
from governance.kernel.days import today
from governance.kernel.masking import mask_id_no, mask_name, mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField


class EntitledPersonQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "home__area_code"


class EntitledPerson(Sealed):
    """Who is entitled to a home: enough to write a letter, to ring up, and to compare with the papers."""

    SEALED = {"name": mask_name, "phone": mask_phone, "id_no": mask_id_no}

    home = models.ForeignKey(Home, models.PROTECT, related_name="entitled", verbose_name=_("住房"))
    name_sealed = SealedField(_("姓名"))
    name_masked = models.CharField(_("姓名"), max_length=40, blank=True, editable=False)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    id_no_sealed = SealedField(_("证件号码"))
    id_no_masked = models.CharField(_("证件号码"), max_length=30, blank=True, editable=False)
    id_no_index = BlindIndexField()
    added_on = models.DateField(_("登记日期"), default=today, editable=False)
    left_on = models.DateField(_("移除日期"), null=True, blank=True, editable=False)

    objects = EntitledPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("权利人")
        verbose_name_plural = _("权利人")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["home", "id_no_index"],
                condition=~models.Q(id_no_index="") & models.Q(left_on__isnull=True),
                name="entitled_once",
                violation_error_message=_("这套房已登记过这个证件号码的权利人。"),
            )
        ]

    def __str__(self):
        return self.name_masked

    @property
    def area_code(self) -> str:
        return self.home.area_code
