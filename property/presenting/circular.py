from datetime import date

from django.http import HttpResponse

from governance.kernel.days import today
from governance.kernel.papers import word_answer
from property.models import Programme
from property.papers.circular import draw_circular, read_circular


def circular_answer(programme: Programme, day: date) -> HttpResponse:
    """The draft as a download, for page and API alike; of a day that has not come, as of today."""
    day = min(day, today())
    name = f"{programme.name}进展通报（草稿）{day:%Y%m%d}.docx"
    return word_answer(draw_circular(read_circular(programme, day)), name)
