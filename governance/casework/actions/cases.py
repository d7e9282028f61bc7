"""Verbs that every kind of case shares. The kinds' own verbs call these inside their transaction."""

import hashlib
import json
import secrets
from copy import copy

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.casework.actions.clocks import start_limit
from governance.casework.actions.ticking import catch_up
from governance.casework.clock import next_tick
from governance.casework.enums import KIND_LETTERS, PUBLIC_CODE_LENGTH, PUBLIC_CODE_LETTERS, Limit
from governance.casework.models import Case, CaseCounter, KeptSubmission
from governance.casework.offices import Offices
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import demand_source, demand_step, move
from governance.people.models import Post, User


def next_number(area: Area, kind: str) -> str:
    """The next free number of a case: `{area6}{letter}{YYYYMMDD}{seq5}`."""
    return draw_number(area, kind, KIND_LETTERS[kind])


def draw_number(area: Area, series: str, letter: str) -> str:
    """The next free number of a series; a number drawn and rolled back leaves a gap."""
    area6, day = area.code[:6].ljust(6, "0"), today()
    table = CaseCounter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} (area6, kind, day, last) values (%s, %s, %s, 1)"  # noqa: S608 — our own table name
            f" on conflict (area6, kind, day) do update set last = {table}.last + 1 returning last",
            [area6, series, day],
        )
        (last,) = cursor.fetchone()
    return f"{area6}{letter}{day:%Y%m%d}{last:05d}"


def public_code() -> str:
    """What a resident follows the case by: random, so that one code tells nothing of another."""
    return "".join(secrets.choice(PUBLIC_CODE_LETTERS) for _letter in range(PUBLIC_CODE_LENGTH))


