from django.db import transaction
from django.utils.translation import gettext as _

from deeds.models import DeedProject, Home, HomeQuerySet
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move, move_rows
from governance.kernel.masking import mask_certificate


def register_home(home: Home, *, by, note: str = "") -> None:
    """Enter the home's title in the register (登簿)."""
    move(home, "register", by=by, note=note, changes={"registered_on": today()})


def issue_home(home: Home, *, by, certificate_no: str = "", note: str = "") -> None:
    """Hand out the deed of a registered home. Of the certificate's number only the masked form is kept."""
    changes = {"issued_on": today(), "certificate_masked": mask_certificate(certificate_no)[:40]}
    move(home, "issue", by=by, note=note, changes=changes)


@transaction.atomic
def issue_homes(project: DeedProject, homes: HomeQuerySet, *, by, reason: str) -> int:
    """Hand out the deeds of many registered homes of one project for one reason: all of them, or none."""
    if not reason.strip():
        raise Refused("reason_required", _("批量发证需要写明理由，请补充后再提交。"))
    if homes.exclude(project=project).exists():
        raise Refused("other_project", _("所选住房不都属于这个项目，请重新选择。"))
    changes = {"issued_on": today()}
    count = move_rows(homes, "issue", by=by, area_code=project.area_code, note=reason, changes=changes)
    if not count:
        raise Refused("nothing_chosen", _("没有选择住房，请先勾选已登簿的住房。"))
    record("deeds.homes.issue", by=by, subject=project, after={"homes": count}, reason=reason)
    return count
