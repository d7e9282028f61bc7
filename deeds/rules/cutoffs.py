"""What parts the old backlog from what is new."""

from datetime import date

from django.utils.translation import gettext as _

from deeds.models import BacklogCutoff
from governance.kernel.errors import Refused


def is_after_cutoff(area_code: str, finished_on: date | None) -> BacklogCutoff | None:
    """The cut-off day that a building was finished after; None when it was not, or when nobody knows."""
    cutoff = finished_on and BacklogCutoff.objects.for_place(area_code)
    return cutoff if cutoff and finished_on > cutoff.on else None


def refuse_new_building(area_code: str, finished_on: date | None) -> None:
    """Raise `Refused` for a building that is too new for the old backlog."""
    if cutoff := is_after_cutoff(area_code, finished_on):
        raise Refused(
            "after_cutoff",
            _(
                "竣工日期 {finished} 在历史遗留截止日期 {cutoff} 之后，不能列入历史遗留；请按「新增」登记。"
            ).format(finished=finished_on, cutoff=cutoff.on),
        )
