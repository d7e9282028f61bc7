"""What residents without an account meet: codes on the wall, reports, 投诉建议, and what keeps floods out."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import PUBLIC_CODE_LETTERS

TOKEN_LENGTH = 8
TOKEN_PATTERN = f"(?P<token>[{PUBLIC_CODE_LETTERS}{PUBLIC_CODE_LETTERS.lower()}]{{{TOKEN_LENGTH}}})"
TEXT_LENGTH = 1000
MOST_PHOTOS = 3
MOST_POSTERS = 400  # codes on one sheet: a community of 15 grids has about 60

QUICKEST_FORM = timedelta(seconds=3)  # nobody reads and fills a form faster
FORM_LIVES = timedelta(hours=24)
RECEIPT_LIVES = timedelta(hours=2)
PASS_LIVES = timedelta(minutes=30)  # how long the page of a matter may be answered on
ALIKE_WITHIN = timedelta(hours=48)
ALIKE_FROM = 70  # rapidfuzz ratio, 0–100: the same thing told in other words
ALIKE_READ = 100  # how many earlier reports of a place are compared

ANSWER_DAYS = 15  # working days a 投诉建议 waits for its answer at most


class CodeKind(models.TextChoices):
    BUILDING = "building", _("楼院码")
    GRID = "grid", _("网格码")


class PosterSize(models.TextChoices):
    A4 = "a4", _("A4 每页一张")
    A5 = "a5", _("A5 每页两张")
    A6 = "a6", _("A6 每页四张")


class ReportTopic(models.TextChoices):
    """The few plain words a resident chooses from."""

    SAFETY = "safety", _("安全隐患（堵通道、飞线充电等）")
    URGENT = "urgent", _("漏水、停电、停暖、路面塌陷")
    CLEAN = "clean", _("垃圾、卫生、噪声")
    STREET = "street", _("乱停车、占道")
    FACILITY = "facility", _("路灯、井盖等公共设施")
    PROPERTY = "property", _("物业问题")
    LIVELIHOOD = "livelihood", _("求助和民生")
    OTHER = "other", _("其他")


# The class of the event catalogue (GB/T 31000 事件, two levels) a topic is filed under until it is verified.
TOPIC_CATEGORIES = {
    ReportTopic.SAFETY: "E01",
    ReportTopic.URGENT: "E07",
    ReportTopic.CLEAN: "E02",
    ReportTopic.STREET: "E03",
    ReportTopic.FACILITY: "E06",
    ReportTopic.PROPERTY: "E10",
    ReportTopic.LIVELIHOOD: "E09",
    ReportTopic.OTHER: "E99",
}


class SuggestionKind(models.TextChoices):
    COMPLAINT = "complaint", _("投诉")
    PROPOSAL = "proposal", _("建议")
    QUESTION = "question", _("咨询")


class SuggestionSubject(models.TextChoices):
    MATTER = "matter", _("某件事")
    SERVICE = "service", _("服务和态度")
    PORTAL = "portal", _("这个平台")


class NoticeForm(models.TextChoices):
    """The forms that keep personal data and show what for."""

    REPORT = "report", _("居民上报")
    SUGGESTION = "suggestion", _("投诉建议")
    PROGRESS = "progress", _("查进度")
    PURCHASER = "purchaser", _("购房人提问")


class TryPurpose(models.TextChoices):
    """What strangers do that is counted, by whom or for what it is counted."""

    REPORT = "report", _("上报")
    REPORT_PLACE = "place", _("一处的上报")
    SUGGEST = "suggest", _("投诉建议")
    LOOK_UP = "look_up", _("查进度")
    CODE = "code", _("一个查询码")
    VERDICT = "verdict", _("反馈结果")


@dataclass(frozen=True)
class Rate:
    """At most `most` in a window of `seconds`."""

    most: int
    seconds: int


# A mobile network puts hundreds of phones behind one address, so the address limits are wide and the limit
# of a place is wider still: one address alone can never use up what a place may take in.
RATES = {
    TryPurpose.REPORT: (Rate(10, 60), Rate(60, 3600)),
    TryPurpose.REPORT_PLACE: (Rate(40, 60), Rate(240, 3600)),
    TryPurpose.SUGGEST: (Rate(6, 60), Rate(30, 3600)),
    TryPurpose.LOOK_UP: (Rate(20, 60), Rate(100, 3600)),
    TryPurpose.CODE: (Rate(5, 900),),
    TryPurpose.VERDICT: (Rate(5, 3600),),
}
TRIES_KEPT = timedelta(days=1)
CONTACTS_KEPT = timedelta(days=3 * 365)  # after the end, as the privacy notices say
