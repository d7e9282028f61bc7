"""What stands in the way of a meeting's dates and of its figures, one sentence each."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from governance.kernel.days import today
from property.enums.meetings import NOTICE_DAYS
from property.models import OwnersMeeting


def check_notice(meeting: OwnersMeeting, notice_on: date, told_on: date) -> None:
    """Raise `ValidationError` unless owners were told in time, and the residents' committee before the meeting."""
    days = (meeting.meeting_on - notice_on).days
    if notice_on > today() or told_on > today():
        raise ValidationError(_("通知日期和告知居委会日期不能晚于今天，办完再来登记。"))
    if days < 0:
        raise ValidationError(
            _("通知日期 {} 晚于开会日期 {}，请核对两个日期。").format(notice_on, meeting.meeting_on)
        )
    if days < NOTICE_DAYS:
        raise ValidationError(
            _("通知到开会只有 {} 天，要在开会 {} 日以前通知全体业主，请先改开会日期。").format(
                days, NOTICE_DAYS
            )
        )
    if told_on > meeting.meeting_on:
        raise ValidationError(_("告知居委会的日期不能晚于开会日期。"))


def check_announcement(meeting: OwnersMeeting, on: date) -> None:
    if on < meeting.meeting_on:
        raise ValidationError(
            _("公布日期 {} 早于开会日期 {}，请核对两个日期。").format(on, meeting.meeting_on)
        )
    if on > today():
        raise ValidationError(_("公布日期不能晚于今天，公布以后再来登记。"))


def faults_of(meeting: OwnersMeeting, figures: dict) -> list[str]:
    """What cannot be in the figures of one matter: more than there is, or parts that do not add up."""
    found = []
    if figures["took_part_heads"] > meeting.owner_count:
        found.append(
            _("参与人数 {} 多于业主总人数 {}，请核对选票。").format(
                figures["took_part_heads"], meeting.owner_count
            )
        )
    if figures["took_part_area"] > meeting.owner_area:
        found.append(
            _("参与面积 {} 平方米大于小区专有部分总面积 {} 平方米，请核对面积。").format(
                figures["took_part_area"], meeting.owner_area
            )
        )
    for unit, took_part, parts in (
        (_("人数"), "took_part_heads", ("for_heads", "against_heads", "abstain_heads")),
        (_("面积"), "took_part_area", ("for_area", "against_area", "abstain_area")),
    ):
        together = sum(figures[part] for part in parts)
        if together != figures[took_part]:
            found.append(
                _("同意、反对、弃权的{}相加是 {}，与参与的{} {} 不一致，请核对。").format(
                    unit, together, unit, figures[took_part]
                )
            )
    return found
