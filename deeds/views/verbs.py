from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from governance.kernel.scope import demand


def fill_in(request, form, verb, *, about, title: str, back_url: str, then=None):
    """Show the form, or call the verb on a good one; what the database refuses goes back into the form.

    `about` is what it is done to; `then` says where else to go with what the verb made.
    """
    if request.method == "POST" and form.is_valid():
        try:
            made = verb()
        except ValidationError as invalid:
            form.add_error(None, invalid.messages)
        else:
            messages.success(request, _("{}：已办理{}。").format(about or made, title))
            return redirect(then(made) if then else back_url)
    context = {"form": form, "title": title, "about": about, "back_url": back_url}
    return render(request, "deeds/verb.html", context, status=400 if form.errors else 200)


def managed(request, rows, pk: int, right: str):
    """One of the rows in sight (404), for which the user holds the right where it lies (403)."""
    row = get_object_or_404(rows, pk=pk)
    demand(request.user, right, row.area_code)
    return row
