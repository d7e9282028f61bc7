import chinese_calendar
from chinese_calendar import constants
from django.db import transaction
from django.utils.translation import gettext as _

from governance.casework.clock import forget_calendar
from governance.casework.models import CalendarDay


@transaction.atomic
def load_published_days() -> int:
    """Take over the State Council's days off and make-up days of every year the library knows.

    Days entered by hand stay as they are. Answers how many days differ from their weekday.
    """
    source = _("国务院办公厅节假日安排（chinesecalendar {version}）").format(
        version=getattr(chinese_calendar, "__version__", "")
    )
    days = [
        CalendarDay(day=day, is_worked=False, name=name, source=source)
        for day, name in constants.holidays.items()
        if day.isoweekday() <= 5
    ] + [
        CalendarDay(day=day, is_worked=True, name=name, source=source)
        for day, name in constants.workdays.items()
        if day.isoweekday() > 5
    ]
    CalendarDay.objects.bulk_create(days, ignore_conflicts=True)
    transaction.on_commit(forget_calendar)
    return len(days)
