"""A dispute in the columns of GB/T 31000-2015 T30, to be handed to whoever keeps that table.

What the portal does not collect (sex, ethnicity, schooling of a party; the assessment) stays empty. Of several
parties the first applicant is the principal one. Everything personal is masked.
"""

from django.db.models import Case, CharField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat, Left, Length, Repeat, Right, TruncDate
from django.db.models.lookups import Exact

from disputes.enums.disputes import PartyRole
from disputes.models.party import Party
from governance.casework.enums import Outcome

RESIDENT_ID = "111"  # GA/T 517 居民身份证
_UNKNOWN = Value("", output_field=CharField())


def _masked_name():
    """The same as `kernel.masking.mask_name`, for rows read by `.values()`; an organisation is no secret."""
    return Case(
        When(Q(is_org=True) | Q(Exact(Length("name"), 1)), then=F("name")),
        When(Exact(Length("name"), 2), then=Concat(Left("name", 1), Value("*"))),
        default=Concat(Left("name", 1), Repeat(Value("*"), Length("name") - 2), Right("name", 1)),
    )


def _of_principal(expression):
    first = Party.objects.filter(dispute=OuterRef("pk"), role=PartyRole.APPLICANT).order_by("id")
    return Subquery(first.annotate(asked=expression).values("asked")[:1], output_field=CharField())


def standard_columns() -> dict:
    """The columns by name, to annotate disputes with."""
    id_type = Case(When(id_no_masked="", then=_UNKNOWN), default=Value(RESIDENT_ID))
    return {
        "title": F("case__title"),
        "place": F("case__place"),
        "summary": F("case__summary"),
        "id_type": _of_principal(id_type),
        "id_no": _of_principal(F("id_no_masked")),
        "party_name": _of_principal(_masked_name()),
        **dict.fromkeys(("sex", "ethnicity", "education"), _UNKNOWN),
        "party_kind": _of_principal(F("kind")),
        "party_address": _of_principal(F("address_masked")),
        "due_on": TruncDate("case__handle_due_at"),
        "resolving_org": F("case__owner_area__name"),
        "owner": F("mediator__name"),
        "owner_phone": _UNKNOWN,
        "success": Case(
            When(case__outcome=Outcome.RESOLVED, then=Value("1")),
            When(case__outcome="", then=_UNKNOWN),
            default=Value("0"),
        ),
        "result": F("case__outcome"),
        **dict.fromkeys(("reviewed_on", "review_note", "lng", "lat"), _UNKNOWN),
    }
