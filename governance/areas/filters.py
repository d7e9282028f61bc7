"""The area parameter of lists: a subtree by its code."""

import django_filters
from django.http import Http404

from governance.areas.models import Area


class AreaFilter(django_filters.CharFilter):
    """Rows in the subtree of an area the user may see; an unknown or foreign code is 404, never an empty list."""

    def filter(self, qs, value):
        if not value:
            return qs
        if not Area.objects.for_user(self.parent.request.user).filter(code=value).exists():
            raise Http404
        return qs.within(value)
