"""Dossiers, templates and committees put into an area; each returns the arguments of the address that leads there."""

from collections.abc import Callable

from disputes.models import PaperTemplate
from governance.areas.models import Area
from tests.factories import disputes, papers
from tests.factories.people import make_user


def dossier(area: Area) -> dict:
    return {"number": disputes.make_accepted(area).case.number}


def paper(kind: str = "registration") -> Callable:
    return lambda area: dossier(area) | {"kind": kind}


def template(area: Area) -> PaperTemplate:
    return papers.make_template(area, make_user())


def committee(area: Area):
    return papers.make_committee(area, short_word=area.code)


def kind(area: Area | None) -> dict:
    return {"kind": "cover"}
