"""The checks of the apps named in `settings.INTEGRITY`, in that order."""

from functools import cache

from django.conf import settings
from django.http import Http404
from django.utils.module_loading import import_string

from governance.kernel.checking import Check


@cache
def checks() -> dict[str, Check]:
    """Every registered check, by code."""
    found = [check for path in settings.INTEGRITY for check in import_string(path)]
    known = {check.code: check for check in found}
    assert len(known) == len(found), "two checks bear one code"
    return known


def find_check(code: str) -> Check:
    """The check of a code somebody typed; 404 for one that is not registered."""
    if code not in checks():
        raise Http404
    return checks()[code]
