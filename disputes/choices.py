"""What a person may choose from when handing a dispute on."""

from disputes.enums.rights import Right
from governance.areas.models import Area, AreaLevel
from governance.casework.enums import Right as CaseRight
from governance.casework.models import Case
from governance.kernel.days import today
from governance.people.models import Post


def seats_for(case: Case, user):
    """Seats within the officer's sight that cover the place of the case and may mediate."""
    above = [case.area_code[:width] for width in AreaLevel.objects.values_list("code_width", flat=True)]
    posts = Post.objects.for_user(user).open_on(today()).for_list()
    return posts.filter(area_code__in=above, role__rights__contains=[Right.MEDIATE]).order_by(
        "-area_code", "id"
    )


def areas_above(case: Case):
    """The areas a case may be handed up to, the nearest first."""
    code = (case.owner_area or case.area).code
    widths = AreaLevel.objects.filter(code_width__lt=len(code)).values_list("code_width", flat=True)
    return Area.objects.open().filter(code__in=[code[:width] for width in widths]).order_by("-code")


def organs_for(case: Case):
    """Seats that may be called to a joint mediation: those that handle cases where it lies, without the owner's."""
    above = [case.area_code[:width] for width in AreaLevel.objects.values_list("code_width", flat=True)]
    posts = Post.objects.open_on(today()).for_list().filter(area_code__in=above)
    handling = posts.filter(role__rights__overlap=[Right.MEDIATE, CaseRight.HANDLE])
    return handling.exclude(pk=case.owner_post_id).order_by("-area_code", "id")
