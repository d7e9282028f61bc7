import secrets
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from deeds.actions.housing import enter, holding
from deeds.enums import Right
from deeds.models import Bulletin, HousingProject
from deeds.rules.housing import refuse_personal_numbers
from deeds.states.bulletins import BulletinState
from governance.audit.actions import record
from governance.casework.enums import PUBLIC_CODE_LETTERS
from governance.files.actions import keep_picture
from governance.kernel.days import month_start, today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.wording import plain
from grids.enums.public import TOKEN_LENGTH


def draft_bulletin(
    project: HousingProject,
    *,
    by,
    period: date,
    progress_text: str,
    funds_level: str,
    next_on: date,
    photos: Iterable = (),
) -> Bulletin:
    """Begin the bulletin of a month; purchasers see it once it is published."""
    with holding(project, by, Right.ANSWER) as held:
        bulletin = Bulletin(project=held, period=month_start(period))
        _write(bulletin, by=by, progress_text=progress_text, funds_level=funds_level, next_on=next_on)
        _keep(bulletin, photos, by)
    return bulletin


def revise_bulletin(
    bulletin: Bulletin, *, by, progress_text: str, funds_level: str, next_on: date, photos: Iterable = ()
) -> None:
    """Change a draft; what purchasers have read is withdrawn instead."""
    with holding(bulletin.project, by, Right.ANSWER) as held:
        row = held.bulletins.get(pk=bulletin.pk)
        if row.state != BulletinState.DRAFT:
            raise Refused("not_draft", _("已发布的公告不能改，请先撤回，再发布新的一期。"))
        row.project = held
        _write(row, by=by, progress_text=progress_text, funds_level=funds_level, next_on=next_on)
        _keep(row, photos, by)


def _write(bulletin: Bulletin, *, by, progress_text: str, funds_level: str, next_on: date) -> None:
    bulletin.progress_text = plain(progress_text)
    bulletin.funds_level, bulletin.next_on = funds_level, next_on
    refuse_personal_numbers(bulletin.progress_text)
    enter(bulletin, "bulletin.write", by=by, subject=bulletin.project, period=bulletin.period)


def _keep(bulletin: Bulletin, photos: Iterable, by) -> None:
    area = bulletin.project.area
    bulletin.photos.add(*(keep_picture(photo, area=area, by=by, view_right=Right.VIEW) for photo in photos))


def publish_bulletin(bulletin: Bulletin, *, by) -> None:
    """Let purchasers read it, with the progress of today; the first one opens the project's public page."""
    with holding(bulletin.project, by, Right.ANSWER) as held:
        if held.token is None:
            held.token = "".join(secrets.choice(PUBLIC_CODE_LETTERS) for _letter in range(TOKEN_LENGTH))
            held.save(update_fields=["token"])
            record("housing.project.open_page", by=by, subject=held)
        last = held.progress.first()
        told = {"published_on": today(), "percent": last.percent if last else None}
        move(bulletin, "publish", by=by, changes=told)


def withdraw_bulletin(bulletin: Bulletin, *, by, note: str) -> None:
    """Take a bulletin back, for a reason; another one of the same month may follow."""
    move(bulletin, "withdraw", by=by, note=plain(note))
