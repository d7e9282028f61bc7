from deeds import tables
from deeds.enums import Cause, Right
from deeds.filters import DeedBoardFilter
from deeds.models import DeedProject
from deeds.presenting.board import burn_down, clocks_of, matrix
from governance.kernel.days import today
from governance.kernel.pages import ListPage
from governance.statistics.questions import find_area, own_area_code


class DeedBoard(ListPage):
    """Project by cause, each obstacle in the colour and the word of its clock; below it the homes left by week."""

    required_right = Right.VIEW
    filterset_class = DeedBoardFilter
    order = ("area_code", "id")
    template_name = "deeds/board.html"
    rows_template = "deeds/_board_rows.html"
    layout = tables.PROJECTS
    page_size = 20

    def rows_for(self, user):
        return DeedProject.objects.for_user(user).for_list()

    def context(self, request, filtered, page):
        found = {**super().context(request, filtered, page), "causes": list(Cause)}
        if page is None:
            return found
        code = request.GET.get("area") or own_area_code(request.user)
        return found | {
            "rows": matrix(request.user, page.rows),
            "clocks": clocks_of(filtered.qs),
            "chart": burn_down(find_area(code, request.user, today())),
        }
