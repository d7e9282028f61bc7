"""Judges, what they are asked, and what courts delegate."""

from datetime import timedelta
from itertools import count

from disputes.models import CourtCollaboration, CourtDelegation, Dispute, SharedCourt
from governance.areas.models import Area
from governance.kernel.days import today
from governance.people.models import Post
from tests.factories.people import make_role, make_user

_numbers = count(1)


def make_judge_post(area: Area) -> Post:
    """The seat in the area that may be consulted already, else a new one."""
    held = Post.objects.filter(role__rights__contains=["court.consult"], area=area).first()
    return held or Post.objects.create(role=make_role("judge"), area=area, opened_on="2020-01-01")


def make_collaboration(dispute: Dispute, judge_post: Post, **fields) -> CourtCollaboration:
    defaults = {"question": "仲裁时效是否已过？", "asked_by": make_user()}
    return CourtCollaboration.objects.create(dispute=dispute, judge_post=judge_post, **(defaults | fields))


def make_delegation(dispute: Dispute, **fields) -> CourtDelegation:
    defaults = {
        "court": "区人民法院",
        "external_number": f"(2026)宁0105诉前调{next(_numbers)}号",
        "return_by": today() + timedelta(days=30),
    }
    return CourtDelegation.objects.create(dispute=dispute, **(defaults | fields))


def make_shared_court(area: Area, **fields) -> SharedCourt:
    defaults = {"name": f"共享法庭{next(_numbers)}", "place": "综治中心二楼", "schedule": "每周三下午"}
    return SharedCourt.objects.create(area=area, **(defaults | fields))
