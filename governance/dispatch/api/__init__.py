"""The REST side of cycles and tasks; `routes` lists what the router registers."""

from django.shortcuts import get_object_or_404

from governance.dispatch.enums import Right
from governance.kernel.api import ScopedViewSet
from governance.kernel.scope import demand


class DispatchViewSet(ScopedViewSet):
    """Find one in sight (404), see that the right reaches it (403), press, show."""

    required_right = Right.VIEW
    lookup_value_regex = "[0-9]{1,18}"

    def find(self, pk, right: str = ""):
        rows = self.queryset.model.objects.for_user(self.request.user)
        found = get_object_or_404(rows.select_related("area__level"), pk=pk)
        if right:
            demand(self.request.user, right, found.area_code)
        return found

    def read(self, body) -> dict:
        read = body(data=self.request.data)
        read.is_valid(raise_exception=True)
        return dict(read.validated_data)
