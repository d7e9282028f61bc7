"""The homes of a project as a file."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.views.backlog import to_manage
from governance.files.actions import start_import
from governance.files.forms import FileForm
from governance.files.layouts import layout_of
from governance.kernel.errors import Refused
from governance.kernel.pages import requires


@requires(Right.MANAGE)
def home_import(request, pk):
    """Send the register of a project's homes; it is checked first, as every register is."""
    project, layout = to_manage(request, pk), layout_of("deed_homes")
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        sent = {
            "upload": form.cleaned_data["file"],
            "mode": form.cleaned_data["mode"],
            "target": str(project.pk),
        }
        try:
            kept = start_import(layout, by=request.user, area=project.area, **sent)
        except Refused as refused:
            form.add_error("file", refused.message)
        else:
            messages.success(request, _("已收到“{}”，正在检查。").format(kept.file_name))
            return redirect("files:import_detail", kept.number)
    context = {"project": project, "form": form, "layout": layout}
    return render(request, "deeds/home_import.html", context, status=400 if form.is_bound else 200)
