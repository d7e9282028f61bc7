"""Visits from a phone that was without a signal: a batch in, one answer for each content, in order."""

from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as ModelInvalid
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, NotFound, ValidationError

from governance.areas.models import Area
from governance.kernel.answers import answer_error
from governance.kernel.errors import Refused
from grids.actions.visits import Receipt, log_visit
from grids.enums.pocket import Delivery
from grids.enums.rights import Right
from grids.models import Household
from grids.rules.posts import sendable
from grids.serializers.visits import ReceiptSerializer, VisitIn

ANSWERED = (APIException, Http404, ModelInvalid, PermissionDenied, Refused)


class Places:
    """The households and areas that contents name, found in the sender's scope in two queries for all."""

    def __init__(self, user, contents: list[dict]):
        numbers = {content["household"] for content in contents if "household" in content}
        codes = {content["area"] for content in contents if "area" in content}
        self.households = {row.pk: row for row in _found(Household, "area__successor", user, pk=numbers)}
        self.areas = {row.code: row for row in _found(Area, "successor", user, code=codes)}

    def put(self, content: dict) -> dict:
        """The content with rows for numbers and codes; one out of reach is like one that does not exist."""
        name, found = (
            ("household", self.households.get(content["household"]))
            if "household" in content
            else ("area", self.areas.get(content["area"]))
        )
        if found is None:
            raise NotFound(_("没有找到这一户或这个网格，可能已经调整。请从名册里重新选择。"))
        return content | {name: found}


def _found(model, along: str, user, **named: set) -> list:
    """The rows named, from where the user calls on people; where the user did so until lately, if some are missing."""
    ((column, wanted),) = named.items()
    if not wanted:
        return []
    asked = {f"{column}__in": wanted}
    here = model.objects.reached_by(user.reaches(Right.VISIT), user)
    rows = list(here.select_related(along).filter(**asked))
    return (
        rows
        if len(rows) == len(wanted)
        else list(sendable(model, user).select_related(along).filter(**asked))
    )


def receive_each(user, contents: list) -> list[dict]:
    """One answer for each content, in order. Each is a transaction of its own: none stops the others."""
    sent = [VisitIn(data=content) for content in contents]
    places = Places(user, [each.validated_data for each in sent if each.is_valid()])
    heard = [_receive(user, each, places) for each in sent]
    prefetch_related_objects([each.visit for each in heard if isinstance(each, Receipt)], "needs", "photos")
    return [_answer(each, said) for each, said in zip(sent, heard, strict=True)]


def _receive(user, sent: VisitIn, places: Places) -> Receipt | Exception:
    try:
        sent.is_valid(raise_exception=True)
        return log_visit(user, by=user, **places.put(dict(sent.validated_data)))
    except ANSWERED as error:
        return error


def _answer(sent: VisitIn, heard: Receipt | Exception) -> dict:
    if isinstance(heard, Exception):
        number = sent.initial_data.get("client_uuid") if isinstance(sent.initial_data, dict) else None
        return {"client_uuid": str(number or "")[:36], **_told(heard), "receipt": None}
    return {
        "client_uuid": str(heard.visit.client_uuid),
        "status": Delivery.RECEIVED if heard.is_new else Delivery.ALREADY,
        "code": "",
        "detail": "",
        "receipt": ReceiptSerializer(heard.visit, context={"is_bare": heard.is_bare}).data,
    }


def _told(error: Exception) -> dict:
    answer = answer_error(error, {}).data
    if answer["code"] == "other_content":
        status = Delivery.KEPT
    else:
        status = Delivery.INVALID if isinstance(error, ValidationError | ModelInvalid) else Delivery.REFUSED
    return {"status": status, "code": answer["code"], "detail": str(answer["detail"])}
