from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import Authority, PartyKind, PartyRole
from disputes.models.dispute import Dispute
from governance.kernel.masking import mask_address, mask_id_no, mask_name, mask_phone
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField

ADDRESS_SHOWN = 6  # of an address: the county, at most the town


def _short_address(address: str) -> str:
    return mask_address(address, ADDRESS_SHOWN)


class Party(Sealed):
    """A person or organisation in a dispute. Names are masked on screens; numbers and addresses are sealed.

    `representative_of` and `authority` say whom an agent or a group's representative speaks for and how far.
    """

    SEALED = {"phone": mask_phone, "id_no": mask_id_no, "address": _short_address}

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="parties", verbose_name=_("纠纷"))
    role = models.CharField(_("身份"), max_length=20, choices=PartyRole, default=PartyRole.APPLICANT)
    name = models.CharField(_("姓名或名称"), max_length=80)
    is_org = models.BooleanField(_("单位"), default=False)
    is_representative = models.BooleanField(_("代表人"), default=False)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    phone_index = BlindIndexField()
    id_no_sealed = SealedField(_("证件号码"))
    id_no_masked = models.CharField(_("证件号码"), max_length=20, blank=True, editable=False)
    id_no_index = BlindIndexField()
    address_sealed = SealedField(_("地址"), db_default="")
    address_masked = models.CharField(
        _("地址"), max_length=20, blank=True, editable=False, default="", db_default=""
    )
    org_code = models.CharField(_("统一社会信用代码"), max_length=18, blank=True, default="", db_default="")
    kind = models.CharField(
        _("人员类别"), max_length=4, choices=PartyKind, blank=True, default="", db_default=""
    )
    representative_of = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="representatives",
        verbose_name=_("代理或代表谁"),
    )  # fmt: skip
    represented_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="represented",
        verbose_name=_("由哪位代表人代表"),
    )  # fmt: skip
    authority = models.CharField(
        _("代理权限"), max_length=10, choices=Authority, blank=True, default="", db_default=""
    )
    claim_cents = models.BigIntegerField(_("诉求金额（分）"), null=True, blank=True)
    settled_cents = models.BigIntegerField(_("落实金额（分）"), null=True, blank=True)
    result = models.CharField(_("结果"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("当事人")
        verbose_name_plural = _("当事人")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="party_amounts_not_negative",
                condition=(models.Q(claim_cents__isnull=True) | models.Q(claim_cents__gte=0))
                & (models.Q(settled_cents__isnull=True) | models.Q(settled_cents__gte=0)),
                violation_error_message=_("金额不能为负数。"),
            )
        ]

    def __str__(self):
        return f"{self.get_role_display()} {self.shown_name}"

    @property
    def shown_name(self) -> str:
        return self.name if self.is_org else mask_name(self.name)

    def line(self, names: Iterable[str]) -> dict:
        """The columns others see: names of persons and numbers are masked."""
        return {name: getattr(self, "shown_name" if name == "name" else name) for name in names}

    @property
    def area_code(self) -> str:
        return self.dispute.area_code
