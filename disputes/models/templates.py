from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.enums.papers import Paper
from disputes.enums.rights import Right
from governance.files.models.templates import OfficeTemplate


class PaperTemplate(OfficeTemplate):
    """A template of a paper of the dossier."""

    EDIT_RIGHT = Right.TEMPLATES
    AUDIT = "papers"

    kind = models.CharField(_("文书"), max_length=20, choices=Paper)

    class Meta:
        verbose_name = _("文书模板")
        verbose_name_plural = _("文书模板")
        indexes = [models.Index(fields=["area_code", "kind", "-version"], name="paper_template_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind", "version"],
                name="paper_template_version_once",
                violation_error_message=_("这个版本号已经用过，请刷新页面后重新上传。"),
            )
        ]
