"""Registrations begun and not yet sent: kept sealed for their owner, forgotten after a month."""

import json
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from disputes.enums.centres import DRAFT_DAYS, MOST_DRAFTS
from disputes.models import DisputeDraft, Matter
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User


@transaction.atomic
def keep_draft(
    *, by: User, content: dict, matter: Matter | None = None, draft: DisputeDraft | None = None
) -> DisputeDraft:
    """Keep what was typed, as it is: nothing of it is checked before it is registered."""
    if draft is None:
        if DisputeDraft.objects.of(by).count() >= MOST_DRAFTS:
            raise Refused(
                "too_many_drafts",
                _("草稿最多保存 {} 份，请先登记或放弃旧的草稿。").format(MOST_DRAFTS),
            )
        draft = DisputeDraft(owner=by)
    draft.matter = matter
    draft.seal_value("content", json.dumps(content, ensure_ascii=False, default=str))
    draft.expires_on = today() + timedelta(days=DRAFT_DAYS)
    draft.save()
    record("dispute_draft.keep", by=by, subject=draft)
    return draft


def open_draft(draft: DisputeDraft) -> dict:
    """What its owner had typed: `form` by field, `parties` one dict each."""
    return json.loads(draft.open_value("content"))


@transaction.atomic
def discard_draft(draft: DisputeDraft, *, by: User) -> None:
    record("dispute_draft.discard", by=by, subject=draft)
    draft.delete()


@transaction.atomic
def remove_expired_drafts() -> int:
    """Forget the drafts whose month is over. Run twice, it does nothing twice."""
    removed, _by_model = DisputeDraft.objects.expired().delete()
    if removed:
        record("dispute_draft.expire", by=None, after={"rows": removed})
    return removed
