from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from governance.kernel.pages import ListPage
from governance.people.filters import TokenFilter
from governance.people.models import ApiToken
from governance.people.presenting import use_of
from governance.people.tables import TOKENS


class TokenList(ListPage):
    """Everybody sees their own keys here, whoever manages posts those of the people there."""

    filterset_class = TokenFilter
    order = ("-id",)
    template_name = "people/token_list.html"
    rows_template = "people/_token_rows.html"
    layout = TOKENS

    def rows_for(self, user):
        return ApiToken.objects.for_user(user).for_list()


@require_safe
def token_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """How a key is used: by day and by group of addresses."""
    token = get_object_or_404(ApiToken.objects.for_user(request.user).select_related("user"), pk=pk)
    return render(request, "people/token_detail.html", {"token": token} | use_of(token))
