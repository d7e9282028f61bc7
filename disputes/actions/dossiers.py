"""The folder of a dispute: its signed pages, and its number."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.utils.translation import gettext as _

from disputes.enums.papers import MOST_PAGES, Paper, Retention
from disputes.enums.rights import Right
from disputes.models import Committee, Dispute, Dossier, FiledPaper, VolumeCounter
from disputes.papers.values import serving_committee, title_of
from disputes.rules.sight import picture_right
from disputes.states import DisputeState
from governance.audit.actions import record
from governance.casework.models import Case
from governance.files.actions import keep_picture, remove_attachment
from governance.files.enums import AttachmentKind
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.people.models import User

FINISHED = (
    DisputeState.NOT_ACCEPTED,
    DisputeState.REDIRECTED,
    DisputeState.FOLLOWED_UP,
    DisputeState.CLOSED,
)


@transaction.atomic
def attach_pages(
    dispute: Dispute, kind: str, *, by: User, uploads: list, client_uuid: UUID | None = None
) -> FiledPaper:
    """Keep photos or scans of a paper's signed pages, in the order given; all of them or none.

    A single one is kept once for a `client_uuid`. Refused when the paper has too many, or a file is no picture.
    """
    filed = _held(dispute, kind, by=by)
    if client_uuid and filed.pages.filter(client_uuid=client_uuid).exists():
        return filed
    if client_uuid and Attachment.objects.filter(client_uuid=client_uuid).exists():
        raise Refused("page_number_taken", _("这个提交编号已用于别处，请重新选择照片后提交。"))
    if filed.pages.kept().count() + len(uploads) > MOST_PAGES:
        raise Refused("pages_full", _("一种文书最多保存 {} 页，请先删去不清楚的。").format(MOST_PAGES))
    for upload in uploads:
        page = keep_picture(
            upload,
            area=dispute.case.area,
            by=by,
            view_right=picture_right(dispute, Right.PAPERS),
            kind=AttachmentKind.SIGNATURE,
            client_uuid=client_uuid,
        )
        filed.pages.add(page)
    _recount(filed, by=by, is_on_paper=False)
    record("dossier.attach_pages", by=by, subject=dispute, after={"paper": filed.kind, "pages": len(uploads)})
    return filed


@transaction.atomic
def file_on_paper(dispute: Dispute, kind: str, *, by: User, page_count: int = 1) -> FiledPaper:
    """纸质原件已入卷: the signed original lies in the folder, so nobody needs to photograph it."""
    filed = _held(dispute, kind, by=by)
    filed.page_count = page_count
    _recount(filed, by=by, is_on_paper=True)
    record("dossier.file_on_paper", by=by, subject=dispute, after={"paper": filed.kind, "pages": page_count})
    return filed


@transaction.atomic
def take_out(dispute: Dispute, kind: str, *, by: User, page: UUID | None = None) -> None:
    """Take one wrong page out, or without `page` the whole paper; its pictures are deleted for good."""
    if not dispute.filed_papers.filter(kind=kind).exists():
        raise Refused("not_filed", _("卷宗里没有这份文书，请刷新页面查看。"))
    filed = _held(dispute, kind, by=by)
    leaving = list(filed.pages.kept().filter(number=page) if page else filed.pages.kept())
    for picture in leaving:
        filed.pages.remove(picture)
        remove_attachment(picture, by=by, reason="taken out of the dossier")
    record("dossier.take_out", by=by, subject=dispute, before={"paper": filed.kind, "pages": len(leaving)})
    if page and (filed.pages.exists() or filed.is_on_paper):
        _recount(filed, by=by, is_on_paper=filed.is_on_paper)
    else:
        filed.delete()


@transaction.atomic
def file_dossier(dispute: Dispute, *, by: User, title: str = "", retention: str = Retention.LONG) -> Dossier:
    """立卷: the dossier gets its number, once; asked again, it answers the dossier as it is."""
    _demand(dispute, by)
    Case.objects.select_for_update(of=("self",)).get(pk=dispute.pk)
    known = Dossier.objects.filter(dispute=dispute).first()
    if known:
        return known
    if dispute.case.state not in FINISHED:
        raise Refused("not_finished", _("还没有办结，回访或者结案之后才能立卷。"))
    committee = serving_committee(dispute)
    if committee is None:
        raise Refused(
            "no_committee", _("这里和上级都没有登记人民调解委员会，请督办员先在“调解委员会”页登记。")
        )
    dossier = Dossier(
        dispute=dispute,
        committee=committee,
        title=title.strip() or title_of(dispute),
        retention=retention,
        filed_by=by,
        **_next_number(committee),
    )
    dossier.full_clean()
    dossier.save()
    record("dossier.file", by=by, subject=dispute, after={"number": dossier.number, "retention": retention})
    return dossier


def _next_number(committee: Committee) -> dict:
    """The next number of the committee's year: the counter's row is held until the dossier is written, so no gap."""
    year, table = today().year, VolumeCounter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"insert into {table} (committee_id, year, last) values (%s, %s, 1)"  # noqa: S608 — our own table name
            f" on conflict (committee_id, year) do update set last = {table}.last + 1 returning last",
            [committee.pk, year],
        )
        (serial,) = cursor.fetchone()
    number = f"({year}){committee.short_word}人调字第{serial}号"
    return {"year": year, "serial": serial, "number": number}


def _demand(dispute: Dispute, by: User) -> None:
    if not by.may(Right.PAPERS, dispute.area_code):
        raise PermissionDenied


def _held(dispute: Dispute, kind: str, *, by: User) -> FiledPaper:
    """The paper's row, made if need be, with the case locked: two who add pages wait for each other."""
    _demand(dispute, by)
    Case.objects.select_for_update(of=("self",)).get(pk=dispute.pk)
    filed, _new = FiledPaper.objects.get_or_create(
        dispute=dispute, kind=Paper(kind), defaults={"changed_by": by}
    )
    return filed


def _recount(filed: FiledPaper, *, by: User, is_on_paper: bool) -> None:
    pictures = filed.pages.kept().count()
    filed.is_on_paper = is_on_paper
    filed.page_count = max(pictures, filed.page_count if is_on_paper else 1)
    filed.changed_by = by
    filed.full_clean()
    filed.save()
