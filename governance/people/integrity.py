"""Whether seats, those who sit in them and what they owe fit together."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from governance.kernel.checking import Check, Severity
from governance.people.duties import duties
from governance.people.models import ApiToken, Post, PostHolding

VACANT_DAYS = 30
UNUSED_DAYS = 180


def _long_vacant(day: date):
    """Seats nobody has sat in for so long, as their own or as cover."""
    lately = PostHolding.objects.filter(
        post=OuterRef("pk"), valid__overlap=(day - timedelta(days=VACANT_DAYS), day + timedelta(days=1))
    )
    old = Post.objects.vacant_on(day).filter(opened_on__lt=day - timedelta(days=VACANT_DAYS))
    return old.filter(~Exists(lately), area__closed_on__isnull=True)


def _held_when_gone(day: date):
    gone = Q(post__closed_on__lte=day) | Q(area__closed_on__lte=day)
    return PostHolding.objects.live_on(day).filter(gone)


def _held_by_locked_out(day: date):
    return PostHolding.objects.live_on(day).filter(user__is_active=False)


def _holding_too_much(day: date):
    """Seats of a group of which nobody may hold two, held by somebody who was given another before."""
    group, role = OuterRef("post__role__exclusive_group"), OuterRef("post__role")
    others = PostHolding.objects.live_on(day).filter(user=OuterRef("user"), post__role__exclusive_group=group)
    held = PostHolding.objects.live_on(day).exclude(post__role__exclusive_group="")
    return held.filter(Exists(others.exclude(post__role=role).filter(pk__lt=OuterRef("pk"))))


def _unused_tokens(day: date):
    since = day - timedelta(days=UNUSED_DAYS)
    live = ApiToken.objects.filter(revoked_at__isnull=True, expires_at__gt=timezone.now())
    never = Q(last_used_on__isnull=True, created_at__date__lt=since)
    return live.filter(never | Q(last_used_on__lt=since))


_HOLDING = {
    "noun": _("岗位"), "label": "post__role__name", "page": "people:handover_begin", "target": "pk",
}  # fmt: skip
CHECKS = (
    Check(
        code="post-vacant",
        title=_("岗位空缺超过 30 天"),
        explains=_("岗位在册，一个月以上既没有人任职，也没有人代管，派到这个岗位的事没有人看。"),
        mend=_("安排人任职或者代管；岗位不再需要的，撤销岗位。"),
        severity=Severity.NOTE,
        rows=_long_vacant,
        noun=_("岗位"),
        label="role__name",
    ),
    Check(
        code="post-gone-held",
        title=_("岗位或单位已撤销，仍有人任职"),
        explains=_("撤销的岗位不应再有人任职，否则这个人还能看到不该看的数据。"),
        mend=_("办理离任交接。"),
        severity=Severity.SERIOUS,
        rows=_held_when_gone,
        **_HOLDING,
    ),
    Check(
        code="post-locked-held",
        title=_("停用的账号仍在岗"),
        explains=_("账号已停用，任职没有结束：岗位看起来有人，实际没有人能登录办理。"),
        mend=_("办理离任交接，再安排接任的人；停用有误的，恢复账号。"),
        severity=Severity.WARNING,
        rows=_held_by_locked_out,
        **_HOLDING,
    ),
    Check(
        code="post-exclusive",
        title=_("不相容的岗位由一人兼任"),
        explains=_("系统、安全、审计三类管理员互相监督，不能由同一个人担任。"),
        mend=_("结束其中一项任职，换人担任。"),
        severity=Severity.SERIOUS,
        rows=_holding_too_much,
        **_HOLDING,
    ),
    Check(
        code="token-unused",
        title=_("接口密钥超过 180 天没有用过"),
        explains=_("长期不用的密钥仍然有效，丢失了也不会有人发现。"),
        mend=_("向接口使用单位核实，不再使用的撤销。"),
        severity=Severity.NOTE,
        rows=_unused_tokens,
        noun=_("密钥开头"),
        label="hint",
        area="",
    ),
    *(
        Check(
            code=f"orphan-{key}",
            title=format_lazy(_("{what}的承办人或岗位已不在"), what=duty.label),
            explains=_("事情还没有办完，承办的人在那里已没有岗位，或者承办的岗位已撤销，等于没有人办。"),
            mend=_("每小时自动转给所在地的负责岗位；一直不消除的，是那里没有负责岗位，请先安排人任职。"),
            severity=Severity.WARNING,
            rows=duty.orphans,
            noun=duty.label,
        )
        for key, duty in duties().items()
        if duty.hand
    ),
)