def content_digest(content: dict, *, by: User | None) -> str:
    """What tells a repeated submission from another under the same client number. `by` None is a resident."""
    text = json.dumps([getattr(by, "pk", None), content], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def earlier_submission(client_uuid, content: dict, *, by: User | None) -> Case | None:
    """The case that this very content made before, if any.

    Other content under a used number is kept for review and refused; nothing of either is lost.
    """
    case = client_uuid and Case.objects.filter(client_uuid=client_uuid).first()
    if not case:
        return None
    if case.content_digest == content_digest(content, by=by):
        return case
    kept = KeptSubmission(case=case, client_uuid=client_uuid, submitted_by=by)
    kept.seal_value("payload", json.dumps(content, ensure_ascii=False, default=str))
    kept.save()
    raise Refused(
        "uuid_reused", _("这个提交编号已经用于另一份内容。您提交的内容已留存待核，请换一个编号重新提交。")
    )


def open_case(
    *, kind: str, area: Area, by: User | None, state: str, content: dict, client_uuid=None, **fields
) -> Case:
    """Open a numbered case in the state its kind begins with; its clock runs to acceptance."""
    case = Case(
        kind=kind,
        area=area,
        owner_area=area,
        level_id=area.level_id,
        number=next_number(area, kind),
        public_code=public_code(),
        state=state,
        registered_by=by,
        registered_on=today(),
        client_uuid=client_uuid,
        content_digest=content_digest(content, by=by),
        **fields,
    )
    case.area_code = area.keeper.code
    for name, value in start_limit(case, Limit.ACCEPT).items():
        setattr(case, name, value)
    case.accept_due_on = case.due_at and timezone.localdate(case.due_at)
    case.tick_at = next_tick(case, after=timezone.now())
    case.full_clean(validate_unique=False)
    case.save()
    case.note("register", by=by, to_state=state)
    record(f"{kind}.register", by=by, subject=case, after={"number": case.number, "state": state})
    return case


def once_per_uuid(create, *, client_uuid, content: dict, by: User | None):
    """Run `create` unless this content came in before; answers `(case, created)`. Two at once make one."""
    earlier = earlier_submission(client_uuid, content, by=by)
    if earlier:
        return earlier, False
    try:
        with transaction.atomic():
            return create(), True
    except IntegrityError:
        earlier = earlier_submission(client_uuid, content, by=by)
        if earlier is None:
            raise
        return earlier, False


def begin_step(case: Case, step_name: str, *, by, version: int | None = None) -> Case:
    """Lock the case for a step and read it anew, having checked the right, the version the user saw and the state.

    What its clock had to do by now is done first.
    """
    case = _hold(case, step_name, by=by)
    check_version(case, version)
    demand_source(case, case.STEPS[step_name])
    case.as_locked = copy(case)
    return case


def _hold(case: Case, step_name: str, *, by) -> Case:
    rows = Case.objects.select_for_update(of=("self",)).select_related("area", "rule__rule_set")
    case.refresh_from_db(from_queryset=rows)
    if by is not None:
        demand_step(case, case.STEPS[step_name], by)
    catch_up(case)
    return case


def check_version(case: Case, version: int | None) -> None:
    """Refuse what was decided on an older state of the case than the present one."""
    if version is not None and version != case.version:
        raise Refused(
            "stale",
            _("这件事刚刚有人办过（现在是「{state}」）。请刷新页面，看过最新情况再办。").format(
                state=case.get_state_display()
            ),
        )


def take_step(case: Case, step_name: str, *, by, note: str = "", **changes) -> None:
    """Move a case locked by `begin_step`, with the fields that change along."""
    held, case.as_locked = case.as_locked, None
    for name, value in changes.items():
        setattr(case, name, value)
    changes |= {"tick_at": next_tick(case, after=timezone.now()), "version": case.version + 1}
    move(case, step_name, by=by, note=note, changes=changes, held=held)


def owner_changes(case: Case, post: Post) -> dict:
    """The fields that hand a case to a seat. It must exist today, reach the place and may be its main seat (主责)."""
    if post.closed_on is not None and post.closed_on <= today():
        raise Refused("post_closed", _("这个岗位已经撤销，请另选承办岗位。"))
    if not case.area_code.startswith(post.area_code):
        raise Refused("post_out_of_area", _("这个岗位管不到事发地，请另选承办岗位。"))
    if case.of_kind and (sentence := case.of_kind.keeps_from(case, post)):
        raise Refused("not_their_lead", sentence)
    return {"owner_post": post, "owner_area": post.area, "level": post.area.level}


@transaction.atomic
def escalate_case(case: Case, *, by: User, to: Area, note: str, version: int | None = None) -> None:
    """Hand a case with its whole file up to an area above; there it waits to be assigned.

    Who had it keeps the call back. Where the rules give each level a limit of its own, the new one begins now.
    """
    _demand_running(case)
    case = begin_step(case, "escalate", by=by, version=version)
    owner = case.owner_area or case.area
    if not (owner.code.startswith(to.code) and len(to.code) < len(owner.code)):
        raise Refused("not_above", _("只能升级到现承办单位的上级，请重新选择。"))
    keeps = case.follow_up_area or Offices([owner.code]).office_of(owner.code)
    case.level = to.level
    limit = _limit_at(case) if case.handle_due_at else {}
    take_step(
        case, "escalate", by=by, note=note, owner_area=to, owner_post=None, level=to.level, follow_up_area=keeps,
        **limit,
    )  # fmt: skip


def _demand_running(case: Case) -> None:
    if Case.objects.filter(pk=case.pk, paused_at__isnull=False).exists():
        raise Refused("wrong_state", _("这件事正在中止，计时停着，不能升级。请先恢复办理，再升级。"))


def _limit_at(case: Case) -> dict:
    """The limit of the level a case has just come to, unless it is the one that runs already."""
    begun = start_limit(case, Limit.HANDLE, complexity=case.of_kind.complexity(case))
    is_same = begun["rule"] is None or case.rule is None or begun["rule"].pk == case.rule_id
    return {} if is_same else begun
