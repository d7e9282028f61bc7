"""Who may bear the main responsibility (主责) for a dispute.

What is off a community's work list may not be pushed down to it (街乡吹哨、部门报到 is the way instead).
"""

from django.utils.translation import gettext as _

from governance.casework.models import Case
from governance.people.models import Post
from grids.rules.worklist import is_guarded


def keeps_from(case: Case, post: Post) -> str:
    """Why a seat of a community or grid may not lead the dispute, as a sentence; empty when it may."""
    category = case.dispute.category
    if category.community_may_lead or not is_guarded(post):
        return ""
    return _(
        "「{category}」不在社区工作清单内，主责不能交给社区和网格。请交给街道或部门，社区可以转请协办；"
        "清单由县区确定。"
    ).format(category=category)
