"""Links from a list to its files: in, for whoever may bring them in; out, as the list is filtered."""

from django import template
from django.urls import reverse

from governance.files.rules import exportable, importable

register = template.Library()


@register.inclusion_tag("files/_list_links.html", takes_context=True)
def table_links(context, page: str) -> dict:
    """`page` is the name of the list's address."""
    request = context["request"]
    query = request.GET.copy()
    query.pop("layout", None)
    return {
        "imports": [
            {"title": layout.title, "url": layout.import_url("")}
            for layout in importable(request.user)
            if layout.page == page and layout.targets is None
        ],
        "exports": [
            {
                "title": layout.title,
                "url": f"{reverse('files:export_new')}?layout={layout.key}&{query.urlencode()}",
            }
            for layout in exportable(request.user)
            if layout.page == page
        ],
    }
