from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from governance.files.models import Attachment


@require_safe
def attachment(request: HttpRequest, number) -> HttpResponse:
    """The picture, to whoever may see the record it belongs to. It was shrunk when it came in, so it fits in memory."""
    found = get_object_or_404(Attachment.objects.for_user(request.user).kept(), number=number)
    if not found.file:
        raise Http404
    try:
        with found.file.open("rb") as file:
            data = file.read()
    except FileNotFoundError as error:
        raise Http404 from error
    answer = HttpResponse(data, content_type="image/jpeg")
    answer["Content-Disposition"] = f'attachment; filename="{number}.jpg"'
    answer["Cache-Control"] = "private, no-store"
    return answer
