"""Today and periods by the calendar of the office: dates of Asia/Shanghai, never of the server's clock zone."""

from datetime import date, datetime, timedelta

from django.utils import timezone


def today() -> date:
    """The local date now (settings.TIME_ZONE)."""
    return timezone.localdate()


def local_date(moment: datetime) -> date:
    """The local date of an aware moment."""
    return timezone.localdate(moment)


def week_key(day: date) -> str:
    """ISO week of a local date, e.g. `2026-W48`. The year is the ISO year, which differs around New Year."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_key(day: date) -> str:
    """Calendar month of a local date, e.g. `2026-11`."""
    return f"{day.year}-{day.month:02d}"


def week_start(day: date) -> date:
    """The Monday of the day's ISO week."""
    return day - timedelta(days=day.isoweekday() - 1)


def month_start(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def next_month_start(day: date) -> date:
    """The first day of the month after the day's."""
    return month_start(month_start(day) + timedelta(days=32))


def quarter_start(day: date) -> date:
    """The first day of the day's quarter."""
    return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def years_later(day: date, years: int) -> date:
    """The same day some years on; 29 February becomes 28 February where the year has none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
