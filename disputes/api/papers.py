from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, OpenApiTypes, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from disputes.actions.committees import save_committee
from disputes.actions.dossiers import attach_pages, file_dossier, file_on_paper, take_out
from disputes.actions.papers import make_dossier, make_paper
from disputes.actions.templates import upload_template
from disputes.enums.papers import Paper
from disputes.enums.rights import Right
from disputes.filters.papers import CommitteeFilter, TemplateFilter
from disputes.models import Committee, Dispute, PaperTemplate
from disputes.presenting.downloads import ZIP, download, paper_named
from disputes.presenting.papers import dossier_summary
from disputes.serializers import papers as bodies
from disputes.tables.papers import COMMITTEES, TEMPLATES
from governance.audit.enums import Right as AuditRight
from governance.files.api.templates import WORD, OfficeTemplateViewSet
from governance.kernel.api import ScopedViewSet
from governance.kernel.parsers import StrictJSONParser
from governance.kernel.scope import demand

NUMBER = OpenApiParameter("number", str, OpenApiParameter.PATH, description="of the case")
KIND = OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=Paper.values)
_PAPER = "papers/(?P<kind>[a-z_]+)"
_ZIP = {(200, ZIP): OpenApiResponse(OpenApiTypes.BINARY, "the papers")}


def _valid(body, request) -> dict:
    read = body(data=request.data, context={"request": request})
    read.is_valid(raise_exception=True)
    return read.validated_data


class DossierViewSet(GenericViewSet):
    """The dossier of a dispute, by the number of the case: its papers, their signed pages, its own number."""

    queryset = Dispute.objects.all()
    required_right = Right.VIEW
    action_rights = dict.fromkeys(
        ("file", "pack", "pack_clear", "paper", "paper_clear", "pages", "original", "take_out"), Right.PAPERS
    )
    serializer_class = bodies.DossierSerializer
    parser_classes = [MultiPartParser, StrictJSONParser]
    lookup_field = "number"
    lookup_value_regex = "[0-9A-Z]+"

    @extend_schema(parameters=[NUMBER])
    def retrieve(self, request, number=None):
        """Every paper the course of the case asks for, what is in the folder, and what is lacking."""
        return self.show(number)

    @extend_schema(parameters=[NUMBER], request=bodies.FileDossierInput)
    @action(detail=True, methods=["post"])
    def file(self, request, number=None):
        """立卷: give the dossier its number, once."""
        dispute = self.find(number)
        file_dossier(dispute, by=request.user, **_valid(bodies.FileDossierInput, request))
        return self.show(number)

    @extend_schema(parameters=[NUMBER], responses=_ZIP)
    @action(detail=True)
    def pack(self, request, number=None):
        """All papers in one archive, names and numbers masked."""
        return download(make_dossier(self.find(number), by=request.user))

    @extend_schema(parameters=[NUMBER], request=bodies.PrintInput, responses=_ZIP)
    @pack.mapping.post
    def pack_clear(self, request, number=None):
        """All papers with full names and numbers, to be signed; on record as one look."""
        dispute = self.find(number, AuditRight.REVEAL)
        reason = _valid(bodies.PrintInput, request)["reason"]
        return download(make_dossier(dispute, by=request.user, is_clear=True, reason=reason))

    @extend_schema(parameters=[NUMBER, KIND], responses=WORD)
    @action(detail=True, url_path=_PAPER, url_name="paper")
    def paper(self, request, number=None, kind=None):
        """A paper as a Word file, names and numbers masked."""
        return download(make_paper(self.find(number), paper_named(kind), by=request.user))

    @extend_schema(parameters=[NUMBER, KIND], request=bodies.PrintInput, responses=WORD)
    @paper.mapping.post
    def paper_clear(self, request, number=None, kind=None):
        """A paper with full names and numbers, to be signed; the look is on record."""
        dispute = self.find(number, AuditRight.REVEAL)
        reason = _valid(bodies.PrintInput, request)["reason"]
        return download(make_paper(dispute, paper_named(kind), by=request.user, is_clear=True, reason=reason))

    @extend_schema(parameters=[NUMBER, KIND], request={"multipart/form-data": bodies.SignedPageInput})
    @action(detail=True, methods=["post"], url_path=f"{_PAPER}/pages", url_name="pages")
    def pages(self, request, number=None, kind=None):
        """Attach a picture of a signed page."""
        dispute = self.find(number)
        sent = _valid(bodies.SignedPageInput, request)
        attach_pages(
            dispute,
            paper_named(kind),
            by=request.user,
            uploads=[sent["file"]],
            client_uuid=sent["client_uuid"],
        )
        return self.show(number, status=201)

    @extend_schema(parameters=[NUMBER, KIND], request=bodies.OriginalInput)
    @action(detail=True, methods=["post"], url_path=f"{_PAPER}/original", url_name="original")
    def original(self, request, number=None, kind=None):
        """纸质原件已入卷: the signed original lies in the folder."""
        dispute = self.find(number)
        file_on_paper(dispute, paper_named(kind), by=request.user, **_valid(bodies.OriginalInput, request))
        return self.show(number)

    @extend_schema(parameters=[NUMBER, KIND], request=bodies.TakeOutInput)
    @action(detail=True, methods=["post"], url_path=f"{_PAPER}/take-out", url_name="take-out")
    def take_out(self, request, number=None, kind=None):
        """Take a wrong page, or the whole paper, out of the folder."""
        dispute = self.find(number)
        take_out(dispute, paper_named(kind), by=request.user, **_valid(bodies.TakeOutInput, request))
        return self.show(number)

    def find(self, number: str, right: str = Right.PAPERS) -> Dispute:
        rows = Dispute.objects.for_user(self.request.user).for_page()
        dispute = get_object_or_404(rows, case__number=number)
        demand(self.request.user, right, dispute.area_code)
        return dispute

    def show(self, number: str, *, status: int = 200) -> Response:
        found = self.find(number, Right.VIEW)
        return Response(
            bodies.DossierSerializer(dossier_summary(found, self.request.user)).data, status=status
        )


class TemplateViewSet(OfficeTemplateViewSet):
    """Templates that officials made for their area, the latest first. What none was made for comes with the portal."""

    queryset = PaperTemplate.objects.for_list()
    required_right = Right.TEMPLATES
    serializer_class = bodies.TemplateSerializer
    filterset_class = TemplateFilter
    layout = TEMPLATES

    @extend_schema(
        request={"multipart/form-data": bodies.TemplateInput}, responses={201: bodies.TemplateSerializer}
    )
    def create(self, request):
        """Send a new version, in force at once when its trial went well."""
        return self.keep(request, bodies.TemplateInput)

    def upload(self, sent: dict) -> PaperTemplate:
        return upload_template(
            sent["kind"], by=self.request.user, area=sent["area"], upload=sent["file"], note=sent["note"]
        )


class CommitteeViewSet(ScopedViewSet):
    """People's mediation committees, which number the dossiers."""

    queryset = Committee.objects.for_list()
    required_right = Right.TEMPLATES
    serializer_class = bodies.CommitteeSerializer
    filterset_class = CommitteeFilter
    layout = COMMITTEES

    @extend_schema(request=bodies.CommitteeInput, responses={201: bodies.CommitteeSerializer})
    def create(self, request):
        """Register a committee."""
        saved = save_committee(Committee(), by=request.user, **_valid(bodies.CommitteeInput, request))
        answer = self.retrieve(request, pk=saved.pk)
        answer.status_code = 201
        return answer
