"""The floor's views, each the least its path can do."""

import json
from datetime import timedelta

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.response import Response

from bench.floor.tables import Entry, Matter

NAMES = ["place__name", "category__name", "worker__name"]
COLUMNS = [field.attname for field in Matter._meta.fields if not field.is_relation] + NAMES
CAP = 1001


class MatterSerializer(serializers.ModelSerializer):
    place_name = serializers.CharField(source="place.name", read_only=True)
    category_name = serializers.CharField(source="category.name", read_only=True)
    worker_name = serializers.CharField(source="worker.name", read_only=True)

    class Meta:
        model = Matter
        fields = ["id", "place", "place_code", "place_name", "category", "category_name", "worker", "worker_name",
                  "status", "title", "words", "reporter", "created_at", "changed_at", "due_at"]  # fmt: skip
        read_only_fields = ["place_code", "status", "created_at", "changed_at", "due_at"]


def _asked(request):
    """Filtered by status, place and days, newest first."""
    given, rows = request.GET, Matter.objects.order_by("-created_at")
    if "status" in given:
        rows = rows.filter(status=given["status"])
    if "place" in given:
        rows = rows.filter(place_code__startswith=given["place"])
    if "days" in given:
        rows = rows.filter(created_at__gte=timezone.now() - timedelta(days=int(given["days"])))
    if "q" in given:
        rows = rows.filter(title__contains=given["q"])
    return rows


def _json(found) -> HttpResponse:
    text = json.dumps(found, cls=DjangoJSONEncoder, ensure_ascii=False)
    return HttpResponse(text, content_type="application/json")


@api_view(["GET"])
def page(request):
    return _json(list(_asked(request).values(*COLUMNS)[: int(request.GET.get("size", 50))]))


@api_view(["GET"])
def counted_page(request):
    rows = _asked(request)
    count = rows.order_by()[:CAP].count()
    return _json({"count": count, "results": list(rows.values(*COLUMNS)[:50])})


@api_view(["GET"])
def by_place(request):
    return _sums("code", "parent", request)


@api_view(["GET"])
def by_day(request):
    return _sums("day", "code", request)


def _sums(what: str, where: str, request) -> Response:
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {what}, status, sum(n) from floor_sum where {where} = %s and day > current_date - %s"
            " group by 1, 2 order by 1, 2",
            [request.GET["place"], int(request.GET["days"])],
        )
        rows = cursor.fetchall()
    return Response([{"key": key, "status": status, "n": int(n)} for key, status, n in rows])


def _matters():
    return Matter.objects.select_related("place", "category", "worker")


@api_view(["GET"])
def detail(request, pk):
    return Response(MatterSerializer(_matters().get(pk=pk)).data)


@api_view(["POST"])
def create(request):
    given = MatterSerializer(data=request.data)
    given.is_valid(raise_exception=True)
    now, code = timezone.now(), given.validated_data["place"].code
    with transaction.atomic():
        matter = given.save(place_code=code, created_at=now, changed_at=now)
        Entry.objects.create(matter=matter, status=0, note="created", at=now)
    return Response({"id": matter.pk}, status=201)


@api_view(["POST"])
def move(request, pk):
    now = timezone.now()
    with transaction.atomic():
        matter = Matter.objects.select_for_update().get(pk=pk)
        matter.status, matter.changed_at = int(request.data["status"]), now
        matter.save(update_fields=["status", "changed_at"])
        Entry.objects.create(matter=matter, status=matter.status, note=request.data["note"], at=now)
    return Response(MatterSerializer(_matters().get(pk=pk)).data)


urlpatterns = [
    path("page", page),
    path("counted", counted_page),
    path("by-place", by_place),
    path("by-day", by_day),
    path("matters", create),
    path("matters/<int:pk>", detail),
    path("matters/<int:pk>/move", move),
]
