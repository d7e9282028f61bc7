"""Papers as files in an answer, for pages and API alike."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from disputes.enums.papers import Paper
from governance.kernel.papers import Made, word_answer

ZIP = "application/zip"


def download(made: Made) -> HttpResponse:
    """The file, to be kept by nobody between here and the person."""
    if not made.name.endswith(".zip"):
        return word_answer(made.data, made.name)
    answer = HttpResponse(made.data, content_type=ZIP)
    answer["Content-Disposition"] = content_disposition_header(True, made.name)
    answer["Cache-Control"] = "private, no-store"
    return answer


def paper_named(kind: str) -> Paper:
    if kind not in Paper.values:
        raise Http404
    return Paper(kind)
