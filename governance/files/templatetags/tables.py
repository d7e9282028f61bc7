"""Links from a list to its files: in, for whoever may bring them in; out, as the list is filtered."""

from django import template
from django.urls import reverse

from governance.files.lists import list_named
from governance.files.rules import importable, of_page
from governance.kernel.filters import without_controls

register = template.Library()


@register.inclusion_tag("files/_list_links.html", takes_context=True)
def table_links(context, page: str) -> dict:
    """`page` is the name of the list's address."""
    return {
        "imports": [
            {"title": layout.title, "url": layout.import_url("")}
            for layout in importable(context["request"].user)
            if layout.page == page and layout.targets is None
        ],
    }


@register.simple_tag(takes_context=True)
def export_address(context) -> str:
    """Where the list of this page is taken out, as it is filtered; empty on what is no list."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    found = list_named(match.view_name) if match and not match.kwargs else None
    if found is None:
        return ""
    keys = [found.key] if found.layout else [layout.key for layout in of_page(request.user, found.key)]
    if not keys:
        return ""
    query = without_controls(request.GET)
    return f"{reverse('files:export_new')}?layout={keys[0]}{'&' if query else ''}{query}"
