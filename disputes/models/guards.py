"""What is still lacking before a step of a dispute, with the article that asks for it."""

from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import PartyRole
from disputes.enums.mediation import AgreementForm
from disputes.enums.rights import Right
from disputes.models.course import missing_papers


class Guards:
    """The `missing_to_<step>` of a dispute: sentences that name what to do, none when the step may be taken."""

    def missing_to_accept(self) -> list[str]:
        if self.parties.filter(role=PartyRole.APPLICANT).exists():
            return []
        return [_("登记至少一名申请人")]

    def missing_to_decline(self) -> list[str]:
        """第18条 and the rules for acceptance: who is turned away hears where to go."""
        return [] if self.right_path else [_("告知当事人可以走的途径")]

    def missing_to_assign(self) -> list[str]:
        post = self.case.owner_post
        if post is None:
            return [_("选择承办岗位")]
        if self.case.is_restricted and Right.RESTRICTED not in post.role.rights:
            return [_("选择有权查看限定可见纠纷的承办岗位")]
        return []

    def missing_to_start_mediation(self) -> list[str]:
        missing = [] if self.case.lead_post_id or not self.needs_lead else [_("确定包案领导（高风险或疑难）")]
        if self.parties.filter(role=PartyRole.RESPONDENT).exists():
            return missing
        return [*missing, _("登记至少一名被申请人")]

    def missing_to_open_joint(self) -> list[str]:
        missing = self.missing_to_start_mediation()
        return missing if self.called_organs.exists() else [*missing, _("选择一起调解的单位")]

    def missing_to_agree_in_writing(self) -> list[str]:
        return self._missing_from_agreement(AgreementForm.WRITTEN)

    def missing_to_agree_orally(self) -> list[str]:
        return self._missing_from_agreement(AgreementForm.ORAL)

    def _missing_from_agreement(self, form: str) -> list[str]:
        """第28–30条: what was agreed, and by every party to the dispute."""
        agreement = self.latest_agreement
        if agreement is None or agreement.form != form:
            return [_("记录协议内容")]
        missing = [] if agreement.content.strip() else [_("记录协议内容")]
        agreed = agreement.parties.values("party")
        absent = self.principals.exclude(pk__in=agreed)
        return missing + [_("取得{name}的同意").format(name=party.shown_name) for party in absent]

    def missing_to_fail(self) -> list[str]:
        """第26条: whoever ends a mediation tells the parties what else is open to them."""
        if self.told_paths_on:
            return []
        return [_("告知当事人可以仲裁、申请行政处理或者起诉")]

    def missing_to_redirect(self) -> list[str]:
        return [] if self.track else [_("选择导入的渠道")]

    def missing_to_start_performance(self) -> list[str]:
        """第31条: performance can be supervised only where it is written down who owes what by when."""
        agreement = self.latest_agreement
        if agreement is not None and agreement.obligations.exists():
            return []
        return [_("登记履行事项和期限")]

    def missing_to_perform(self) -> list[str]:
        return self._open_obligations()

    def missing_to_default(self) -> list[str]:
        if self._open_obligations():
            return []
        return [_("没有未履行的事项；都已履行的，请登记履行完毕")]

    def missing_to_follow_up(self) -> list[str]:
        follow_up = self.last_follow_up
        return [] if follow_up and follow_up.satisfaction else [_("记录当事人的满意度")]

    def missing_to_close(self) -> list[str]:
        """第31条: the committee sees to it that what was agreed is performed; until then the case is not over."""
        follow_up = self.last_follow_up
        if follow_up is None:
            return [_("先回访当事人")]
        if follow_up.rekindled:
            return [_("纠纷有反复，请重新办理")]
        return self._open_obligations()

    def missing_to_archive(self) -> list[str]:
        """What the dossier lacks; what another track took over is filed with the number it goes under there."""
        referral = self.last_referral
        if self.case.state == "redirected" and referral and not referral.external_number:
            return [_("登记对方受理的编号"), *missing_papers(self)]
        return missing_papers(self)

    def missing_to_reopen(self) -> list[str]:
        return self.missing_to_assign()

    def _open_obligations(self) -> list[str]:
        agreement = self.latest_agreement
        words = _("登记{name}的履行情况：{what}（{due_on} 到期）")
        return [
            words.format(name=row.obliged.shown_name, what=row.what, due_on=row.due_on)
            for row in (agreement.open_obligations if agreement else ())
        ]
