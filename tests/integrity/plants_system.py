"""Faults in the tree, the trail, seats, files and figures."""

import os
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from governance.areas.models import Area, AreaCode, AreaKeeper, AreaName, AreaParent
from governance.audit.actions import record
from governance.audit.sealing import seal_events
from governance.files.models import Attachment, TableImport
from governance.kernel.days import today
from governance.people.models import ApiToken, Post, PostHolding, Role, User
from governance.statistics.models import Fact, Snapshot
from tests.factories.files import make_attachment
from tests.factories.grids import make_household, make_resident, make_visit
from tests.factories.people import hold, make_user
from tests.integrity.planting import BUILDING, CITY, GRID, TOWN, plant


def _spoiled_tree(spoil):
    def planted(sound):
        yield
        spoil(sound[BUILDING])

    return planted


def _area(area):
    return Area.objects.filter(pk=area.pk)


for code, spoil in {
    "area-code-width": lambda area: _area(area).update(code=f"{GRID}77"),
    "area-code-parent": lambda area: _area(area).update(code="990102001001999999"),
    "area-parent-level": lambda area: AreaParent.objects.filter(area=area).delete(),
    "area-code-record": lambda area: AreaCode.objects.filter(area=area).delete(),
    "area-name-record": lambda area: AreaName.objects.filter(area=area).update(name="别名"),
    "area-closed-records": lambda area: _area(area).update(closed_on="2024-01-01"),
    "area-keeper-record": lambda area: AreaKeeper.objects.create(
        area=area, keeper=area, valid=("2021-01-01", None)
    ),
    "area-history-gaps": lambda area: AreaCode.objects.filter(area=area).update(valid=("2021-01-01", None)),
    "area-misplaced-rows": lambda area: Post.objects.filter(pk=_one_post().pk).update(area_code="9902"),
}.items():
    plant(code)(_spoiled_tree(spoil))


def _one_post() -> Post:
    return Post.objects.first()


@plant("area-closure")
def _closure(sound):
    yield
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from areas_ancestry where descendant_id = %s and depth = 2", [sound[BUILDING].pk]
        )


@plant("audit-chain")
def _changed_event(sound):
    record("sample.act", by=None)
    seal_events()
    yield
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute("update audit_auditevent set actor = 'nobody'")
        cursor.execute("set local session_replication_role = origin")


@plant("audit-unsealed")
def _old_event(sound):
    record("sample.act", by=None)
    yield
    with connection.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica")
        cursor.execute(
            "update audit_auditevent set at = now() - interval '25 hours'"
            " where id = (select max(id) from audit_auditevent)"
        )
        cursor.execute("set local session_replication_role = origin")


@plant("post-vacant")
def _vacant(sound):
    holding = hold(make_user(), "street_dispatcher", sound[TOWN])
    yield
    PostHolding.objects.filter(pk=holding.pk).update(valid=("2020-01-01", today() - timedelta(days=31)))


@plant("post-gone-held")
def _held_when_gone(sound):
    holding = hold(make_user(), "street_dispatcher", sound[TOWN])
    yield
    Post.objects.filter(pk=holding.post_id).update(closed_on=today())


@plant("post-locked-held")
def _locked_out(sound):
    user = make_user("street_dispatcher", sound[TOWN])
    yield
    User.objects.filter(pk=user.pk).update(is_active=False)


@plant("post-exclusive")
def _two_of_three(sound):
    user = make_user("system_admin", sound[CITY])
    make_user("auditor", sound[CITY])
    yield
    hold(user, "security_admin", sound[CITY])


@plant("token-unused")
def _unused(sound):
    token = ApiToken.objects.create(
        user=make_user(), name="数据交换", digest="d", hint="sz_ab", expires_at=timezone.now() + timedelta(days=9),
        last_used_on=today() - timedelta(days=180),
    )  # fmt: skip
    yield
    ApiToken.objects.filter(pk=token.pk).update(last_used_on=today() - timedelta(days=181))


def _kept(area) -> Attachment:
    kept = make_attachment(area)
    Attachment.objects.filter(pk=kept.pk).update(kept_at=timezone.now() - timedelta(days=3))
    return kept


@plant("file-missing")
def _without_file(sound):
    kept = _kept(sound[GRID])
    yield
    Path(settings.MEDIA_ROOT, kept.file.name).unlink()


@plant("file-unknown")
def _without_row(sound):
    kept, path = _kept(sound[GRID]), Path(settings.MEDIA_ROOT, "attachments", "ab", "ab12.jpg")
    yield
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"picture")
    old = (timezone.now() - timedelta(days=2)).timestamp()
    os.utime(path, (old, old))
    assert kept.file.storage.exists(kept.file.name)


@plant("file-expired")
def _expired(sound):
    kept = _kept(sound[GRID])
    yield
    Attachment.objects.filter(pk=kept.pk).update(expires_on=today() - timedelta(days=3))


@plant("import-stuck")
def _stuck(sound):
    row = TableImport.objects.create(
        area=sound[GRID],
        layout="grids",
        view_right="grids.view",
        file_name="名册.xlsx",
        created_by=make_user(),
    )
    yield
    TableImport.objects.filter(pk=row.pk).update(heartbeat_at=timezone.now() - timedelta(minutes=61))


@plant("facts-differ")
def _fact(sound):
    make_visit(make_household(sound[BUILDING]))
    yield
    Fact.objects.create(measure="visits.count", level=4, code=CITY, day=today(), value=7)


@plant("facts-behind")
def _piled_up(sound):
    yield
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into statistics_outbox (measure, area_code, day, weight)"
            " select 'visits.count', '9901', current_date, 0 from generate_series(1, 200001)"
        )


@plant("snapshot-missing")
def _night(sound):
    nights = [today() - timedelta(days=n) for n in (1, 2, 3)]
    rows = [Snapshot(indicator="grids.total", code=CITY, day=night, numerator=1) for night in nights]
    Snapshot.objects.bulk_create(rows)
    yield
    Snapshot.objects.filter(day=nights[0]).delete()


@plant("figure-out-of-range")
def _beyond(sound):
    night = today() - timedelta(days=1)
    share = {"indicator": "grids.staffed_share", "code": CITY, "day": night, "denominator": 4}
    kept = Snapshot.objects.create(**share, numerator=4)
    yield
    kept.delete()
    Snapshot.objects.create(**share, numerator=5)


@plant("role-unknown-right")
def _misspelt(sound):
    yield
    Role.objects.filter(code="auditor").update(rights=["audit.veiw"])


@plant("sealed-no-index")
def _without_index(sound):
    resident = make_resident(make_household(sound[BUILDING]), phone="13800138000")
    yield
    type(resident).objects.filter(pk=resident.pk).update(phone_index="")
