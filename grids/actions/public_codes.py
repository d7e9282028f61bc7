import secrets
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.casework.enums import PUBLIC_CODE_LETTERS
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User
from grids.enums.public import MOST_POSTERS, TOKEN_LENGTH, CodeKind
from grids.enums.rights import Right
from grids.models import PublicCode


def places_of(area: Area) -> list[Area]:
    """The grids and building groups of an area that can have a code of their own."""
    places = Area.objects.open().within(area.code).filter(level_id__in=CodeKind.values)
    return list(places.order_by("code")[: MOST_POSTERS + 1])


def open_codes(area: Area, *, by: User | None) -> list[PublicCode]:
    """A code for the grid and its building groups, or for all of a community; those there already stay.

    `by` None is the demo city. Answers all open codes of the places, in the order of their areas.
    """
    if by is not None and not by.may(Right.MANAGE, area.code):
        raise PermissionDenied
    places = places_of(area)
    if len(places) > MOST_POSTERS:
        raise Refused(
            "too_many_codes",
            _("这个区划下的网格和楼院超过 {most} 个，请按社区或网格分批制码。").format(most=MOST_POSTERS),
        )
    if not places:
        raise Refused("no_places", _("这个区划下没有网格和楼院，不能制码。"))
    with transaction.atomic():
        _open_missing(places, by=by)
        if by is not None:
            record("public_codes.open", by=by, subject=area, after={"places": len(places)})
    return list(
        PublicCode.objects.open().filter(area__in=places).select_related("area").order_by("area__code")
    )


def _open_missing(places: Iterable[Area], *, by: User | None) -> None:
    """Two people pressing at once make one code a place: the second finds it there."""
    fresh = []
    for place in places:
        code = PublicCode(token=_token(), kind=place.level_id, made_by=by)
        code.place_in(place)
        fresh.append(code)
    held = set(PublicCode.objects.open().filter(area__in=places).values_list("area_id", flat=True))
    PublicCode.objects.bulk_create(
        (code for code in fresh if code.area_id not in held), ignore_conflicts=True, batch_size=500
    )


def close_code(code: PublicCode, *, by: User, reason: str) -> None:
    """Take a code out of use: a poster was copied or torn down. Old posters then say where to turn."""
    _check_right(by, code)
    _require_reason(reason)
    with transaction.atomic():
        _close(code, by=by, reason=reason)


def replace_code(code: PublicCode, *, by: User, reason: str) -> PublicCode:
    """Close a code and open another for the same place in one go; what came in by the old one stays with it."""
    _check_right(by, code)
    _require_reason(reason)
    if not code.area.is_open:
        raise Refused("area_closed", _("这个地方已经撤销，不能换新码。"))
    with transaction.atomic():
        _close(code, by=by, reason=reason)
        fresh = PublicCode(token=_token(), kind=code.kind, area=code.area, made_by=by)
        fresh.place_in(code.area)
        fresh.full_clean()
        fresh.save()
        record("public_codes.replace", by=by, subject=fresh, reason=reason)
    return fresh


def _close(code: PublicCode, *, by: User, reason: str) -> None:
    held = PublicCode.objects.select_for_update().get(pk=code.pk)
    if not held.is_open:
        raise Refused("code_closed", _("这个码已经停用，请刷新页面。"))
    code.closed_on = today()
    code.save(update_fields=["closed_on"])
    record("public_codes.close", by=by, subject=code, reason=reason)


def _check_right(by: User, code: PublicCode) -> None:
    if not by.may(Right.MANAGE, code.area_code):
        raise PermissionDenied


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("reason_required", _("停用或更换要写明原因，请补充后再提交。"))


def _token() -> str:
    """Short enough to type from a poster, without letters that look alike, and not to be guessed."""
    return "".join(secrets.choice(PUBLIC_CODE_LETTERS) for _letter in range(TOKEN_LENGTH))
