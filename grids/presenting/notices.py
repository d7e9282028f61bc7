from governance.kernel.days import today
from grids.enums.public import NoticeForm
from grids.models import PrivacyNotice


def notice_of(form: str) -> PrivacyNotice | None:
    """What a form tells today; it is kept with what is handed in."""
    return PrivacyNotice.objects.in_force(form, today())


def notices_now() -> list[PrivacyNotice]:
    """The notice of every form that has one today."""
    return [notice for notice in map(notice_of, NoticeForm.values) if notice]
