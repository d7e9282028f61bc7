from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _


def run(
    request,
    form,
    verb: Callable,
    *,
    about,
    title: str,
    back_url: str,
    then: Callable | None = None,
    page: str = "dispatch/verb.html",
    **more,
):
    """Show a form, or call the verb on a good one; what the database refuses goes back into the form.

    `about` has a name; `then` says where to go with what the verb made, if not back; the page takes `more`."""
    if request.method == "POST" and form.is_valid():
        try:
            made = verb()
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("{}：已办理{}。").format(about or made, title))
            return redirect(then(made) if then else back_url)
    more |= {"form": form, "title": title, "about": about, "back_url": back_url}
    return render(request, page, more, status=400 if form.errors else 200)
