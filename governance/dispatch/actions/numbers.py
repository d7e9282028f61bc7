"""Issue numbers (期号) of an office: one after the other, in the order of issue."""

from django.db.models import Max, QuerySet

from governance.areas.models import Area


def take_turns(area_id: int) -> None:
    """Let nobody else issue for the office until this transaction ends; before any row of its own is locked."""
    Area.objects.select_for_update(no_key=True).get(pk=area_id)


def next_number(issued: QuerySet) -> int:
    """The number after the last of those issued."""
    return (issued.aggregate(last=Max("issue_no"))["last"] or 0) + 1
