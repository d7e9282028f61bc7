from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from governance.kernel.pages import run_verb


def run(request: HttpRequest, form, verb: Callable, *, about, title: str, **more) -> HttpResponse:
    """Show a form, or call the verb, which has read it; afterwards the page says what was done to what."""
    return run_verb(
        request,
        form,
        lambda **said: verb(),
        about=about,
        title=title,
        done=lambda made: _("{}：已办理{}。").format(about or made, title),
        **more,
    )
