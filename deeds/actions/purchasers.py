"""A purchaser proves a contract and a phone, asks, and reads the answer; the office answers."""

import hmac
from datetime import date
from uuid import UUID

from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from deeds.actions.housing import enter, holding
from deeds.enums import Right
from deeds.enums.housing import ANSWER_DAYS, FORGOTTEN, PURCHASERS_KEPT
from deeds.models import HousingProject, Purchaser, PurchaserQuestion
from deeds.rules.housing import refuse_personal_numbers
from governance.audit.actions import record
from governance.casework.clock import calendar_for
from governance.kernel.clock import add_workdays
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.masking import mask_id_no
from governance.kernel.sealing import blind_index
from governance.kernel.wording import plain
from grids.actions.tries import count_try, forgive_try
from grids.enums.public import PASS_LIVES, TryPurpose

SALT = "deeds.purchaser"
SHORTEST_CONTRACT, SHORTEST_PHONE = 4, 7


def contract_index(project: HousingProject, contract: str) -> str:
    return blind_index("housing_contract", f"{project.pk}:{_letters(contract)}")


def proof_index(project: HousingProject, contract: str, phone: str) -> str:
    return blind_index("housing_proof", f"{project.pk}:{_letters(contract)}:{_letters(phone)}")


def _letters(text: str) -> str:
    """Without the dashes and blanks that people put in or leave out."""
    return "".join(letter for letter in text if letter.isalnum()).upper()


def enter_purchaser(project: HousingProject, *, by, contract: str, phone: str) -> Purchaser:
    """Let whoever knows a contract's number and this phone ask about the project; again changes the phone."""
    with holding(project, by, Right.ANSWER) as held:
        if len(_letters(contract)) < SHORTEST_CONTRACT or len(_letters(phone)) < SHORTEST_PHONE:
            raise Refused("too_short", _("合同编号或电话太短，请核对后重填。"))
        index = contract_index(held, contract)
        row = held.purchasers.filter(contract_index=index).first() or Purchaser(
            project=held, contract_index=index, contract_masked=mask_id_no(_letters(contract))[:40]
        )
        row.proof_index = proof_index(held, contract, phone)
        enter(row, "purchaser.enter", by=by, subject=held, contract=row.contract_masked)
    return row


def verify_purchaser(project: HousingProject, *, contract: str, phone: str) -> Purchaser:
    """The purchaser whose contract and phone both fit.

    An unknown contract and a wrong phone are one refusal. Every try counts for the sender and for the contract
    until it turns out right.
    """
    tried = f"{project.pk}:{_letters(contract)}"
    count_try(TryPurpose.LOOK_UP)
    count_try(TryPurpose.CODE, tried)
    found = Purchaser.objects.filter(
        project=project, contract_index=contract_index(project, contract)
    ).first()
    proof = proof_index(project, contract, phone)
    if found is None or not hmac.compare_digest(found.proof_index, proof):
        raise Refused(
            "no_such_purchaser", _("合同编号和电话对不上，请核对后再试；换过电话的，请到售楼部或专班更正。")
        )
    forgive_try(TryPurpose.LOOK_UP)
    forgive_try(TryPurpose.CODE, tried)
    return found


def key_of(purchaser: Purchaser) -> str:
    """What lets a verified purchaser ask on the page, for a while."""
    return signing.dumps(purchaser.pk, salt=SALT)


def purchaser_of(project: HousingProject, key: str) -> Purchaser:
    """The purchaser who was verified a while ago."""
    try:
        pk = signing.loads(key, salt=SALT, max_age=PASS_LIVES)
    except signing.BadSignature as error:
        raise Refused("page_too_old", _("这个页面打开太久了，请重新填写合同编号和电话。")) from error
    found = Purchaser.objects.filter(project=project, pk=pk).first()
    if found is None:
        raise Refused("page_too_old", _("这份合同的登记已变更，请重新填写合同编号和电话。"))
    return found


def ask_question(purchaser: Purchaser, *, text: str, client_uuid: UUID) -> PurchaserQuestion:
    """Put a question to the office, once for a `client_uuid`."""
    earlier = PurchaserQuestion.objects.filter(client_uuid=client_uuid).first()
    if earlier:
        return earlier
    question = PurchaserQuestion(
        project=purchaser.project,
        purchaser=purchaser,
        client_uuid=client_uuid,
        text=plain(text),
        due_on=add_workdays(calendar_for(), today(), ANSWER_DAYS),
    )
    question.full_clean(exclude=["answer"])
    try:
        with transaction.atomic():
            question.save()
            record("housing.question.ask", by=None, subject=purchaser.project)
    except IntegrityError:
        return PurchaserQuestion.objects.get(client_uuid=client_uuid)
    return question


def answer_question(question: PurchaserQuestion, *, by, answer: str, public_text: str = "") -> None:
    """Answer a purchaser; with `public_text`, the question worded anew, everybody reads both.

    Before it is read by everybody, the answer is looked through for numbers of persons.
    """
    with holding(question.project, by, Right.ANSWER) as held:
        row = PurchaserQuestion.objects.select_for_update().get(pk=question.pk)
        if row.answered_on:
            raise Refused("answered", _("这个问题已于 {} 答复，请刷新页面查看。").format(row.answered_on))
        row.answer, row.public_text = plain(answer), plain(public_text)
        if row.public_text:
            refuse_personal_numbers(f"{row.public_text} {row.answer}")
        row.answered_on, row.answered_by = today(), by
        enter(row, "question.answer", by=by, subject=held, question=row.pk, is_public=bool(row.public_text))


def forget_purchasers(day: date) -> int:
    """Delete who asked and what, once a project has been handed over whole for the time the notice names.

    The questions stay as days, for the figures; answers that everybody reads stay too.
    """
    finished = HousingProject.objects.with_delivered(day - PURCHASERS_KEPT)
    finished = finished.filter(delivered_homes__gte=F("homes"))
    with transaction.atomic():
        rows = Purchaser.objects.select_for_update().filter(project__in=finished.values("pk"))
        known = list(rows.values_list("pk", flat=True))
        questions = PurchaserQuestion.objects.filter(purchaser__in=known)
        questions.filter(public_text="").exclude(answer="").update(answer=FORGOTTEN)
        questions.update(text=FORGOTTEN)
        Purchaser.objects.filter(pk__in=known).delete()
        if known:
            record("housing.purchasers.forget", by=None, after={"purchasers": len(known)})
    return len(known)
