from django.db import models
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from governance.kernel.lifecycle import Step, steps


class BulletinState(models.TextChoices):
    DRAFT = "draft", _("草稿")
    PUBLISHED = "published", _("已发布")
    WITHDRAWN = "withdrawn", _("已撤回")


B = BulletinState
BULLETIN_STEPS = steps(
    Step("publish", _("发布公告"), frozenset({B.DRAFT}), B.PUBLISHED, Right.ANSWER),
    Step("withdraw", _("撤回公告"), frozenset({B.PUBLISHED}), B.WITHDRAWN, Right.ANSWER, needs_note=True),
)
