"""Templates of the dossier's papers, made by officials for their area."""

from disputes.enums.papers import Paper
from disputes.models import PaperTemplate
from disputes.papers.fields import KNOWN
from governance.areas.models import Area
from governance.files.actions.templates import keep_template
from governance.people.models import User


def upload_template(kind: str, *, by: User, area: Area, upload, note: str = "") -> PaperTemplate:
    """A new version of a paper's template for an area, in force at once."""
    version = PaperTemplate(kind=Paper(kind), note=note)
    return keep_template(version, by=by, area=area, upload=upload, known=KNOWN)
