"""Client of the 善治 Shanzhi API, version 1. Python 3.11 or later, the standard library alone.

Made from the API's description by `./run manage make_client`; do not edit it.

    portal = Portal("https://portal.example", "szt_...")
    for visit in portal.visits_list(area="6401", outcome="need"):
        print(visit["place"])

A list is an iterator over all its pages. Other answers are what JSON says: dict, list or None; files are bytes.
What the portal refuses raises `ApiError`. A call told to come again later waits for it, `patience` seconds at most.
"""

import json
import time
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen


class ApiError(Exception):
    """`status` of HTTP, `code` for programs, `detail` for a person, `errors` by field where a form was wrong."""

    def __init__(self, status: int, body: dict, retry_after: int | None = None):
        self.status = status
        self.code = body.get("code", "")
        self.detail = body.get("detail", "")
        self.errors = body.get("errors", {})
        self.retry_after = retry_after
        super().__init__(f"{status} {self.code}: {self.detail}")


class Portal:
    """One portal, seen with one token. An argument left out is not sent."""

    def __init__(self, address: str, token: str, *, timeout: float = 30, patience: float = 120):
        self.address = address.rstrip("/")
        self.token = token
        self.timeout = timeout
        self.patience = patience

    def call(
        self,
        method: str,
        path: str,
        query: dict | None = None,
        body: Any = None,
        form: bool = False,
    ) -> Any:
        """Any call of the API: what the methods below are made of."""
        given = [(name, value) for name, value in (query or {}).items() if value is not None]
        address = path if path.startswith(("http:", "https:")) else self.address + path
        address += f"?{urlencode(given, doseq=True)}" if given else ""
        headers = {"Authorization": f"Token {self.token}"}
        data = None
        if body is not None:
            packed = _form(body) if form else (json.dumps(body).encode(), "application/json")
            data, headers["Content-Type"] = packed
        kind, content = self._sent(Request(address, data, headers, method=method))
        return json.loads(content or b"null") if kind == "application/json" else content

    def lines(self, path: str, **query: Any) -> Iterator[dict]:
        """All rows of a list or a matrix, from JSON lines: `portal.lines("/api/v1/visits/", area="6401")`."""
        given = {name.rstrip("_"): value for name, value in query.items()}
        content = self.call("GET", path, given | {"format": "jsonl"})
        yield from (json.loads(line) for line in content.splitlines())

    def _pages(self, path: str, query: dict) -> Iterator[dict]:
        page = self.call("GET", path, query)
        yield from page["results"]
        while page["next"]:
            page = self.call("GET", page["next"])
            yield from page["results"]

    def _sent(self, request: Request) -> tuple[str, bytes]:
        until = time.monotonic() + self.patience
        while True:
            try:
                with urlopen(request, timeout=self.timeout) as answer:
                    return answer.headers.get_content_type(), answer.read()
            except HTTPError as refused:
                error = _error(refused)
            if error.status != 429 or time.monotonic() + (error.retry_after or 1) > until:
                raise error
            time.sleep(error.retry_after or 1)

    def adviser_duties_list(
        self,
        *,
        area: str | list[str] | None = None,
        on_from: str | None = None,
        on_to: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        return self._pages(
            "/api/v1/adviser-duties/",
            _said(area=area, on_from=on_from, on_to=on_to, size=size),
        )

    def adviser_duties_retrieve(self, id: int) -> Any:
        return self.call("GET", f"/api/v1/adviser-duties/{_at(id)}/")

    def adviser_records_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        on_from: str | None = None,
        on_to: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        return self._pages(
            "/api/v1/adviser-records/",
            _said(area=area, kind=kind, on_from=on_from, on_to=on_to, size=size),
        )

    def adviser_records_retrieve(self, id: int) -> Any:
        return self.call("GET", f"/api/v1/adviser-records/{_at(id)}/")

    def advisers_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        firm: str | None = None,
        name: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Rows as of a day; a single row as it stands today."""
        return self._pages(
            "/api/v1/advisers/",
            _said(area=area, as_of=as_of, firm=firm, name=name, size=size),
        )

    def advisers_retrieve(self, id: int) -> Any:
        """Rows as of a day; a single row as it stands today."""
        return self.call("GET", f"/api/v1/advisers/{_at(id)}/")

    def api_tokens_list(
        self,
        *,
        live: str | None = None,
        mine: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """One's own keys and, for whoever manages posts, those of the people there."""
        return self._pages("/api/v1/api-tokens/", _said(live=live, mine=mine, size=size))

    def api_tokens_retrieve(self, id: str) -> Any:
        """One's own keys and, for whoever manages posts, those of the people there."""
        return self.call("GET", f"/api/v1/api-tokens/{_at(id)}/")

    def api_tokens_usage_list(self, id: str) -> Any:
        """Calls by day and by the first part of the path, the latest day first, of ninety days at most."""
        return self.call("GET", f"/api/v1/api-tokens/{_at(id)}/usage/")

    def area_maps_list(
        self,
        *,
        area: str | list[str] | None = None,
        in_force: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Maps of areas' children as uploaded: one of an area is in force, or none (示意图)."""
        return self._pages("/api/v1/area-maps/", _said(area=area, in_force=in_force, size=size))

    def area_maps_upload(self, *, area: str, approval_number: str, document: Any) -> Any:
        """Upload a map and draw by it from now on. 400 names everything that is wrong with it."""
        return self.call(
            "POST",
            "/api/v1/area-maps/",
            None,
            _said(area=area, approval_number=approval_number, document=document),
        )

    def area_maps_retrieve(self, id: str) -> Any:
        """Maps of areas' children as uploaded: one of an area is in force, or none (示意图)."""
        return self.call("GET", f"/api/v1/area-maps/{_at(id)}/")

    def area_maps_outlines(self, id: str) -> Any:
        """The outlines as GeoJSON with an ETag: 304 for who has them."""
        return self.call("GET", f"/api/v1/area-maps/{_at(id)}/outlines/")

    def area_maps_use(self, id: str) -> Any:
        """Draw by an earlier map again."""
        return self.call("POST", f"/api/v1/area-maps/{_at(id)}/use/")

    def area_maps_withdraw(self, id: str) -> Any:
        """Show the area's children as tiles again (示意图), whichever of its maps was in force."""
        return self.call("POST", f"/api/v1/area-maps/{_at(id)}/withdraw/")

    def areas_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        level: str | None = None,
        on: str | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Areas of the client's scope: open ones, or those of the day `on`; one area by its present code."""
        return self._pages("/api/v1/areas/", _said(area=area, kind=kind, level=level, on=on, q=q, size=size))

    def areas_retrieve(self, code: str) -> Any:
        """Areas of the client's scope: open ones, or those of the day `on`; one area by its present code."""
        return self.call("GET", f"/api/v1/areas/{_at(code)}/")

    def assessment_mandates_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        rater: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Where the right to assess was handed down; with `as_of` those of a day."""
        return self._pages(
            "/api/v1/assessment-mandates/",
            _said(area=area, as_of=as_of, rater=rater, size=size),
        )

    def assessment_mandates_create(
        self,
        *,
        area: str,
        rater: str,
        from_on: str,
        order_no: str,
        to_on: str | None = None,
    ) -> Any:
        """Hand the right to assess down."""
        return self.call(
            "POST",
            "/api/v1/assessment-mandates/",
            None,
            _said(area=area, rater=rater, from_on=from_on, to_on=to_on, order_no=order_no),
        )

    def assessment_mandates_retrieve(self, id: str) -> Any:
        """Where the right to assess was handed down; with `as_of` those of a day."""
        return self.call("GET", f"/api/v1/assessment-mandates/{_at(id)}/")

    def assessment_mandates_end_create(self, id: str, *, on: str, reason: str) -> Any:
        """Take it back from a day on."""
        return self.call(
            "POST",
            f"/api/v1/assessment-mandates/{_at(id)}/end/",
            None,
            _said(on=on, reason=reason),
        )

    def assessment_rounds_list(
        self,
        *,
        area: str | list[str] | None = None,
        begins_on: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Rounds of the areas in scope, and those in which a project there is assessed."""
        return self._pages(
            "/api/v1/assessment-rounds/",
            _said(area=area, begins_on=begins_on, size=size, state=state),
        )

    def assessment_rounds_create(
        self,
        *,
        area: str,
        begins_on: str,
        scoring_from: str,
        scoring_to: str,
    ) -> Any:
        """Prepare the round of a quarter."""
        return self.call(
            "POST",
            "/api/v1/assessment-rounds/",
            None,
            _said(area=area, begins_on=begins_on, scoring_from=scoring_from, scoring_to=scoring_to),
        )

    def assessment_rounds_retrieve(self, id: str) -> Any:
        """Rounds of the areas in scope, and those in which a project there is assessed."""
        return self.call("GET", f"/api/v1/assessment-rounds/{_at(id)}/")

    def assessment_rounds_cancel_create(self, id: str, *, note: str) -> Any:
        """Give a round up, with a reason."""
        return self.call("POST", f"/api/v1/assessment-rounds/{_at(id)}/cancel/", None, _said(note=note))

    def assessment_rounds_hear_create(self, id: str) -> Any:
        """End the scoring; the appeal window begins."""
        return self.call("POST", f"/api/v1/assessment-rounds/{_at(id)}/hear/")

    def assessment_rounds_paper_retrieve(self, id: str) -> bytes:
        """The published list, in Word."""
        return self.call("GET", f"/api/v1/assessment-rounds/{_at(id)}/paper/")

    def assessment_rounds_publish_create(self, id: str) -> Any:
        """Write totals and grades, for good."""
        return self.call("POST", f"/api/v1/assessment-rounds/{_at(id)}/publish/")

    def assessment_rounds_start_create(self, id: str) -> Any:
        """Open the scoring: one assessment for each project."""
        return self.call("POST", f"/api/v1/assessment-rounds/{_at(id)}/start/")

    def assessments_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        company: str | None = None,
        compound: str | None = None,
        good: str | None = None,
        grade: str | None = None,
        latest: str | None = None,
        q: str | None = None,
        rated: str | None = None,
        round: str | None = None,
        size: str | None = None,
        slips: str | None = None,
        waits_for: str | None = None,
    ) -> Iterator[dict]:
        """One row for each project and round."""
        return self._pages(
            "/api/v1/assessments/",
            _said(
                area=area,
                as_of=as_of,
                company=company,
                compound=compound,
                good=good,
                grade=grade,
                latest=latest,
                q=q,
                rated=rated,
                round=round,
                size=size,
                slips=slips,
                waits_for=waits_for,
            ),
        )

    def assessments_retrieve(self, id: str) -> Any:
        """One project with its standing scores and what they come to."""
        return self.call("GET", f"/api/v1/assessments/{_at(id)}/")

    def assessments_appeals_create(
        self,
        id: str,
        *,
        item: int,
        text: str,
        photos: list | None = None,
        handed_on: str | None = None,
        handed_by: str | None = None,
    ) -> Any:
        """Record what the company objects to; pictures come along as multipart `photos`."""
        return self.call(
            "POST",
            f"/api/v1/assessments/{_at(id)}/appeals/",
            None,
            _said(photos=photos, item=item, text=text, handed_on=handed_on, handed_by=handed_by),
        )

    def assessments_rectify_create(
        self,
        id: str,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        company: str | None = None,
        compound: str | None = None,
        good: str | None = None,
        grade: str | None = None,
        latest: str | None = None,
        q: str | None = None,
        rated: str | None = None,
        round: str | None = None,
        slips: str | None = None,
        waits_for: str | None = None,
    ) -> Any:
        """A ticket for every deduction that has none."""
        return self.call(
            "POST",
            f"/api/v1/assessments/{_at(id)}/rectify/",
            _said(
                area=area,
                as_of=as_of,
                company=company,
                compound=compound,
                good=good,
                grade=grade,
                latest=latest,
                q=q,
                rated=rated,
                round=round,
                slips=slips,
                waits_for=waits_for,
            ),
        )

    def assessments_scores_create(self, id: str, *, rater: str, scores: list) -> Any:
        """One rater's whole sheet; again corrects it while the window is open."""
        return self.call(
            "POST",
            f"/api/v1/assessments/{_at(id)}/scores/",
            None,
            _said(rater=rater, scores=scores),
        )

    def assessments_slips_create(self, id: str, *, satisfied: int, fair: int, unsatisfied: int) -> Any:
        """The owners' answers as counted."""
        return self.call(
            "POST",
            f"/api/v1/assessments/{_at(id)}/slips/",
            None,
            _said(satisfied=satisfied, fair=fair, unsatisfied=unsatisfied),
        )

    def body_posts_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        body: str | None = None,
        compound: str | None = None,
        crossing: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Posts in the bodies of communities and compounds on `as_of`, masked; a single one is a post of …"""
        return self._pages(
            "/api/v1/body-posts/",
            _said(area=area, as_of=as_of, body=body, compound=compound, crossing=crossing, size=size),
        )

    def body_posts_create(
        self,
        *,
        area: str,
        body: str,
        title: str,
        name: str,
        phone: str,
        on: str,
        compound: int | None = None,
    ) -> Any:
        """Enter a post from a day on."""
        return self.call(
            "POST",
            "/api/v1/body-posts/",
            None,
            _said(area=area, body=body, compound=compound, title=title, name=name, phone=phone, on=on),
        )

    def body_posts_retrieve(self, id: int) -> Any:
        """Posts in the bodies of communities and compounds on `as_of`, masked; a single one is a post of …"""
        return self.call("GET", f"/api/v1/body-posts/{_at(id)}/")

    def body_posts_end_create(self, id: int, *, on: str, reason: str) -> Any:
        """Let a post end; the office is told when a cross-post goes with it."""
        return self.call("POST", f"/api/v1/body-posts/{_at(id)}/end/", None, _said(on=on, reason=reason))

    def brief_templates_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Templates of briefs that officials made for their area, the latest first."""
        return self._pages("/api/v1/brief-templates/", _said(area=area, kind=kind, size=size))

    def brief_templates_create(
        self,
        *,
        kind: str,
        area: str,
        file: tuple[str, bytes],
        note: str | None = None,
    ) -> Any:
        """Send a new version, in force at once when its trial went well."""
        return self.call(
            "POST",
            "/api/v1/brief-templates/",
            None,
            _said(kind=kind, area=area, file=file, note=note),
            form=True,
        )

    def brief_templates_retrieve(self, id: str) -> Any:
        """Templates of briefs that officials made for their area, the latest first."""
        return self.call("GET", f"/api/v1/brief-templates/{_at(id)}/")

    def brief_templates_file_retrieve(self, id: str) -> bytes:
        """The version as it was sent."""
        return self.call("GET", f"/api/v1/brief-templates/{_at(id)}/file/")

    def brief_templates_withdraw_create(self, id: str) -> Any:
        """Stop using a version: the one before it is in force again."""
        return self.call("POST", f"/api/v1/brief-templates/{_at(id)}/withdraw/")

    def building_groups_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        compound: str | None = None,
        party_group: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Building groups (楼院) that exist on `as_of`."""
        return self._pages(
            "/api/v1/building-groups/",
            _said(area=area, as_of=as_of, compound=compound, party_group=party_group, size=size),
        )

    def building_groups_retrieve(self, id: int) -> Any:
        """Building groups (楼院) that exist on `as_of`."""
        return self.call("GET", f"/api/v1/building-groups/{_at(id)}/")

    def campaigns_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        running: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        return self._pages("/api/v1/campaigns/", _said(area=area, kind=kind, running=running, size=size))

    def campaigns_retrieve(self, id: int) -> Any:
        return self.call("GET", f"/api/v1/campaigns/{_at(id)}/")

    def campaigns_progress_retrieve(self, id: int) -> Any:
        """How many households were reached, as a whole and by the areas of the next level."""
        return self.call("GET", f"/api/v1/campaigns/{_at(id)}/progress/")

    def cases_list(
        self,
        *,
        area: str | list[str] | None = None,
        clock: str | None = None,
        closed: str | None = None,
        grade: str | None = None,
        kind: str | None = None,
        owner: str | None = None,
        party: str | None = None,
        q: str | None = None,
        registered_from: str | None = None,
        registered_to: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Cases of every kind, the most urgent first; paused and closed ones last."""
        return self._pages(
            "/api/v1/cases/",
            _said(
                area=area,
                clock=clock,
                closed=closed,
                grade=grade,
                kind=kind,
                owner=owner,
                party=party,
                q=q,
                registered_from=registered_from,
                registered_to=registered_to,
                size=size,
                state=state,
            ),
        )

    def cases_retrieve(self, number: str) -> Any:
        """Cases of every kind, the most urgent first; paused and closed ones last."""
        return self.call("GET", f"/api/v1/cases/{_at(number)}/")

    def cases_lead_create(
        self,
        number: str,
        *,
        post: int,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """领导包案: the seat of a leading official answers for the case."""
        return self.call(
            "POST",
            f"/api/v1/cases/{_at(number)}/lead/",
            None,
            _said(post=post, note=note, version=version),
        )

    def cases_refer(self, number: str, *, posts: list, reason: str, version: int | None = None) -> Any:
        """转请协办"""
        return self.call(
            "POST",
            f"/api/v1/cases/{_at(number)}/refer/",
            None,
            _said(posts=posts, reason=reason, version=version),
        )

    def cases_supervise_create(
        self,
        number: str,
        *,
        demand: str,
        grade: Any | None = None,
        reply_by: str | None = None,
        version: int | None = None,
    ) -> Any:
        """督办 of the office that has the case, plain or with a card."""
        return self.call(
            "POST",
            f"/api/v1/cases/{_at(number)}/supervise/",
            None,
            _said(grade=grade, demand=demand, reply_by=reply_by, version=version),
        )

    def cases_transfer(self, number: str, *, posts: list, reason: str, version: int | None = None) -> Any:
        """移交"""
        return self.call(
            "POST",
            f"/api/v1/cases/{_at(number)}/transfer/",
            None,
            _said(posts=posts, reason=reason, version=version),
        )

    def cases_whistle(self, number: str, *, posts: list, reason: str, version: int | None = None) -> Any:
        """吹哨"""
        return self.call(
            "POST",
            f"/api/v1/cases/{_at(number)}/whistle/",
            None,
            _said(posts=posts, reason=reason, version=version),
        )

    def cases_find_create(self, *, number: str) -> Any:
        """What to give the lists as `party` to find an exact telephone or ID number, which no address …"""
        return self.call("POST", "/api/v1/cases/find/", None, _said(number=number))

    def disputes_category_map(self, *, scheme: str | None = None) -> Any:
        """Every category with its kind, said of itself or following from its first level."""
        return self.call("GET", "/api/v1/category-maps/", _said(scheme=scheme))

    def disputes_map_category(self, *, scheme: str, category: str, kind: str) -> Any:
        """Say where a category counts; reports of past periods follow."""
        return self.call(
            "POST",
            "/api/v1/category-maps/",
            None,
            _said(scheme=scheme, category=category, kind=kind),
        )

    def disputes_category_report(
        self,
        *,
        accepted_from: str | None = None,
        accepted_to: str | None = None,
        area: str | list[str] | None = None,
        scheme: str | None = None,
    ) -> Any:
        """The disputes accepted in a period by kind, from the rows of the list under the same area and …"""
        return self.call(
            "GET",
            "/api/v1/category-reports/",
            _said(accepted_from=accepted_from, accepted_to=accepted_to, area=area, scheme=scheme),
        )

    def centres_list(
        self,
        *,
        area: str | list[str] | None = None,
        level: str | None = None,
        model: str | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """综治中心 of all levels, with rooms, windows, units present and the plan of today."""
        return self._pages("/api/v1/centres/", _said(area=area, level=level, model=model, q=q, size=size))

    def centres_retrieve(self, id: int) -> Any:
        """综治中心 of all levels, with rooms, windows, units present and the plan of today."""
        return self.call("GET", f"/api/v1/centres/{_at(id)}/")

    def centres_contact(
        self,
        id: int,
        *,
        phone: str,
        hours: str | None = None,
        address: str | None = None,
    ) -> Any:
        """综治中心 of all levels, with rooms, windows, units present and the plan of today."""
        return self.call(
            "POST",
            f"/api/v1/centres/{_at(id)}/contact/",
            None,
            _said(phone=phone, hours=hours, address=address),
        )

    def centres_end_create(self, id: int, *, part: str, row: int) -> Any:
        """A room or window is given up, a unit leaves, a planned half-day is struck."""
        return self.call("POST", f"/api/v1/centres/{_at(id)}/end/", None, _said(part=part, row=row))

    def centres_rooms(self, id: int, *, name: str, kind: Any | None = None, place: str | None = None) -> Any:
        """综治中心 of all levels, with rooms, windows, units present and the plan of today."""
        return self.call(
            "POST",
            f"/api/v1/centres/{_at(id)}/rooms/",
            None,
            _said(name=name, kind=kind, place=place),
        )

    def centres_roster(
        self,
        id: int,
        *,
        window: int,
        unit: int,
        from_on: str,
        until_on: str,
        weekdays: list,
        halves: list | None = None,
    ) -> Any:
        """综治中心 of all levels, with rooms, windows, units present and the plan of today."""
        return self.call(
            "POST",
            f"/api/v1/centres/{_at(id)}/roster/",
            None,
            _said(
                window=window,
                unit=unit,
                from_on=from_on,
                until_on=until_on,
                weekdays=weekdays,
                halves=halves,
            ),
        )

    def centres_units(
        self,
        id: int,
        *,
        name: str,
        presence: Any | None = None,
        window: int | None = None,
        seat: str | None = None,
        contact: Any | None = None,
        from_on: str | None = None,
    ) -> Any:
        """综治中心 of all levels, with rooms, windows, units present and the plan of today."""
        return self.call(
            "POST",
            f"/api/v1/centres/{_at(id)}/units/",
            None,
            _said(name=name, presence=presence, window=window, seat=seat, contact=contact, from_on=from_on),
        )

    def centres_windows(self, id: int, *, number: int, purpose: str) -> Any:
        """综治中心 of all levels, with rooms, windows, units present and the plan of today."""
        return self.call(
            "POST",
            f"/api/v1/centres/{_at(id)}/windows/",
            None,
            _said(number=number, purpose=purpose),
        )

    def co_projects_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        partner: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Projects that bring needs and resources together; made by `match` of a need."""
        return self._pages(
            "/api/v1/co-projects/",
            _said(area=area, kind=kind, partner=partner, size=size, state=state),
        )

    def co_projects_retrieve(self, id: str) -> Any:
        """Projects that bring needs and resources together; made by `match` of a need."""
        return self.call("GET", f"/api/v1/co-projects/{_at(id)}/")

    def party_projects_step(
        self,
        id: str,
        *,
        step: str,
        note: str | None = None,
        result: str | None = None,
        people_served: int | None = None,
    ) -> Any:
        """Projects that bring needs and resources together; made by `match` of a need."""
        return self.call(
            "POST",
            f"/api/v1/co-projects/{_at(id)}/step/",
            None,
            _said(step=step, note=note, result=result, people_served=people_served),
        )

    def communities_list(
        self,
        *,
        advised: str | None = None,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        kind: str | None = None,
        name: str | None = None,
        party_org: str | None = None,
        size: str | None = None,
        supported: str | None = None,
        vacant: str | None = None,
    ) -> Iterator[dict]:
        """Rows as of a day; a single row as it stands today."""
        return self._pages(
            "/api/v1/communities/",
            _said(
                advised=advised,
                area=area,
                as_of=as_of,
                kind=kind,
                name=name,
                party_org=party_org,
                size=size,
                supported=supported,
                vacant=vacant,
            ),
        )

    def communities_retrieve(self, id: int) -> Any:
        """Rows as of a day; a single row as it stands today."""
        return self.call("GET", f"/api/v1/communities/{_at(id)}/")

    def community_needs_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        kind: str | None = None,
        matched: str | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """What communities ask for."""
        return self._pages(
            "/api/v1/community-needs/",
            _said(area=area, as_of=as_of, kind=kind, matched=matched, q=q, size=size, state=state),
        )

    def community_needs_create(self, *, area: str, kind: int, text: str, wanted_by: str) -> Any:
        """Enter what a community asks its partners for."""
        return self.call(
            "POST",
            "/api/v1/community-needs/",
            None,
            _said(area=area, kind=kind, text=text, wanted_by=wanted_by),
        )

    def community_needs_retrieve(self, id: str) -> Any:
        """What communities ask for."""
        return self.call("GET", f"/api/v1/community-needs/{_at(id)}/")

    def party_needs_match(self, id: str, *, resources: list) -> Any:
        """What communities ask for."""
        return self.call(
            "POST",
            f"/api/v1/community-needs/{_at(id)}/match/",
            None,
            _said(resources=resources),
        )

    def community_needs_suggestions_list(self, id: str) -> Any:
        """Resources that fit an open need, best first, with the reasons."""
        return self.call("GET", f"/api/v1/community-needs/{_at(id)}/suggestions/")

    def party_needs_withdraw(self, id: str, *, note: str) -> Any:
        """What communities ask for."""
        return self.call("POST", f"/api/v1/community-needs/{_at(id)}/withdraw/", None, _said(note=note))

    def community_orgs_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        kind: str | None = None,
        name: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Rows as of a day; a single row as it stands today."""
        return self._pages(
            "/api/v1/community-orgs/",
            _said(area=area, as_of=as_of, kind=kind, name=name, size=size),
        )

    def community_orgs_retrieve(self, id: int) -> Any:
        """Rows as of a day; a single row as it stands today."""
        return self.call("GET", f"/api/v1/community-orgs/{_at(id)}/")

    def company_cards_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        company: str | None = None,
        grade: str | None = None,
        live: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Yellow and red cards of companies; with `live` those in force on the day of `as_of`."""
        return self._pages(
            "/api/v1/company-cards/",
            _said(area=area, as_of=as_of, company=company, grade=grade, live=live, size=size),
        )

    def company_cards_retrieve(self, id: str) -> Any:
        """Yellow and red cards of companies; with `live` those in force on the day of `as_of`."""
        return self.call("GET", f"/api/v1/company-cards/{_at(id)}/")

    def company_cards_lift_create(self, id: str, *, reason: str) -> Any:
        """End a card before its day."""
        return self.call("POST", f"/api/v1/company-cards/{_at(id)}/lift/", None, _said(reason=reason))

    def compounds_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        name: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        return self._pages("/api/v1/compounds/", _said(area=area, kind=kind, name=name, size=size))

    def compounds_retrieve(self, id: int) -> Any:
        return self.call("GET", f"/api/v1/compounds/{_at(id)}/")

    def consultations_list(self, *, answered: str | None = None, size: str | None = None) -> Iterator[dict]:
        """What the client, a judge, was invited to: nothing else is shown or counted."""
        return self._pages("/api/v1/consultations/", _said(answered=answered, size=size))

    def consultations_retrieve(self, id: int) -> Any:
        """The question with the masked file of its dispute."""
        return self.call("GET", f"/api/v1/consultations/{_at(id)}/")

    def consultations_answer_create(self, id: int, *, answer: str) -> Any:
        """Give the legal opinion."""
        return self.call("POST", f"/api/v1/consultations/{_at(id)}/answer/", None, _said(answer=answer))

    def consultations_attend_create(self, id: int, *, session: int) -> Any:
        """Note that the judge sat in at a sitting."""
        return self.call("POST", f"/api/v1/consultations/{_at(id)}/attend/", None, _said(session=session))

    def council_topics_list(
        self,
        *,
        area: str | list[str] | None = None,
        is_open: str | None = None,
        proposed_from: str | None = None,
        proposed_to: str | None = None,
        proposer_kind: str | None = None,
        size: str | None = None,
        state: str | None = None,
        title: str | None = None,
    ) -> Iterator[dict]:
        return self._pages(
            "/api/v1/council-topics/",
            _said(
                area=area,
                is_open=is_open,
                proposed_from=proposed_from,
                proposed_to=proposed_to,
                proposer_kind=proposer_kind,
                size=size,
                state=state,
                title=title,
            ),
        )

    def council_topics_retrieve(self, id: int) -> Any:
        return self.call("GET", f"/api/v1/council-topics/{_at(id)}/")

    def court_collaborations_list(
        self,
        *,
        answered: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Judges invited to the disputes of the client's area."""
        return self._pages("/api/v1/court-collaborations/", _said(answered=answered, size=size))

    def court_collaborations_create(self, *, number: str, judge_post: int, question: str) -> Any:
        """Invite a judge to one dispute."""
        return self.call(
            "POST",
            "/api/v1/court-collaborations/",
            None,
            _said(number=number, judge_post=judge_post, question=question),
        )

    def court_collaborations_retrieve(self, id: int) -> Any:
        """Judges invited to the disputes of the client's area."""
        return self.call("GET", f"/api/v1/court-collaborations/{_at(id)}/")

    def court_collaborations_end_create(self, id: int) -> Any:
        """From now on the judge no longer sees the dispute."""
        return self.call("POST", f"/api/v1/court-collaborations/{_at(id)}/end/")

    def court_delegations_list(
        self,
        *,
        area: str | list[str] | None = None,
        overdue: str | None = None,
        return_from: str | None = None,
        return_to: str | None = None,
        returned: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Cases that courts delegated, the next to give back first."""
        return self._pages(
            "/api/v1/court-delegations/",
            _said(
                area=area,
                overdue=overdue,
                return_from=return_from,
                return_to=return_to,
                returned=returned,
                size=size,
            ),
        )

    def court_delegations_retrieve(self, dispute: int) -> Any:
        """Cases that courts delegated, the next to give back first."""
        return self.call("GET", f"/api/v1/court-delegations/{_at(dispute)}/")

    def court_delegations_return_create(self, dispute: int, *, result: str, note: str | None = None) -> Any:
        """Give the case back to its court with the result."""
        return self.call(
            "POST",
            f"/api/v1/court-delegations/{_at(dispute)}/return/",
            None,
            _said(result=result, note=note),
        )

    def deed_cutoffs_list(self, *, size: str | None = None) -> Iterator[dict]:
        """From which day on what is finished is no old backlog, by county."""
        return self._pages("/api/v1/deed-cutoffs/", _said(size=size))

    def deed_cutoffs_create(self, *, area: str, on: str, document: str) -> Any:
        """Set the cut-off day of a county, or change it."""
        return self.call("POST", "/api/v1/deed-cutoffs/", None, _said(area=area, on=on, document=document))

    def deed_cutoffs_retrieve(self, id: str) -> Any:
        """From which day on what is finished is no old backlog, by county."""
        return self.call("GET", f"/api/v1/deed-cutoffs/{_at(id)}/")

    def deed_homes_list(
        self,
        *,
        area: str | list[str] | None = None,
        building: str | None = None,
        is_new: str | None = None,
        issued: str | None = None,
        issued_from: str | None = None,
        issued_to: str | None = None,
        listed_from: str | None = None,
        listed_to: str | None = None,
        project: str | None = None,
        size: str | None = None,
        solved: str | None = None,
        solved_from: str | None = None,
        solved_to: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Rows with verbs: find one in scope, see that the right reaches it, press, show."""
        return self._pages(
            "/api/v1/deed-homes/",
            _said(
                area=area,
                building=building,
                is_new=is_new,
                issued=issued,
                issued_from=issued_from,
                issued_to=issued_to,
                listed_from=listed_from,
                listed_to=listed_to,
                project=project,
                size=size,
                solved=solved,
                solved_from=solved_from,
                solved_to=solved_to,
                state=state,
            ),
        )

    def deed_homes_retrieve(self, id: str) -> Any:
        """Rows with verbs: find one in scope, see that the right reaches it, press, show."""
        return self.call("GET", f"/api/v1/deed-homes/{_at(id)}/")

    def deed_homes_add_person_create(
        self,
        id: str,
        *,
        name: str,
        phone: Any | None = None,
        id_no: str | None = None,
    ) -> Any:
        """Enter a person entitled to a home."""
        return self.call(
            "POST",
            f"/api/v1/deed-homes/{_at(id)}/add-person/",
            None,
            _said(name=name, phone=phone, id_no=id_no),
        )

    def deed_homes_issue_create(
        self,
        id: str,
        *,
        certificate_no: str | None = None,
        note: str | None = None,
    ) -> Any:
        """Hand out the deed of a registered home."""
        return self.call(
            "POST",
            f"/api/v1/deed-homes/{_at(id)}/issue/",
            None,
            _said(certificate_no=certificate_no, note=note),
        )

    def deed_homes_people_list(self, id: str) -> Any:
        """Who is entitled to a home, masked."""
        return self.call("GET", f"/api/v1/deed-homes/{_at(id)}/people/")

    def deed_homes_remove_person_create(self, id: str, *, person: int, reason: str | None = None) -> Any:
        """Take somebody off a home who is no longer entitled to it."""
        return self.call(
            "POST",
            f"/api/v1/deed-homes/{_at(id)}/remove-person/",
            None,
            _said(person=person, reason=reason),
        )

    def deed_homes_reveal_create(self, id: str, *, person: int, field: str, reason: str | None = None) -> Any:
        """One value of a person in the clear, for a reason that is kept."""
        return self.call(
            "POST",
            f"/api/v1/deed-homes/{_at(id)}/reveal/",
            None,
            _said(person=person, field=field, reason=reason),
        )

    def deed_homes_step_create(self, id: str, *, step: str, note: str | None = None) -> Any:
        """Take one home a step on."""
        return self.call("POST", f"/api/v1/deed-homes/{_at(id)}/step/", None, _said(step=step, note=note))

    def deed_obstacles_list(
        self,
        *,
        area: str | list[str] | None = None,
        cause: str | None = None,
        clock: str | None = None,
        office: str | None = None,
        project: str | None = None,
        raised: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Obstacles of all projects in scope."""
        return self._pages(
            "/api/v1/deed-obstacles/",
            _said(
                area=area,
                cause=cause,
                clock=clock,
                office=office,
                project=project,
                raised=raised,
                size=size,
            ),
        )

    def deed_obstacles_retrieve(self, id: str) -> Any:
        """Obstacles of all projects in scope."""
        return self.call("GET", f"/api/v1/deed-obstacles/{_at(id)}/")

    def deed_obstacles_close_create(
        self,
        id: str,
        *,
        document: str | None = None,
        photos: list | None = None,
    ) -> Any:
        """Close an obstacle on the strength of a document."""
        return self.call(
            "POST",
            f"/api/v1/deed-obstacles/{_at(id)}/close/",
            None,
            _said(document=document, photos=photos),
        )

    def deed_obstacles_raise_create(self, id: str, *, to: str, reason: str | None = None) -> Any:
        """Bring an obstacle before a higher office."""
        return self.call(
            "POST",
            f"/api/v1/deed-obstacles/{_at(id)}/raise/",
            None,
            _said(to=to, reason=reason),
        )

    def deed_projects_list(
        self,
        *,
        area: str | list[str] | None = None,
        cause: str | None = None,
        excluded: str | None = None,
        in_ledger: str | None = None,
        is_new: str | None = None,
        listed_from: str | None = None,
        listed_to: str | None = None,
        office: str | None = None,
        q: str | None = None,
        size: str | None = None,
        solved: str | None = None,
        solved_from: str | None = None,
        solved_to: str | None = None,
        state: str | None = None,
        unsolved: str | None = None,
    ) -> Iterator[dict]:
        """Projects of the backlog, and those that came after the cut-off day."""
        return self._pages(
            "/api/v1/deed-projects/",
            _said(
                area=area,
                cause=cause,
                excluded=excluded,
                in_ledger=in_ledger,
                is_new=is_new,
                listed_from=listed_from,
                listed_to=listed_to,
                office=office,
                q=q,
                size=size,
                solved=solved,
                solved_from=solved_from,
                solved_to=solved_to,
                state=state,
                unsolved=unsolved,
            ),
        )

    def deed_projects_create(
        self,
        *,
        area: str,
        name: str,
        developer: str | None = None,
        lead_office: str | None = None,
        finished_on: str | None = None,
        is_new: bool | None = None,
    ) -> Any:
        """Enter a project into the ledger."""
        return self.call(
            "POST",
            "/api/v1/deed-projects/",
            None,
            _said(
                area=area,
                name=name,
                developer=developer,
                lead_office=lead_office,
                finished_on=finished_on,
                is_new=is_new,
            ),
        )

    def deed_projects_retrieve(self, id: str) -> Any:
        """One project with its buildings and its plan."""
        return self.call("GET", f"/api/v1/deed-projects/{_at(id)}/")

    def deed_projects_buildings_create(self, id: str, *, number: str, finished_on: str | None = None) -> Any:
        """Enter a building; one finished after the cut-off day is refused in the old backlog."""
        return self.call(
            "POST",
            f"/api/v1/deed-projects/{_at(id)}/buildings/",
            None,
            _said(number=number, finished_on=finished_on),
        )

    def deed_projects_homes_create(
        self,
        id: str,
        *,
        building: str,
        room: str,
        unit: str | None = None,
        unit_no: Any | None = None,
    ) -> Any:
        """Enter a home; one that stands in another project is refused."""
        return self.call(
            "POST",
            f"/api/v1/deed-projects/{_at(id)}/homes/",
            None,
            _said(building=building, unit=unit, room=room, unit_no=unit_no),
        )

    def deed_projects_obstacles_create(
        self,
        id: str,
        *,
        cause: str,
        lead_office: str,
        due_on: str,
        instrument: Any | None = None,
    ) -> Any:
        """Name what stands in the way."""
        return self.call(
            "POST",
            f"/api/v1/deed-projects/{_at(id)}/obstacles/",
            None,
            _said(cause=cause, lead_office=lead_office, instrument=instrument, due_on=due_on),
        )

    def deed_projects_plan_create(
        self,
        id: str,
        *,
        lead_office: str,
        leader: str,
        team: str,
        text: str,
        public_line: str,
        approval_no: str | None = None,
        approved_on: str | None = None,
    ) -> Any:
        """Write the plan of a project, or put it right."""
        return self.call(
            "POST",
            f"/api/v1/deed-projects/{_at(id)}/plan/",
            None,
            _said(
                lead_office=lead_office,
                leader=leader,
                team=team,
                text=text,
                public_line=public_line,
                approval_no=approval_no,
                approved_on=approved_on,
            ),
        )

    def deed_projects_plan_word_retrieve(self, id: str) -> bytes:
        """The plan in Word."""
        return self.call("GET", f"/api/v1/deed-projects/{_at(id)}/plan-word/")

    def deed_projects_step_create(
        self,
        id: str,
        *,
        step: str,
        note: str | None = None,
        raised_to: str | None = None,
    ) -> Any:
        """Take a project one step on; its homes follow."""
        return self.call(
            "POST",
            f"/api/v1/deed-projects/{_at(id)}/step/",
            None,
            _said(step=step, note=note, raised_to=raised_to),
        )

    def deed_projects_step_homes_create(
        self,
        id: str,
        *,
        step: str,
        note: str | None = None,
        rows: list | None = None,
        everyone: bool | None = None,
        building: str | None = None,
        state: str | None = None,
    ) -> Any:
        """Take homes through a step for one reason: all of them, or none."""
        return self.call(
            "POST",
            f"/api/v1/deed-projects/{_at(id)}/step-homes/",
            None,
            _said(step=step, note=note, rows=rows, everyone=everyone, building=building, state=state),
        )

    def deed_projects_undo_homes_create(self, id: str, *, step: int, note: str | None = None) -> Any:
        """Take a wrong step over homes back by a counter step."""
        return self.call(
            "POST",
            f"/api/v1/deed-projects/{_at(id)}/undo-homes/",
            None,
            _said(step=step, note=note),
        )

    def deed_undertakings_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        counted: str | None = None,
        kind: str | None = None,
        overdue: str | None = None,
        project: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """What is let pass for the time being, and what is promised."""
        return self._pages(
            "/api/v1/deed-undertakings/",
            _said(
                area=area,
                as_of=as_of,
                counted=counted,
                kind=kind,
                overdue=overdue,
                project=project,
                size=size,
                state=state,
            ),
        )

    def deed_undertakings_create(
        self,
        *,
        project: int,
        kind: str,
        what: str,
        consequence: str,
        due_on: str,
        home: int | None = None,
        person: int | None = None,
        signatory: str | None = None,
        made_on: str | None = None,
    ) -> Any:
        """Write down what is let pass, until when, and what follows if not."""
        return self.call(
            "POST",
            "/api/v1/deed-undertakings/",
            None,
            _said(
                project=project,
                home=home,
                person=person,
                signatory=signatory,
                kind=kind,
                what=what,
                consequence=consequence,
                made_on=made_on,
                due_on=due_on,
            ),
        )

    def deed_undertakings_retrieve(self, id: str) -> Any:
        """What is let pass for the time being, and what is promised."""
        return self.call("GET", f"/api/v1/deed-undertakings/{_at(id)}/")

    def deed_undertakings_settle_create(self, id: str, *, step: str, finding: str | None = None) -> Any:
        """Say after a check whether the word was kept."""
        return self.call(
            "POST",
            f"/api/v1/deed-undertakings/{_at(id)}/settle/",
            None,
            _said(step=step, finding=finding),
        )

    def deliveries_list(
        self,
        *,
        channel: str | None = None,
        kind: str | None = None,
        made_from: str | None = None,
        made_to: str | None = None,
        size: str | None = None,
        state: str | None = None,
        unsent: str | None = None,
    ) -> Iterator[dict]:
        """The log of messages that left the portal."""
        return self._pages(
            "/api/v1/deliveries/",
            _said(
                channel=channel,
                kind=kind,
                made_from=made_from,
                made_to=made_to,
                size=size,
                state=state,
                unsent=unsent,
            ),
        )

    def deliveries_retrieve(self, id: str) -> Any:
        """The log of messages that left the portal."""
        return self.call("GET", f"/api/v1/deliveries/{_at(id)}/")

    def deliveries_resend_create(self, id: str) -> Any:
        """Try one message anew, under its old key."""
        return self.call("POST", f"/api/v1/deliveries/{_at(id)}/resend/")

    def deliveries_resend_unsent_create(self, *, channel: str) -> Any:
        """Try everything anew that did not go out by a way."""
        return self.call("POST", "/api/v1/deliveries/resend-unsent/", None, _said(channel=channel))

    def deliveries_ways_list(self) -> Any:
        """How each way out is doing."""
        return self.call("GET", "/api/v1/deliveries/ways/")

    def desk_sessions_list(
        self,
        *,
        area: str | list[str] | None = None,
        on: str | None = None,
        project: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        return self._pages("/api/v1/desk-sessions/", _said(area=area, on=on, project=project, size=size))

    def desk_sessions_create(self, *, project: int, day: str, place: str, quota: int) -> Any:
        """Plan a session."""
        return self.call(
            "POST",
            "/api/v1/desk-sessions/",
            None,
            _said(project=project, day=day, place=place, quota=quota),
        )

    def desk_sessions_retrieve(self, id: str) -> Any:
        return self.call("GET", f"/api/v1/desk-sessions/{_at(id)}/")

    def desk_sessions_book_create(self, id: str, *, home: int, slot: str) -> Any:
        """Give a home its time."""
        return self.call("POST", f"/api/v1/desk-sessions/{_at(id)}/book/", None, _said(home=home, slot=slot))

    def desk_sessions_report_retrieve(self, id: str) -> Any:
        """The evening's report."""
        return self.call("GET", f"/api/v1/desk-sessions/{_at(id)}/report/")

    def desk_sessions_send_back_create(self, id: str, *, appointment: int, reason: str) -> Any:
        """A home could not be served, and why."""
        return self.call(
            "POST",
            f"/api/v1/desk-sessions/{_at(id)}/send_back/",
            None,
            _said(appointment=appointment, reason=reason),
        )

    def desk_sessions_stamps_create(self, id: str, *, user: int, stamps: list) -> Any:
        """Steps done at the table, in order; each is a transaction of its own and is answered by itself."""
        return self.call(
            "POST",
            f"/api/v1/desk-sessions/{_at(id)}/stamps/",
            None,
            _said(user=user, stamps=stamps),
        )

    def dispatch_actions_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        carried: str | None = None,
        cleared: str | None = None,
        cycle: str | None = None,
        due_from: str | None = None,
        due_to: str | None = None,
        helping: str | None = None,
        kind: str | None = None,
        mine: str | None = None,
        overdue: str | None = None,
        pending: str | None = None,
        rectification: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Tasks set by meetings. Steps are POST sub-paths; evidence is words, or a picture sent as a form."""
        return self._pages(
            "/api/v1/dispatch-actions/",
            _said(
                area=area,
                as_of=as_of,
                carried=carried,
                cleared=cleared,
                cycle=cycle,
                due_from=due_from,
                due_to=due_to,
                helping=helping,
                kind=kind,
                mine=mine,
                overdue=overdue,
                pending=pending,
                rectification=rectification,
                size=size,
                state=state,
            ),
        )

    def dispatch_actions_retrieve(self, id: str) -> Any:
        """Tasks set by meetings. Steps are POST sub-paths; evidence is words, or a picture sent as a form."""
        return self.call("GET", f"/api/v1/dispatch-actions/{_at(id)}/")

    def dispatch_actions_close_create(
        self,
        id: str,
        *,
        evidence: str | None = None,
        picture: tuple[str, bytes] | None = None,
    ) -> Any:
        """The office that set it strikes it off, with evidence."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-actions/{_at(id)}/close/",
            None,
            _said(evidence=evidence, picture=picture),
        )

    def dispatch_actions_report_create(
        self,
        id: str,
        *,
        evidence: str | None = None,
        picture: tuple[str, bytes] | None = None,
    ) -> Any:
        """The owner says that it is done, and shows it."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-actions/{_at(id)}/report/",
            None,
            _said(evidence=evidence, picture=picture),
        )

    def dispatch_actions_return(self, id: str, *, note: str) -> Any:
        """What was reported does not do."""
        return self.call("POST", f"/api/v1/dispatch-actions/{_at(id)}/return/", None, _said(note=note))

    def dispatch_actions_withdraw_create(self, id: str, *, note: str) -> Any:
        """The task no longer holds."""
        return self.call("POST", f"/api/v1/dispatch-actions/{_at(id)}/withdraw/", None, _said(note=note))

    def dispatch_briefs_list(
        self,
        *,
        area: str | list[str] | None = None,
        cycle: str | None = None,
        kind: str | None = None,
        period: str | None = None,
        size: str | None = None,
        state: str | None = None,
        to_correct: str | None = None,
    ) -> Iterator[dict]:
        """Briefs of cycles: minutes, lists of tasks, circulars, reports on the work."""
        return self._pages(
            "/api/v1/dispatch-briefs/",
            _said(
                area=area,
                cycle=cycle,
                kind=kind,
                period=period,
                size=size,
                state=state,
                to_correct=to_correct,
            ),
        )

    def dispatch_briefs_create(self, *, cycle: int, kind: str) -> Any:
        """Draw up a kind of brief of a cycle."""
        return self.call("POST", "/api/v1/dispatch-briefs/", None, _said(cycle=cycle, kind=kind))

    def dispatch_briefs_retrieve(self, id: str) -> Any:
        """One brief with its value and its words."""
        return self.call("GET", f"/api/v1/dispatch-briefs/{_at(id)}/")

    def dispatch_briefs_changes_list(self, id: str) -> Any:
        """Figures of the issued report that read otherwise now and wait to be corrected."""
        return self.call("GET", f"/api/v1/dispatch-briefs/{_at(id)}/changes/")

    def dispatch_briefs_edit_create(
        self,
        id: str,
        *,
        introduction: str | None = None,
        closing: str | None = None,
        remarks: dict | None = None,
    ) -> Any:
        """What an official writes before the parts, after them and beside each."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-briefs/{_at(id)}/edit/",
            None,
            _said(introduction=introduction, closing=closing, remarks=remarks),
        )

    def dispatch_briefs_file_retrieve(self, id: str) -> bytes:
        """The issued file byte for byte, or the draft as it would be."""
        return self.call("GET", f"/api/v1/dispatch-briefs/{_at(id)}/file/")

    def dispatch_briefs_issue_create(self, id: str) -> Any:
        """Issue it under the next number: from then on the file never changes."""
        return self.call("POST", f"/api/v1/dispatch-briefs/{_at(id)}/issue/")

    def dispatch_briefs_renew_create(self, id: str) -> Any:
        """Take the figures anew; the words stay."""
        return self.call("POST", f"/api/v1/dispatch-briefs/{_at(id)}/renew/")

    def dispatch_corrections_list(
        self,
        *,
        area: str | list[str] | None = None,
        brief: str | None = None,
        issued_from: str | None = None,
        issued_to: str | None = None,
        kind: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Corrections of figures in issued reports."""
        return self._pages(
            "/api/v1/dispatch-corrections/",
            _said(area=area, brief=brief, issued_from=issued_from, issued_to=issued_to, kind=kind, size=size),
        )

    def dispatch_corrections_create(self, *, brief: int, arrived: str) -> Any:
        """Issue a correction of what an issued report says otherwise than the figures of today."""
        return self.call("POST", "/api/v1/dispatch-corrections/", None, _said(brief=brief, arrived=arrived))

    def dispatch_corrections_retrieve(self, id: str) -> Any:
        """One correction with its figures."""
        return self.call("GET", f"/api/v1/dispatch-corrections/{_at(id)}/")

    def dispatch_corrections_file_retrieve(self, id: str) -> bytes:
        """The paper as it was issued."""
        return self.call("GET", f"/api/v1/dispatch-corrections/{_at(id)}/file/")

    def dispatch_cycles_list(
        self,
        *,
        area: str | list[str] | None = None,
        due_from: str | None = None,
        due_to: str | None = None,
        kind: str | None = None,
        period: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Cycles with their meetings. Whatever is done to a meeting answers with its minutes as they now …"""
        return self._pages(
            "/api/v1/dispatch-cycles/",
            _said(
                area=area,
                due_from=due_from,
                due_to=due_to,
                kind=kind,
                period=period,
                size=size,
                state=state,
            ),
        )

    def dispatch_cycles_retrieve(self, id: str) -> Any:
        """Cycles with their meetings. Whatever is done to a meeting answers with its minutes as they now …"""
        return self.call("GET", f"/api/v1/dispatch-cycles/{_at(id)}/")

    def dispatch_cycles_add_point_create(self, id: str, *, title: str) -> Any:
        """One more point on the agenda."""
        return self.call("POST", f"/api/v1/dispatch-cycles/{_at(id)}/add-point/", None, _said(title=title))

    def dispatch_cycles_attendance_create(self, id: str, *, offices: list) -> Any:
        """Write down which offices came."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-cycles/{_at(id)}/attendance/",
            None,
            _said(offices=offices),
        )

    def dispatch_cycles_correct_create(self, id: str, *, text: str) -> Any:
        """A correction note beside issued minutes."""
        return self.call("POST", f"/api/v1/dispatch-cycles/{_at(id)}/correct/", None, _said(text=text))

    def dispatch_cycles_decide_create(
        self,
        id: str,
        *,
        text: str,
        office: str,
        due_on: str,
        standard: str | None = None,
        co_offices: list | None = None,
        point: int | None = None,
        item: int | None = None,
    ) -> Any:
        """Set a task to an office."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-cycles/{_at(id)}/decide/",
            None,
            _said(
                text=text,
                office=office,
                due_on=due_on,
                standard=standard,
                co_offices=co_offices,
                point=point,
                item=item,
            ),
        )

    def dispatch_cycles_hold_create(self, id: str) -> Any:
        """The meeting took place."""
        return self.call("POST", f"/api/v1/dispatch-cycles/{_at(id)}/hold/")

    def dispatch_cycles_issue_create(self, id: str) -> Any:
        """Issue the minutes: from then on they never change."""
        return self.call("POST", f"/api/v1/dispatch-cycles/{_at(id)}/issue/")

    def dispatch_cycles_items_list(self, id: str) -> Any:
        """What was late on the day of the cycle, carried things first."""
        return self.call("GET", f"/api/v1/dispatch-cycles/{_at(id)}/items/")

    def dispatch_cycles_minutes_retrieve(self, id: str) -> Any:
        """The minutes: word for word as issued, or as they are so far."""
        return self.call("GET", f"/api/v1/dispatch-cycles/{_at(id)}/minutes/")

    def dispatch_cycles_plan_create(
        self,
        id: str,
        *,
        meets_on: str,
        place: str | None = None,
        chair: int | None = None,
    ) -> Any:
        """Say when and where the meeting is; the first time lays out its agenda."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-cycles/{_at(id)}/plan/",
            None,
            _said(meets_on=meets_on, place=place, chair=chair),
        )

    def dispatch_cycles_write_minutes_create(self, id: str, *, position: int, minutes: str) -> Any:
        """What the minutes say to a point of the agenda."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-cycles/{_at(id)}/write-minutes/",
            None,
            _said(position=position, minutes=minutes),
        )

    def dispatch_items_list(
        self,
        *,
        area: str | list[str] | None = None,
        carried: str | None = None,
        cycle: str | None = None,
        owner: str | None = None,
        size: str | None = None,
        task: str | None = None,
        topic: str | None = None,
    ) -> Iterator[dict]:
        """What stood in cycles, those of the latest first; as it was when the cycle was made."""
        return self._pages(
            "/api/v1/dispatch-items/",
            _said(area=area, carried=carried, cycle=cycle, owner=owner, size=size, task=task, topic=topic),
        )

    def dispatch_items_retrieve(self, id: str) -> Any:
        """What stood in cycles, those of the latest first; as it was when the cycle was made."""
        return self.call("GET", f"/api/v1/dispatch-items/{_at(id)}/")

    def dispatch_ladder_changes_list(
        self,
        *,
        kind: str | None = None,
        since: str | None = None,
        size: str | None = None,
        until: str | None = None,
    ) -> Iterator[dict]:
        """What was set and changed, the latest first."""
        return self._pages(
            "/api/v1/dispatch-ladder-changes/",
            _said(kind=kind, since=since, size=size, until=until),
        )

    def dispatch_ladder_changes_retrieve(self, id: str) -> Any:
        """What was set and changed, the latest first."""
        return self.call("GET", f"/api/v1/dispatch-ladder-changes/{_at(id)}/")

    def dispatch_ladder_steps_list(self) -> Any:
        """When offices are told of what is due. The steps hold everywhere and lie in no area."""
        return self.call("GET", "/api/v1/dispatch-ladder-steps/")

    def dispatch_ladder_steps_create(self, *, kind: str, offset: int, recipient: Any | None = None) -> Any:
        """Tell of a kind of thing once more."""
        return self.call(
            "POST",
            "/api/v1/dispatch-ladder-steps/",
            None,
            _said(kind=kind, offset=offset, recipient=recipient),
        )

    def dispatch_ladder_steps_retrieve(self, id: str) -> Any:
        """When offices are told of what is due. The steps hold everywhere and lie in no area."""
        return self.call("GET", f"/api/v1/dispatch-ladder-steps/{_at(id)}/")

    def dispatch_ladder_steps_change_create(
        self,
        id: str,
        *,
        offset: int,
        recipient: str,
        is_active: bool | None = None,
    ) -> Any:
        """Change when and whom a step tells, or switch it off."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-ladder-steps/{_at(id)}/change/",
            None,
            _said(offset=offset, recipient=recipient, is_active=is_active),
        )

    def dispatch_runs_list(
        self,
        *,
        due_from: str | None = None,
        due_to: str | None = None,
        failed: str | None = None,
        kind: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """The log of makings. They are the portal's own and lie in no area."""
        return self._pages(
            "/api/v1/dispatch-runs/",
            _said(due_from=due_from, due_to=due_to, failed=failed, kind=kind, size=size),
        )

    def dispatch_runs_retrieve(self, id: str) -> Any:
        """The log of makings. They are the portal's own and lie in no area."""
        return self.call("GET", f"/api/v1/dispatch-runs/{_at(id)}/")

    def dispatch_schedules_list(self) -> Any:
        """When cycles are made."""
        return self.call("GET", "/api/v1/dispatch-schedules/")

    def dispatch_schedules_create(
        self,
        *,
        on_day: int,
        workday_rule: str,
        hour: int,
        starts_on: str,
        kind: str,
        minute: int | None = None,
        topics: list | None = None,
        enabled: bool | None = None,
        level: str | None = None,
        area: str | None = None,
    ) -> Any:
        """Let a level, or one office, hold a kind of cycle."""
        return self.call(
            "POST",
            "/api/v1/dispatch-schedules/",
            None,
            _said(
                on_day=on_day,
                workday_rule=workday_rule,
                hour=hour,
                minute=minute,
                starts_on=starts_on,
                topics=topics,
                enabled=enabled,
                kind=kind,
                level=level,
                area=area,
            ),
        )

    def dispatch_schedules_retrieve(self, id: str) -> Any:
        """When cycles are made."""
        return self.call("GET", f"/api/v1/dispatch-schedules/{_at(id)}/")

    def dispatch_schedules_change_create(
        self,
        id: str,
        *,
        on_day: int,
        workday_rule: str,
        hour: int,
        starts_on: str,
        minute: int | None = None,
        topics: list | None = None,
        enabled: bool | None = None,
    ) -> Any:
        """Change when a kind of cycle is made."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-schedules/{_at(id)}/change/",
            None,
            _said(
                on_day=on_day,
                workday_rule=workday_rule,
                hour=hour,
                minute=minute,
                starts_on=starts_on,
                topics=topics,
                enabled=enabled,
            ),
        )

    def dispatch_visits_list(
        self,
        *,
        area: str | list[str] | None = None,
        cycle: str | None = None,
        q: str | None = None,
        size: str | None = None,
        visited_from: str | None = None,
        visited_to: str | None = None,
    ) -> Iterator[dict]:
        """Supervision on the spot, with its checklist."""
        return self._pages(
            "/api/v1/dispatch-visits/",
            _said(area=area, cycle=cycle, q=q, size=size, visited_from=visited_from, visited_to=visited_to),
        )

    def dispatch_visits_create(self, *, cycle: int, subject: str, office: str, visited_on: str) -> Any:
        """Begin the record of a visit for a monthly cycle."""
        return self.call(
            "POST",
            "/api/v1/dispatch-visits/",
            None,
            _said(cycle=cycle, subject=subject, office=office, visited_on=visited_on),
        )

    def dispatch_visits_retrieve(self, id: str) -> Any:
        """One visit with its checklist."""
        return self.call("GET", f"/api/v1/dispatch-visits/{_at(id)}/")

    def dispatch_visits_check_create(
        self,
        id: str,
        *,
        position: int,
        reported: str | None = None,
        verified: str | None = None,
        finding: str | None = None,
        due_on: str | None = None,
    ) -> Any:
        """What a point of the checklist showed; a fault becomes a task."""
        return self.call(
            "POST",
            f"/api/v1/dispatch-visits/{_at(id)}/check/",
            None,
            _said(position=position, reported=reported, verified=verified, finding=finding, due_on=due_on),
        )

    def dispatch_webhooks_list(
        self,
        *,
        area: str | list[str] | None = None,
        live: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Addresses outside that are told of issued papers."""
        return self._pages("/api/v1/dispatch-webhooks/", _said(area=area, live=live, size=size))

    def dispatch_webhooks_create(self, *, area: str, name: str, url: tuple[str, bytes], events: list) -> Any:
        """Register an address; the answer holds its secret, once."""
        return self.call(
            "POST",
            "/api/v1/dispatch-webhooks/",
            None,
            _said(area=area, name=name, url=url, events=events),
        )

    def dispatch_webhooks_retrieve(self, id: str) -> Any:
        """Addresses outside that are told of issued papers."""
        return self.call("GET", f"/api/v1/dispatch-webhooks/{_at(id)}/")

    def dispatch_webhooks_deliveries_list(self, id: str) -> Any:
        """The latest two hundred events of an address."""
        return self.call("GET", f"/api/v1/dispatch-webhooks/{_at(id)}/deliveries/")

    def dispatch_webhooks_resume_create(self, id: str) -> Any:
        """Take the address up again."""
        return self.call("POST", f"/api/v1/dispatch-webhooks/{_at(id)}/resume/")

    def dispatch_webhooks_stop_create(self, id: str) -> Any:
        """Tell the address nothing more."""
        return self.call("POST", f"/api/v1/dispatch-webhooks/{_at(id)}/stop/")

    def dispatch_webhooks_test_create(self, id: str) -> Any:
        """Send a test event."""
        return self.call("POST", f"/api/v1/dispatch-webhooks/{_at(id)}/test/")

    def dispatch_webhooks_events_resend_create(self, event: str) -> Any:
        """Try an event anew that was given up, under its old key."""
        return self.call("POST", f"/api/v1/dispatch-webhooks/events/{_at(event)}/resend/")

    def dispute_drafts_list(self) -> Any:
        """The client's own registrations not yet sent; nobody else's are ever shown. To register one: …"""
        return self.call("GET", "/api/v1/dispute-drafts/")

    def dispute_drafts_create(
        self,
        *,
        form: dict,
        matter: int | None = None,
        parties: list | None = None,
    ) -> Any:
        """Keep what is typed so far for 30 days; nothing of it is checked before it is registered."""
        return self.call(
            "POST",
            "/api/v1/dispute-drafts/",
            None,
            _said(matter=matter, form=form, parties=parties),
        )

    def dispute_drafts_retrieve(self, id: int) -> Any:
        """The client's own registrations not yet sent; nobody else's are ever shown. To register one: …"""
        return self.call("GET", f"/api/v1/dispute-drafts/{_at(id)}/")

    def dispute_drafts_destroy(self, id: int) -> Any:
        """The client's own registrations not yet sent; nobody else's are ever shown. To register one: …"""
        return self.call("DELETE", f"/api/v1/dispute-drafts/{_at(id)}/")

    def dispute_standard_rows_list(
        self,
        *,
        accepted_from: str | None = None,
        accepted_to: str | None = None,
        area: str | list[str] | None = None,
        category: str | None = None,
        centre: str | None = None,
        clock: str | None = None,
        complexity: str | None = None,
        counted: str | None = None,
        followed_up_from: str | None = None,
        followed_up_to: str | None = None,
        joint: str | None = None,
        kind: str | None = None,
        outcome: str | None = None,
        party: str | None = None,
        q: str | None = None,
        registered_from: str | None = None,
        registered_to: str | None = None,
        resolved_from: str | None = None,
        resolved_to: str | None = None,
        scale: str | None = None,
        size: str | None = None,
        source: str | None = None,
        standing: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Disputes in the columns of GB/T 31000-2015 T30, masked; `format=csv` is the file."""
        return self._pages(
            "/api/v1/dispute-standard-rows/",
            _said(
                accepted_from=accepted_from,
                accepted_to=accepted_to,
                area=area,
                category=category,
                centre=centre,
                clock=clock,
                complexity=complexity,
                counted=counted,
                followed_up_from=followed_up_from,
                followed_up_to=followed_up_to,
                joint=joint,
                kind=kind,
                outcome=outcome,
                party=party,
                q=q,
                registered_from=registered_from,
                registered_to=registered_to,
                resolved_from=resolved_from,
                resolved_to=resolved_to,
                scale=scale,
                size=size,
                source=source,
                standing=standing,
                state=state,
            ),
        )

    def dispute_standard_rows_retrieve(self, case: int) -> Any:
        """Disputes in the columns of GB/T 31000-2015 T30, masked; `format=csv` is the file."""
        return self.call("GET", f"/api/v1/dispute-standard-rows/{_at(case)}/")

    def disputes_list(
        self,
        *,
        accepted_from: str | None = None,
        accepted_to: str | None = None,
        area: str | list[str] | None = None,
        category: str | None = None,
        centre: str | None = None,
        clock: str | None = None,
        complexity: str | None = None,
        counted: str | None = None,
        followed_up_from: str | None = None,
        followed_up_to: str | None = None,
        joint: str | None = None,
        kind: str | None = None,
        outcome: str | None = None,
        party: str | None = None,
        q: str | None = None,
        registered_from: str | None = None,
        registered_to: str | None = None,
        resolved_from: str | None = None,
        resolved_to: str | None = None,
        scale: str | None = None,
        size: str | None = None,
        source: str | None = None,
        standing: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Disputes of the client's area, the newest first. Each step of the lifecycle is a POST sub-path."""
        return self._pages(
            "/api/v1/disputes/",
            _said(
                accepted_from=accepted_from,
                accepted_to=accepted_to,
                area=area,
                category=category,
                centre=centre,
                clock=clock,
                complexity=complexity,
                counted=counted,
                followed_up_from=followed_up_from,
                followed_up_to=followed_up_to,
                joint=joint,
                kind=kind,
                outcome=outcome,
                party=party,
                q=q,
                registered_from=registered_from,
                registered_to=registered_to,
                resolved_from=resolved_from,
                resolved_to=resolved_to,
                scale=scale,
                size=size,
                source=source,
                standing=standing,
                state=state,
            ),
        )

    def disputes_create(
        self,
        *,
        area: str,
        category: str,
        title: str,
        parties: list,
        client_uuid: str | None = None,
        place: str | None = None,
        summary: str | None = None,
        source: Any | None = None,
        occurred_on: str | None = None,
        complexity: Any | None = None,
        people_count: int | None = None,
        involved_org: str | None = None,
        involves_minor: bool | None = None,
        matter: int | None = None,
        draft: int | None = None,
        visit: str | None = None,
        delegation: Any | None = None,
    ) -> Any:
        """Register a dispute: 201. Again under the same `client_uuid`: 200 for the same content, 409 for …"""
        return self.call(
            "POST",
            "/api/v1/disputes/",
            None,
            _said(
                client_uuid=client_uuid,
                area=area,
                category=category,
                title=title,
                place=place,
                summary=summary,
                source=source,
                occurred_on=occurred_on,
                complexity=complexity,
                people_count=people_count,
                involved_org=involved_org,
                involves_minor=involves_minor,
                matter=matter,
                draft=draft,
                visit=visit,
                delegation=delegation,
                parties=parties,
            ),
        )

    def disputes_retrieve(self, number: str) -> Any:
        """One dispute with its parties (masked), timeline and open steps."""
        return self.call("GET", f"/api/v1/disputes/{_at(number)}/")

    def disputes_accept(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        complexity: str | None = None,
    ) -> Any:
        """受理"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/accept/",
            None,
            _said(note=note, version=version, complexity=complexity),
        )

    def disputes_agree_in_writing(
        self,
        number: str,
        *,
        parties: list,
        note: str | None = None,
        version: int | None = None,
        content: str | None = None,
        facts: str | None = None,
        disputed: str | None = None,
        responsibilities: str | None = None,
        term: str | None = None,
        copies: int | None = None,
        effective_on: str | None = None,
        amount_cents: int | None = None,
        method: Any | None = None,
        shares: list | None = None,
        obligations: list | None = None,
    ) -> Any:
        """达成书面协议"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/agree_in_writing/",
            None,
            _said(
                note=note,
                version=version,
                content=content,
                facts=facts,
                disputed=disputed,
                responsibilities=responsibilities,
                term=term,
                copies=copies,
                parties=parties,
                effective_on=effective_on,
                amount_cents=amount_cents,
                method=method,
                shares=shares,
                obligations=obligations,
            ),
        )

    def disputes_agree_orally(
        self,
        number: str,
        *,
        parties: list,
        note: str | None = None,
        version: int | None = None,
        content: str | None = None,
        facts: str | None = None,
        disputed: str | None = None,
        responsibilities: str | None = None,
        term: str | None = None,
        copies: int | None = None,
        effective_on: str | None = None,
        amount_cents: int | None = None,
        method: Any | None = None,
        shares: list | None = None,
        obligations: list | None = None,
    ) -> Any:
        """达成口头协议"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/agree_orally/",
            None,
            _said(
                note=note,
                version=version,
                content=content,
                facts=facts,
                disputed=disputed,
                responsibilities=responsibilities,
                term=term,
                copies=copies,
                parties=parties,
                effective_on=effective_on,
                amount_cents=amount_cents,
                method=method,
                shares=shares,
                obligations=obligations,
            ),
        )

    def disputes_apply_confirmation(
        self,
        number: str,
        *,
        court: str,
        applicants: list,
        papers: list,
        note: str | None = None,
        version: int | None = None,
        applied_on: str | None = None,
        external_number: str | None = None,
    ) -> Any:
        """申请司法确认"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/apply_confirmation/",
            None,
            _said(
                note=note,
                version=version,
                court=court,
                applied_on=applied_on,
                external_number=external_number,
                applicants=applicants,
                papers=papers,
            ),
        )

    def disputes_archive(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """归档"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/archive/",
            None,
            _said(note=note, version=version),
        )

    def disputes_ask_extension(
        self,
        number: str,
        *,
        amount: int,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """申请延期"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/ask_extension/",
            None,
            _said(note=note, version=version, amount=amount),
        )

    def disputes_assign(
        self,
        number: str,
        *,
        post: int,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """分派"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/assign/",
            None,
            _said(note=note, version=version, post=post),
        )

    def disputes_close(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """结案"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/close/",
            None,
            _said(note=note, version=version),
        )

    def disputes_close_joint(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """结束联调"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/close_joint/",
            None,
            _said(note=note, version=version),
        )

    def disputes_confirm(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        decided_on: str | None = None,
        external_number: str | None = None,
    ) -> Any:
        """法院确认"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/confirm/",
            None,
            _said(note=note, version=version, decided_on=decided_on, external_number=external_number),
        )

    def disputes_decline(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        right_path: Any | None = None,
    ) -> Any:
        """不予受理"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/decline/",
            None,
            _said(note=note, version=version, right_path=right_path),
        )

    def disputes_default(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """未履行"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/default/",
            None,
            _said(note=note, version=version),
        )

    def disputes_dismiss_alike_create(self, number: str, *, other: str, note: str | None = None) -> Any:
        """Say that another dispute has nothing to do with it: it is not suggested again."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/dismiss_alike/",
            None,
            _said(other=other, note=note),
        )

    def disputes_draft(
        self,
        number: str,
        *,
        content: str,
        version: int | None = None,
        facts: str | None = None,
        disputed: str | None = None,
        responsibilities: str | None = None,
        term: str | None = None,
        copies: int | None = None,
        amount_cents: int | None = None,
        shares: list | None = None,
        obligations: list | None = None,
    ) -> Any:
        """Keep a draft of the agreement as a whole."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/draft/",
            None,
            _said(
                version=version,
                facts=facts,
                disputed=disputed,
                responsibilities=responsibilities,
                content=content,
                term=term,
                copies=copies,
                amount_cents=amount_cents,
                shares=shares,
                obligations=obligations,
            ),
        )

    def disputes_escalate(
        self,
        number: str,
        *,
        to: str,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """升级"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/escalate/",
            None,
            _said(note=note, version=version, to=to),
        )

    def disputes_fail(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        told_paths: bool | None = None,
    ) -> Any:
        """调解不成"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/fail/",
            None,
            _said(note=note, version=version, told_paths=told_paths),
        )

    def disputes_follow_up(
        self,
        number: str,
        *,
        satisfaction: str,
        note: str | None = None,
        version: int | None = None,
        method: Any | None = None,
        rekindled: bool | None = None,
    ) -> Any:
        """回访"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/follow_up/",
            None,
            _said(note=note, version=version, satisfaction=satisfaction, method=method, rekindled=rekindled),
        )

    def disputes_grant_extension(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """批准延期"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/grant_extension/",
            None,
            _said(note=note, version=version),
        )

    def disputes_judge(
        self,
        number: str,
        *,
        risk: str,
        complexity: str,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """Risk and difficulty, with the reason. High risk sends a letter of warning."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/judge/",
            None,
            _said(risk=risk, complexity=complexity, note=note, version=version),
        )

    def disputes_link_create(self, number: str, *, other: str, kind: Any, note: str | None = None) -> Any:
        """Say that another dispute is the same matter (`alike`) or the same again (`again`)."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/link/",
            None,
            _said(other=other, note=note, kind=kind),
        )

    def disputes_minor_create(self, number: str, *, involves_minor: bool, note: str | None = None) -> Any:
        """Mark that a minor is involved: from then on only named roles see the dispute, perhaps not the …"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/minor/",
            None,
            _said(involves_minor=involves_minor, note=note),
        )

    def disputes_perform_obligation(
        self,
        case: int,
        number: str,
        pk: int,
        *,
        performed_on: str | None = None,
        receipt_note: str | None = None,
    ) -> Any:
        """Record that what was owed has come."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/obligations/{_at(case)}/perform/",
            None,
            _said(performed_on=performed_on, receipt_note=receipt_note),
        )

    def disputes_release_obligation(self, case: int, number: str, pk: int, *, note: str | None = None) -> Any:
        """Record that an obligation is given up, or carried on by enforcement or suit."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/obligations/{_at(case)}/release/",
            None,
            _said(note=note),
        )

    def disputes_open_joint(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        organs: list | None = None,
    ) -> Any:
        """联调联处"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/open_joint/",
            None,
            _said(note=note, version=version, organs=organs),
        )

    def disputes_parties_create(self, number: str, *, parties: list) -> Any:
        """补录当事人: several at once, all or none."""
        return self.call("POST", f"/api/v1/disputes/{_at(number)}/parties/", None, _said(parties=parties))

    def disputes_perform(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """履行完毕"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/perform/",
            None,
            _said(note=note, version=version),
        )

    def disputes_police_create(
        self,
        number: str,
        *,
        reported_to: str,
        content: str,
        way: Any | None = None,
        reported_at: str | None = None,
        external_number: str | None = None,
    ) -> Any:
        """Record that the police were told of a possible crime; the dispute stays where it is."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/police/",
            None,
            _said(
                reported_to=reported_to,
                way=way,
                reported_at=reported_at,
                content=content,
                external_number=external_number,
            ),
        )

    def disputes_police_number_create(self, number: str, *, report: int, external_number: str) -> Any:
        """The number the police gave for a report."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/police_number/",
            None,
            _said(report=report, external_number=external_number),
        )

    def disputes_record_track(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        external_number: str | None = None,
        result: str | None = None,
        result_on: str | None = None,
    ) -> Any:
        """登记对方进展"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/record_track/",
            None,
            _said(
                note=note,
                version=version,
                external_number=external_number,
                result=result,
                result_on=result_on,
            ),
        )

    def disputes_redirect(
        self,
        number: str,
        *,
        track: str,
        note: str | None = None,
        version: int | None = None,
        body: str | None = None,
        external_number: str | None = None,
        sent_on: str | None = None,
    ) -> Any:
        """导入其他渠道"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/redirect/",
            None,
            _said(
                note=note,
                version=version,
                track=track,
                body=body,
                external_number=external_number,
                sent_on=sent_on,
            ),
        )

    def disputes_refuse(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """当事人拒绝"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/refuse/",
            None,
            _said(note=note, version=version),
        )

    def disputes_refuse_extension(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """不同意延期"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/refuse_extension/",
            None,
            _said(note=note, version=version),
        )

    def disputes_reject_confirmation(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        decided_on: str | None = None,
        external_number: str | None = None,
    ) -> Any:
        """法院不予确认"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/reject_confirmation/",
            None,
            _said(note=note, version=version, decided_on=decided_on, external_number=external_number),
        )

    def disputes_reopen(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        post: int | None = None,
    ) -> Any:
        """重新办理"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/reopen/",
            None,
            _said(note=note, version=version, post=post),
        )

    def disputes_resume(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """恢复"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/resume/",
            None,
            _said(note=note, version=version),
        )

    def disputes_resume_jointly(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """恢复联调"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/resume_jointly/",
            None,
            _said(note=note, version=version),
        )

    def disputes_resume_performance(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """继续履行"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/resume_performance/",
            None,
            _said(note=note, version=version),
        )

    def disputes_return(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """退回"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/return/",
            None,
            _said(note=note, version=version),
        )

    def disputes_room_retrieve(self, number: str) -> Any:
        """The joint table: tasks of the organs, sittings, and what each party gets."""
        return self.call("GET", f"/api/v1/disputes/{_at(number)}/room/")

    def disputes_room_conclude_create(self, number: str) -> Any:
        """各方都已签名: the draft becomes the written agreement."""
        return self.call("POST", f"/api/v1/disputes/{_at(number)}/room/conclude/")

    def disputes_room_draft_create(
        self,
        number: str,
        *,
        content: str,
        payer: int,
        due_on: str,
        amounts: list,
        term: str | None = None,
        version: int | None = None,
    ) -> Any:
        """起草协议 with each party's amount."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/room/draft/",
            None,
            _said(content=content, term=term, payer=payer, due_on=due_on, amounts=amounts, version=version),
        )

    def disputes_room_opinion_create(
        self,
        number: str,
        *,
        task: int,
        opinion: str,
        is_done: bool | None = None,
    ) -> Any:
        """An organ's opinion on its task, by a client that sits in its seat."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/room/opinion/",
            None,
            _said(task=task, opinion=opinion, is_done=is_done),
        )

    def disputes_room_representatives_create(
        self,
        number: str,
        *,
        representatives: list,
        spoken_for: list | None = None,
    ) -> Any:
        """推选代表人: who speaks for whom."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/room/representatives/",
            None,
            _said(representatives=representatives, spoken_for=spoken_for),
        )

    def disputes_room_results_create(self, number: str, *, results: list) -> Any:
        """登记结果: what each party got, all or none."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/room/results/",
            None,
            _said(results=results),
        )

    def disputes_room_signatures_create(self, number: str, *, signatures: list) -> Any:
        """登记签名: who has signed the draft and when."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/room/signatures/",
            None,
            _said(signatures=signatures),
        )

    def disputes_room_task_create(self, number: str, *, organ: int, task: str, due_on: str) -> Any:
        """交办 a task to an organ at the table."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/room/task/",
            None,
            _said(organ=organ, task=task, due_on=due_on),
        )

    def disputes_similar_retrieve(self, number: str) -> Any:
        """Disputes that may be the same matter, each with the reasons; nothing is linked by itself."""
        return self.call("GET", f"/api/v1/disputes/{_at(number)}/similar/")

    def disputes_record_sitting(
        self,
        number: str,
        *,
        held_on: str | None = None,
        place: str | None = None,
        is_open: bool | None = None,
        record: str | None = None,
        attendance: list | None = None,
    ) -> Any:
        """Add a sitting and who came."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/sittings/",
            None,
            _said(held_on=held_on, place=place, is_open=is_open, record=record, attendance=attendance),
        )

    def disputes_change_sitting(
        self,
        case: int,
        number: str,
        pk: int,
        *,
        version: int,
        held_on: str | None = None,
        place: str | None = None,
        is_open: bool | None = None,
        record: str | None = None,
        attendance: list | None = None,
    ) -> Any:
        """Change the record of a sitting as a whole."""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/sittings/{_at(case)}/",
            None,
            _said(
                held_on=held_on,
                place=place,
                is_open=is_open,
                record=record,
                attendance=attendance,
                version=version,
            ),
        )

    def disputes_start_mediation(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        place: str | None = None,
        is_open: bool | None = None,
        mediator_chosen: bool | None = None,
    ) -> Any:
        """开始调解"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/start_mediation/",
            None,
            _said(note=note, version=version, place=place, is_open=is_open, mediator_chosen=mediator_chosen),
        )

    def disputes_start_performance(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        obligations: list | None = None,
    ) -> Any:
        """开始履行"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/start_performance/",
            None,
            _said(note=note, version=version, obligations=obligations),
        )

    def disputes_suspend(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        resume_on: str | None = None,
    ) -> Any:
        """中止"""
        return self.call(
            "POST",
            f"/api/v1/disputes/{_at(number)}/suspend/",
            None,
            _said(note=note, version=version, resume_on=resume_on),
        )

    def dossiers_retrieve(self, number: str) -> Any:
        """Every paper the course of the case asks for, what is in the folder, and what is lacking."""
        return self.call("GET", f"/api/v1/dossiers/{_at(number)}/")

    def dossiers_file_create(
        self,
        number: str,
        *,
        title: str | None = None,
        retention: Any | None = None,
    ) -> Any:
        """立卷: give the dossier its number, once."""
        return self.call(
            "POST",
            f"/api/v1/dossiers/{_at(number)}/file/",
            None,
            _said(title=title, retention=retention),
        )

    def dossiers_pack_retrieve(self, number: str) -> bytes:
        """All papers in one archive, names and numbers masked."""
        return self.call("GET", f"/api/v1/dossiers/{_at(number)}/pack/")

    def dossiers_pack_create(self, number: str, *, reason: str | None = None) -> bytes:
        """All papers with full names and numbers, to be signed; on record as one look."""
        return self.call("POST", f"/api/v1/dossiers/{_at(number)}/pack/", None, _said(reason=reason))

    def dossiers_papers_retrieve(self, kind: str, number: str) -> bytes:
        """A paper as a Word file, names and numbers masked."""
        return self.call("GET", f"/api/v1/dossiers/{_at(number)}/papers/{_at(kind)}/")

    def dossiers_papers_create(self, kind: str, number: str, *, reason: str | None = None) -> bytes:
        """A paper with full names and numbers, to be signed; the look is on record."""
        return self.call(
            "POST",
            f"/api/v1/dossiers/{_at(number)}/papers/{_at(kind)}/",
            None,
            _said(reason=reason),
        )

    def dossiers_papers_original_create(
        self,
        kind: str,
        number: str,
        *,
        page_count: int | None = None,
    ) -> Any:
        """纸质原件已入卷: the signed original lies in the folder."""
        return self.call(
            "POST",
            f"/api/v1/dossiers/{_at(number)}/papers/{_at(kind)}/original/",
            None,
            _said(page_count=page_count),
        )

    def dossiers_papers_pages_create(
        self,
        kind: str,
        number: str,
        *,
        client_uuid: str,
        file: tuple[str, bytes],
    ) -> Any:
        """Attach a picture of a signed page."""
        return self.call(
            "POST",
            f"/api/v1/dossiers/{_at(number)}/papers/{_at(kind)}/pages/",
            None,
            _said(client_uuid=client_uuid, file=file),
            form=True,
        )

    def dossiers_papers_take_out_create(self, kind: str, number: str, *, page: str | None = None) -> Any:
        """Take a wrong page, or the whole paper, out of the folder."""
        return self.call(
            "POST",
            f"/api/v1/dossiers/{_at(number)}/papers/{_at(kind)}/take-out/",
            None,
            _said(page=page),
        )

    def eligibility_hints_list(
        self,
        *,
        area: str | list[str] | None = None,
        item: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Who may be entitled to something, the newest first."""
        return self._pages("/api/v1/eligibility-hints/", _said(area=area, item=item, size=size, state=state))

    def eligibility_hints_retrieve(self, id: int) -> Any:
        """Who may be entitled to something, the newest first."""
        return self.call("GET", f"/api/v1/eligibility-hints/{_at(id)}/")

    def eligibility_hints_decline_create(self, id: int, *, reason: str) -> Any:
        """Put a hint aside, with the reason."""
        return self.call("POST", f"/api/v1/eligibility-hints/{_at(id)}/decline/", None, _said(reason=reason))

    def eligibility_hints_take_create(self, id: int) -> Any:
        """Open the errand of a hint: 201 with it."""
        return self.call("POST", f"/api/v1/eligibility-hints/{_at(id)}/take/")

    def errands_list(
        self,
        *,
        area: str | list[str] | None = None,
        clock: str | None = None,
        decided_from: str | None = None,
        decided_to: str | None = None,
        item: str | None = None,
        mine: str | None = None,
        open: str | None = None,
        q: str | None = None,
        requested_from: str | None = None,
        requested_to: str | None = None,
        result: str | None = None,
        satisfaction: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Errands of the client's area, the newest first. Each step of the lifecycle is a POST sub-path."""
        return self._pages(
            "/api/v1/errands/",
            _said(
                area=area,
                clock=clock,
                decided_from=decided_from,
                decided_to=decided_to,
                item=item,
                mine=mine,
                open=open,
                q=q,
                requested_from=requested_from,
                requested_to=requested_to,
                result=result,
                satisfaction=satisfaction,
                size=size,
                state=state,
            ),
        )

    def errands_create(
        self,
        *,
        item: str,
        client_uuid: str | None = None,
        resident: int | None = None,
        household: int | None = None,
        need: int | None = None,
        area: str | None = None,
        name: str | None = None,
        phone: Any | None = None,
        note: str | None = None,
        source: Any | None = None,
    ) -> Any:
        """Open an errand: 201. Again under the same `client_uuid`: 200 for the same content, 409 for …"""
        return self.call(
            "POST",
            "/api/v1/errands/",
            None,
            _said(
                client_uuid=client_uuid,
                item=item,
                resident=resident,
                household=household,
                need=need,
                area=area,
                name=name,
                phone=phone,
                note=note,
                source=source,
            ),
        )

    def errands_retrieve(self, number: str) -> Any:
        """One errand with its consent, checklist and open steps."""
        return self.call("GET", f"/api/v1/errands/{_at(number)}/")

    def errands_close(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        satisfaction: str | None = None,
    ) -> Any:
        """结案"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/close/",
            None,
            _said(note=note, version=version, satisfaction=satisfaction),
        )

    def errands_consent(
        self,
        number: str,
        *,
        way: str,
        note: str | None = None,
        version: int | None = None,
        giver: str | None = None,
        given_on: str | None = None,
    ) -> Any:
        """登记授权"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/consent/",
            None,
            _said(note=note, version=version, way=way, giver=giver, given_on=given_on),
        )

    def errands_deliver(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        delivery: Any | None = None,
        delivered_to: Any | None = None,
        returns_papers: bool | None = None,
        satisfaction: Any | None = None,
    ) -> Any:
        """送达"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/deliver/",
            None,
            _said(
                note=note,
                version=version,
                delivery=delivery,
                delivered_to=delivered_to,
                returns_papers=returns_papers,
                satisfaction=satisfaction,
            ),
        )

    def errands_gather(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """材料已齐"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/gather/",
            None,
            _said(note=note, version=version),
        )

    def errands_grant(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """办成"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/grant/",
            None,
            _said(note=note, version=version),
        )

    def errands_papers_create(self, number: str, *, papers: list) -> Any:
        """Tick the checklist: lines not named stay as they are."""
        return self.call("POST", f"/api/v1/errands/{_at(number)}/papers/", None, _said(papers=papers))

    def errands_photos_create(
        self,
        number: str,
        *,
        client_uuid: str,
        paper: int,
        file: tuple[str, bytes],
    ) -> Any:
        """Add a picture of a paper of the checklist; it is deleted some days after delivery."""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/photos/",
            None,
            _said(client_uuid=client_uuid, paper=paper, file=file),
            form=True,
        )

    def errands_reject(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """未办成"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/reject/",
            None,
            _said(note=note, version=version),
        )

    def errands_resubmit(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """补正后再递交"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/resubmit/",
            None,
            _said(note=note, version=version),
        )

    def errands_submit(
        self,
        number: str,
        *,
        place: str,
        note: str | None = None,
        version: int | None = None,
        submitted_on: str | None = None,
        external_number: str | None = None,
    ) -> Any:
        """递交"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/submit/",
            None,
            _said(
                note=note,
                version=version,
                place=place,
                submitted_on=submitted_on,
                external_number=external_number,
            ),
        )

    def errands_supplement(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """要求补正"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/supplement/",
            None,
            _said(note=note, version=version),
        )

    def errands_withdraw(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """撤回授权"""
        return self.call(
            "POST",
            f"/api/v1/errands/{_at(number)}/withdraw/",
            None,
            _said(note=note, version=version),
        )

    def event_categories_list(
        self,
        *,
        open: str | None = None,
        parent: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """The catalogue: classes and what lies in them."""
        return self._pages("/api/v1/event-categories/", _said(open=open, parent=parent, size=size))

    def event_categories_retrieve(self, code: str) -> Any:
        """The catalogue: classes and what lies in them."""
        return self.call("GET", f"/api/v1/event-categories/{_at(code)}/")

    def events_list(
        self,
        *,
        accepted_from: str | None = None,
        accepted_to: str | None = None,
        area: str | list[str] | None = None,
        category: str | None = None,
        clock: str | None = None,
        closed: str | None = None,
        counted: str | None = None,
        grade: str | None = None,
        mine: str | None = None,
        outcome: str | None = None,
        party: str | None = None,
        q: str | None = None,
        registered_from: str | None = None,
        registered_to: str | None = None,
        size: str | None = None,
        source: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Events of the client's area, the newest first. Each step of the lifecycle is a POST sub-path."""
        return self._pages(
            "/api/v1/events/",
            _said(
                accepted_from=accepted_from,
                accepted_to=accepted_to,
                area=area,
                category=category,
                clock=clock,
                closed=closed,
                counted=counted,
                grade=grade,
                mine=mine,
                outcome=outcome,
                party=party,
                q=q,
                registered_from=registered_from,
                registered_to=registered_to,
                size=size,
                source=source,
                state=state,
            ),
        )

    def events_create(
        self,
        *,
        area: str,
        category: str,
        text: str,
        client_uuid: str | None = None,
        place: str | None = None,
        household: int | None = None,
        visit: str | None = None,
        grade: Any | None = None,
        source: Any | None = None,
        reporter: Any | None = None,
    ) -> Any:
        """Report an event: 201. Again under the same `client_uuid`: 200 for the same content, 409 for …"""
        return self.call(
            "POST",
            "/api/v1/events/",
            None,
            _said(
                client_uuid=client_uuid,
                area=area,
                category=category,
                text=text,
                place=place,
                household=household,
                visit=visit,
                grade=grade,
                source=source,
                reporter=reporter,
            ),
        )

    def events_retrieve(self, number: str) -> Any:
        """One event with its reporters (masked), joint verifications, timeline and open steps."""
        return self.call("GET", f"/api/v1/events/{_at(number)}/")

    def events_accept(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """接单"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/accept/",
            None,
            _said(note=note, version=version),
        )

    def events_ask_extension(
        self,
        number: str,
        *,
        amount: int,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """申请延期"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/ask_extension/",
            None,
            _said(note=note, version=version, amount=amount),
        )

    def events_check(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """核查"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/check/",
            None,
            _said(note=note, version=version),
        )

    def events_close(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """结案"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/close/",
            None,
            _said(note=note, version=version),
        )

    def events_dispatch(
        self,
        number: str,
        *,
        post: int,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """派单"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/dispatch/",
            None,
            _said(note=note, version=version, post=post),
        )

    def events_escalate(
        self,
        number: str,
        *,
        to: str,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """升级"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/escalate/",
            None,
            _said(note=note, version=version, to=to),
        )

    def events_feedback(
        self,
        number: str,
        *,
        answer: str,
        note: str | None = None,
        version: int | None = None,
        is_solved: bool | None = None,
    ) -> Any:
        """回单"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/feedback/",
            None,
            _said(note=note, version=version, answer=answer, is_solved=is_solved),
        )

    def events_grant_extension(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """批准延期"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/grant_extension/",
            None,
            _said(note=note, version=version),
        )

    def events_merge(
        self,
        number: str,
        *,
        main: str,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """合并"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/merge/",
            None,
            _said(note=note, version=version, main=main),
        )

    def events_photos_create(self, number: str, *, client_uuid: str, file: tuple[str, bytes]) -> Any:
        """Add a picture of what was found to an event that is still open."""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/photos/",
            None,
            _said(client_uuid=client_uuid, file=file),
            form=True,
        )

    def events_rate(
        self,
        number: str,
        *,
        satisfaction: str,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """评价"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/rate/",
            None,
            _said(note=note, version=version, satisfaction=satisfaction),
        )

    def events_record_verification(
        self,
        number: str,
        *,
        place: str,
        minutes: str,
        participants: list,
        note: str | None = None,
        version: int | None = None,
        held_at: str | None = None,
        measured_value: str | None = None,
        measured_unit: str | None = None,
    ) -> Any:
        """登记联合核实"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/record_verification/",
            None,
            _said(
                note=note,
                version=version,
                held_at=held_at,
                place=place,
                minutes=minutes,
                measured_value=measured_value,
                measured_unit=measured_unit,
                participants=participants,
            ),
        )

    def events_redo(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """退回重办"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/redo/",
            None,
            _said(note=note, version=version),
        )

    def events_refuse_extension(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """不同意延期"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/refuse_extension/",
            None,
            _said(note=note, version=version),
        )

    def events_reject(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """不予立案"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/reject/",
            None,
            _said(note=note, version=version),
        )

    def events_reopen(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """重新办理"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/reopen/",
            None,
            _said(note=note, version=version),
        )

    def events_resume(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """恢复"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/resume/",
            None,
            _said(note=note, version=version),
        )

    def events_return(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        reason: Any | None = None,
    ) -> Any:
        """退回"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/return/",
            None,
            _said(note=note, version=version, reason=reason),
        )

    def events_self_handle(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """自办"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/self_handle/",
            None,
            _said(note=note, version=version),
        )

    def events_start(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """开始处置"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/start/",
            None,
            _said(note=note, version=version),
        )

    def events_suspend(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        resume_on: str | None = None,
    ) -> Any:
        """挂起"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/suspend/",
            None,
            _said(note=note, version=version, resume_on=resume_on),
        )

    def events_verify(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
        category: str | None = None,
        grade: int | None = None,
        post: int | None = None,
    ) -> Any:
        """核实立案"""
        return self.call(
            "POST",
            f"/api/v1/events/{_at(number)}/verify/",
            None,
            _said(note=note, version=version, category=category, grade=grade, post=post),
        )

    def exports_list(
        self,
        *,
        layout: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """One's own lists as files, for a day."""
        return self._pages("/api/v1/exports/", _said(layout=layout, size=size, state=state))

    def exports_create(
        self,
        *,
        layout: str,
        query: str | None = None,
        file_format: Any | None = None,
        is_unmasked: bool | None = None,
        reason: str | None = None,
    ) -> Any:
        """Have a list made into a file; ask for it until its state is `done`. Any list of the interface …"""
        return self.call(
            "POST",
            "/api/v1/exports/",
            None,
            _said(
                layout=layout,
                query=query,
                file_format=file_format,
                is_unmasked=is_unmasked,
                reason=reason,
            ),
        )

    def exports_retrieve(self, number: str) -> Any:
        """One's own lists as files, for a day."""
        return self.call("GET", f"/api/v1/exports/{_at(number)}/")

    def exports_file_retrieve(self, number: str) -> bytes:
        """The file, until its link expires."""
        return self.call("GET", f"/api/v1/exports/{_at(number)}/file/")

    def grids_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        in_range: str | None = None,
        kind: str | None = None,
        name: str | None = None,
        party_branch: str | None = None,
        size: str | None = None,
        staffed: str | None = None,
    ) -> Iterator[dict]:
        """Rows as of a day; a single row as it stands today."""
        return self._pages(
            "/api/v1/grids/",
            _said(
                area=area,
                as_of=as_of,
                in_range=in_range,
                kind=kind,
                name=name,
                party_branch=party_branch,
                size=size,
                staffed=staffed,
            ),
        )

    def grids_retrieve(self, id: int) -> Any:
        """Rows as of a day; a single row as it stands today."""
        return self.call("GET", f"/api/v1/grids/{_at(id)}/")

    def housing_buildings_list(
        self,
        *,
        area: str | list[str] | None = None,
        project: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self._pages("/api/v1/housing-buildings/", _said(area=area, project=project, size=size))

    def housing_buildings_retrieve(self, id: str) -> Any:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self.call("GET", f"/api/v1/housing-buildings/{_at(id)}/")

    def housing_buildings_plan_create(self, id: str, *, stage: str, planned_on: str) -> Any:
        """Set the day by which a stage is to be complete."""
        return self.call(
            "POST",
            f"/api/v1/housing-buildings/{_at(id)}/plan/",
            None,
            _said(stage=stage, planned_on=planned_on),
        )

    def housing_buildings_report_create(
        self,
        id: str,
        *,
        stage: str,
        floors_done: int | None = None,
        workers: int | None = None,
        machines: int | None = None,
        day: str | None = None,
        reason: str | None = None,
    ) -> Any:
        """Tell which stage the building has completed."""
        return self.call(
            "POST",
            f"/api/v1/housing-buildings/{_at(id)}/report/",
            None,
            _said(
                stage=stage,
                floors_done=floors_done,
                workers=workers,
                machines=machines,
                day=day,
                reason=reason,
            ),
        )

    def housing_bulletins_list(
        self,
        *,
        area: str | list[str] | None = None,
        project: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self._pages(
            "/api/v1/housing-bulletins/",
            _said(area=area, project=project, size=size, state=state),
        )

    def housing_bulletins_retrieve(self, id: str) -> Any:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self.call("GET", f"/api/v1/housing-bulletins/{_at(id)}/")

    def housing_bulletins_publish_create(self, id: str) -> Any:
        """Let purchasers read it."""
        return self.call("POST", f"/api/v1/housing-bulletins/{_at(id)}/publish/")

    def housing_bulletins_revise_create(
        self,
        id: str,
        *,
        progress_text: str,
        funds_level: str,
        next_on: str,
        photos: list | None = None,
    ) -> Any:
        """Change a draft."""
        return self.call(
            "POST",
            f"/api/v1/housing-bulletins/{_at(id)}/revise/",
            None,
            _said(progress_text=progress_text, funds_level=funds_level, next_on=next_on, photos=photos),
        )

    def housing_bulletins_withdraw_create(self, id: str, *, note: str) -> Any:
        """Take it back, for a reason."""
        return self.call("POST", f"/api/v1/housing-bulletins/{_at(id)}/withdraw/", None, _said(note=note))

    def housing_deliveries_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        due: str | None = None,
        handed_over: str | None = None,
        project: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self._pages(
            "/api/v1/housing-deliveries/",
            _said(area=area, as_of=as_of, due=due, handed_over=handed_over, project=project, size=size),
        )

    def housing_deliveries_retrieve(self, id: str) -> Any:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self.call("GET", f"/api/v1/housing-deliveries/{_at(id)}/")

    def housing_deliveries_hand_over_create(
        self,
        id: str,
        *,
        delivered: int,
        with_certificate: int | None = None,
        delivered_on: str | None = None,
        reason: str | None = None,
    ) -> Any:
        """Tell how many homes of the batch are handed over by now."""
        return self.call(
            "POST",
            f"/api/v1/housing-deliveries/{_at(id)}/hand_over/",
            None,
            _said(
                delivered=delivered,
                with_certificate=with_certificate,
                delivered_on=delivered_on,
                reason=reason,
            ),
        )

    def housing_milestones_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        due: str | None = None,
        kept: str | None = None,
        project: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        return self._pages(
            "/api/v1/housing-milestones/",
            _said(area=area, as_of=as_of, due=due, kept=kept, project=project, size=size),
        )

    def housing_milestones_retrieve(self, id: str) -> Any:
        return self.call("GET", f"/api/v1/housing-milestones/{_at(id)}/")

    def housing_payouts_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        judged: str | None = None,
        project: str | None = None,
        size: str | None = None,
        timely: str | None = None,
    ) -> Iterator[dict]:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self._pages(
            "/api/v1/housing-payouts/",
            _said(area=area, as_of=as_of, judged=judged, project=project, size=size, timely=timely),
        )

    def housing_payouts_retrieve(self, id: str) -> Any:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self.call("GET", f"/api/v1/housing-payouts/{_at(id)}/")

    def housing_payouts_pay_create(self, id: str, *, paid_on: str | None = None) -> Any:
        """The money has left the escrow account."""
        return self.call("POST", f"/api/v1/housing-payouts/{_at(id)}/pay/", None, _said(paid_on=paid_on))

    def housing_projects_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        on_schedule: str | None = None,
        q: str | None = None,
        resumed: str | None = None,
        short_of_money: str | None = None,
        size: str | None = None,
        track: str | None = None,
        under_way: str | None = None,
    ) -> Iterator[dict]:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self._pages(
            "/api/v1/housing-projects/",
            _said(
                area=area,
                as_of=as_of,
                on_schedule=on_schedule,
                q=q,
                resumed=resumed,
                short_of_money=short_of_money,
                size=size,
                track=track,
                under_way=under_way,
            ),
        )

    def housing_projects_create(
        self,
        *,
        area: str,
        name: str,
        developer: str,
        track: Any,
        homes: int,
        buildings: int,
        contract_on: str,
        promised_on: str,
        uscc: str | None = None,
        group: str | None = None,
        homes_sold: int | None = None,
        floor_area: int | None = None,
        task_force: str | None = None,
        leader: str | None = None,
    ) -> Any:
        """Put a project under watch."""
        return self.call(
            "POST",
            "/api/v1/housing-projects/",
            None,
            _said(
                area=area,
                name=name,
                developer=developer,
                uscc=uscc,
                group=group,
                track=track,
                homes=homes,
                homes_sold=homes_sold,
                buildings=buildings,
                floor_area=floor_area,
                contract_on=contract_on,
                promised_on=promised_on,
                task_force=task_force,
                leader=leader,
            ),
        )

    def housing_projects_retrieve(self, id: str) -> Any:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self.call("GET", f"/api/v1/housing-projects/{_at(id)}/")

    def housing_projects_buildings_create(self, id: str, *, name: str, floors: int, homes: int) -> Any:
        """One more building."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/buildings/",
            None,
            _said(name=name, floors=floors, homes=homes),
        )

    def housing_projects_bulletins_create(
        self,
        id: str,
        *,
        progress_text: str,
        funds_level: str,
        next_on: str,
        period: str,
        photos: list | None = None,
    ) -> Any:
        """Draft the bulletin of a month; pictures come along as multipart `photos`."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/bulletins/",
            None,
            _said(
                progress_text=progress_text,
                funds_level=funds_level,
                next_on=next_on,
                photos=photos,
                period=period,
            ),
        )

    def housing_projects_deliveries_create(
        self,
        id: str,
        *,
        batch: str,
        planned_on: str,
        planned: int,
    ) -> Any:
        """Plan a batch of homes to be handed over."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/deliveries/",
            None,
            _said(batch=batch, planned_on=planned_on, planned=planned),
        )

    def housing_projects_funds_create(
        self,
        id: str,
        *,
        day: str,
        escrow_balance: int,
        due: int,
        paid: int,
        to_finish: int,
        escrow_quota: int | None = None,
        loan_approved: int | None = None,
        loan_released: int | None = None,
        loan_used: int | None = None,
        credit_approved: int | None = None,
        credit_released: int | None = None,
    ) -> Any:
        """Tell how the money stands on a day."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/funds/",
            None,
            _said(
                day=day,
                escrow_balance=escrow_balance,
                escrow_quota=escrow_quota,
                due=due,
                paid=paid,
                to_finish=to_finish,
                loan_approved=loan_approved,
                loan_released=loan_released,
                loan_used=loan_used,
                credit_approved=credit_approved,
                credit_released=credit_released,
            ),
        )

    def housing_projects_payouts_create(
        self,
        id: str,
        *,
        node: str,
        amount: int,
        requested_on: str | None = None,
        due_on: str | None = None,
        note: str | None = None,
    ) -> Any:
        """Ask for money at a node of the works."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/payouts/",
            None,
            _said(node=node, amount=amount, requested_on=requested_on, due_on=due_on, note=note),
        )

    def housing_projects_permits_create(self, id: str, *, kind: str, number: str, issued_on: str) -> Any:
        """Enter one of the papers a project stands on."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/permits/",
            None,
            _said(kind=kind, number=number, issued_on=issued_on),
        )

    def housing_projects_purchasers_create(self, id: str, *, contract: str, phone: str) -> Any:
        """Let a purchaser ask about the project."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/purchasers/",
            None,
            _said(contract=contract, phone=phone),
        )

    def housing_projects_revise_create(
        self,
        id: str,
        *,
        name: str | None = None,
        developer: str | None = None,
        uscc: str | None = None,
        group: str | None = None,
        track: Any | None = None,
        homes: int | None = None,
        homes_sold: int | None = None,
        buildings: int | None = None,
        floor_area: int | None = None,
        contract_on: str | None = None,
        promised_on: str | None = None,
        task_force: str | None = None,
        leader: str | None = None,
    ) -> Any:
        """Correct what is said of a project; only what is sent is changed."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/revise/",
            None,
            _said(
                name=name,
                developer=developer,
                uscc=uscc,
                group=group,
                track=track,
                homes=homes,
                homes_sold=homes_sold,
                buildings=buildings,
                floor_area=floor_area,
                contract_on=contract_on,
                promised_on=promised_on,
                task_force=task_force,
                leader=leader,
            ),
        )

    def housing_projects_risks_create(
        self,
        id: str,
        *,
        kind: str,
        rating: str,
        reason: str,
        lead_office: str | None = None,
    ) -> Any:
        """Enter what endangers the project."""
        return self.call(
            "POST",
            f"/api/v1/housing-projects/{_at(id)}/risks/",
            None,
            _said(kind=kind, rating=rating, reason=reason, lead_office=lead_office),
        )

    def housing_questions_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        judged: str | None = None,
        project: str | None = None,
        size: str | None = None,
        timely: str | None = None,
    ) -> Iterator[dict]:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self._pages(
            "/api/v1/housing-questions/",
            _said(area=area, as_of=as_of, judged=judged, project=project, size=size, timely=timely),
        )

    def housing_questions_retrieve(self, id: str) -> Any:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self.call("GET", f"/api/v1/housing-questions/{_at(id)}/")

    def housing_questions_answer_create(self, id: str, *, answer: str, public_text: str | None = None) -> Any:
        """Answer a purchaser; with `public_text` everybody reads both."""
        return self.call(
            "POST",
            f"/api/v1/housing-questions/{_at(id)}/answer/",
            None,
            _said(answer=answer, public_text=public_text),
        )

    def housing_risks_list(
        self,
        *,
        area: str | list[str] | None = None,
        open: str | None = None,
        project: str | None = None,
        rating: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self._pages(
            "/api/v1/housing-risks/",
            _said(area=area, open=open, project=project, rating=rating, size=size),
        )

    def housing_risks_retrieve(self, id: str) -> Any:
        """What a verb is pressed on: find it in scope, see that the right reaches it, press, show."""
        return self.call("GET", f"/api/v1/housing-risks/{_at(id)}/")

    def housing_risks_close_create(self, id: str, *, note: str) -> Any:
        """The danger has passed."""
        return self.call("POST", f"/api/v1/housing-risks/{_at(id)}/close/", None, _said(note=note))

    def imports_list(
        self,
        *,
        area: str | list[str] | None = None,
        layout: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Ledgers that came as files. Uploaded, checked by the portal within seconds, written on `apply`."""
        return self._pages("/api/v1/imports/", _said(area=area, layout=layout, size=size, state=state))

    def imports_create(
        self,
        *,
        layout: str,
        area: str,
        file: tuple[str, bytes],
        target: str | None = None,
        mode: Any | None = None,
    ) -> Any:
        """Send a file. 409 with a sentence when it cannot be read as this ledger."""
        return self.call(
            "POST",
            "/api/v1/imports/",
            None,
            _said(layout=layout, area=area, target=target, mode=mode, file=file),
            form=True,
        )

    def imports_retrieve(self, number: str) -> Any:
        """Ledgers that came as files. Uploaded, checked by the portal within seconds, written on `apply`."""
        return self.call("GET", f"/api/v1/imports/{_at(number)}/")

    def imports_apply_create(self, number: str) -> Any:
        """Have the checked rows written."""
        return self.call("POST", f"/api/v1/imports/{_at(number)}/apply/")

    def imports_faults_list(self, number: str) -> Any:
        """The first thousand faults, by row. The result workbook has them all."""
        return self.call("GET", f"/api/v1/imports/{_at(number)}/faults/")

    def imports_result_retrieve(self, number: str) -> bytes:
        """The file as it came, what is wrong in front of each row. 404 when nothing was."""
        return self.call("GET", f"/api/v1/imports/{_at(number)}/result/")

    def imports_undo_create(self, number: str, *, reason: str) -> Any:
        """Put every row back as it was; rows changed since are left."""
        return self.call("POST", f"/api/v1/imports/{_at(number)}/undo/", None, _said(reason=reason))

    def integrity_checks(self) -> Any:
        """Every check; `found` counts all rows, the findings are at most 200 of a county."""
        return self.call("GET", "/api/v1/integrity/checks/")

    def integrity_ask(self, code: str) -> Any:
        """Have one check carried out soon; 409 when it is waiting or was just done."""
        return self.call("POST", f"/api/v1/integrity/checks/{_at(code)}/run/")

    def integrity_ask_all(self) -> Any:
        """Have every check carried out soon; 409 when all are waiting or were just done."""
        return self.call("POST", "/api/v1/integrity/checks/run/")

    def integrity_findings_list(
        self,
        *,
        area: str | list[str] | None = None,
        check: str | None = None,
        cleared: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """What is wrong: the oldest first."""
        return self._pages(
            "/api/v1/integrity/findings/",
            _said(area=area, check=check, cleared=cleared, size=size),
        )

    def integrity_findings_retrieve(self, id: str) -> Any:
        """What is wrong: the oldest first."""
        return self.call("GET", f"/api/v1/integrity/findings/{_at(id)}/")

    def leagues_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Leagues of `as_of`."""
        return self._pages("/api/v1/leagues/", _said(area=area, as_of=as_of, q=q, size=size))

    def leagues_create(self, *, area: str, name: str, on: str, purpose: str) -> Any:
        """Leagues of `as_of`."""
        return self.call(
            "POST",
            "/api/v1/leagues/",
            None,
            _said(area=area, name=name, on=on, purpose=purpose),
        )

    def leagues_retrieve(self, id: str) -> Any:
        """Leagues of `as_of`."""
        return self.call("GET", f"/api/v1/leagues/{_at(id)}/")

    def party_leagues_activity(
        self,
        id: str,
        *,
        on: str,
        title: str,
        place: str,
        people_count: int,
        result: str | None = None,
        photos: list | None = None,
    ) -> Any:
        """Leagues of `as_of`."""
        return self.call(
            "POST",
            f"/api/v1/leagues/{_at(id)}/activity/",
            None,
            _said(on=on, title=title, place=place, people_count=people_count, result=result, photos=photos),
        )

    def party_leagues_end(self, id: str, *, on: str) -> Any:
        """Leagues of `as_of`."""
        return self.call("POST", f"/api/v1/leagues/{_at(id)}/end/", None, _said(on=on))

    def party_leagues_join(self, id: str, *, partner: int, on: str) -> Any:
        """Leagues of `as_of`."""
        return self.call("POST", f"/api/v1/leagues/{_at(id)}/join/", None, _said(partner=partner, on=on))

    def party_leagues_leave(self, id: str, *, link: int, on: str) -> Any:
        """Leagues of `as_of`."""
        return self.call("POST", f"/api/v1/leagues/{_at(id)}/leave/", None, _said(link=link, on=on))

    def party_leagues_revise(self, id: str, *, purpose: str) -> Any:
        """Leagues of `as_of`."""
        return self.call("POST", f"/api/v1/leagues/{_at(id)}/revise/", None, _said(purpose=purpose))

    def litigation_figures_list(
        self,
        *,
        area: str | list[str] | None = None,
        month_from: str | None = None,
        month_to: str | None = None,
        size: str | None = None,
        standing_on: str | None = None,
    ) -> Iterator[dict]:
        """What the courts of a county took in, month by month, and its population."""
        return self._pages(
            "/api/v1/litigation-figures/",
            _said(area=area, month_from=month_from, month_to=month_to, size=size, standing_on=standing_on),
        )

    def litigation_figures_create(
        self,
        *,
        area: str,
        month: str,
        civil_first_instance: int,
        administrative_first_instance: int,
        population_resident: int,
        population_floating: int,
        source: str,
    ) -> Any:
        """Write down a month of a county."""
        return self.call(
            "POST",
            "/api/v1/litigation-figures/",
            None,
            _said(
                area=area,
                month=month,
                civil_first_instance=civil_first_instance,
                administrative_first_instance=administrative_first_instance,
                population_resident=population_resident,
                population_floating=population_floating,
                source=source,
            ),
        )

    def litigation_figures_retrieve(self, id: int) -> Any:
        """What the courts of a county took in, month by month, and its population."""
        return self.call("GET", f"/api/v1/litigation-figures/{_at(id)}/")

    def litigation_figures_correct_create(
        self,
        id: int,
        *,
        civil_first_instance: int,
        administrative_first_instance: int,
        population_resident: int,
        population_floating: int,
        source: str,
        reason: str,
    ) -> Any:
        """Put a month right, with the reason; what stood there is kept."""
        return self.call(
            "POST",
            f"/api/v1/litigation-figures/{_at(id)}/correct/",
            None,
            _said(
                civil_first_instance=civil_first_instance,
                administrative_first_instance=administrative_first_instance,
                population_resident=population_resident,
                population_floating=population_floating,
                source=source,
                reason=reason,
            ),
        )

    def litigation_rates(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        from_: str | None = None,
        to: str | None = None,
    ) -> Any:
        """Both rates with the definition in force at the end of the period, and filings beside the year …"""
        return self.call(
            "GET",
            "/api/v1/litigation-rates/",
            _said(area=area, as_of=as_of, from_=from_, to=to),
        )

    def matters_list(
        self,
        *,
        area: str | list[str] | None = None,
        centre: str | None = None,
        disposal: str | None = None,
        received_from: str | None = None,
        received_to: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """What visitors raised."""
        return self._pages(
            "/api/v1/matters/",
            _said(
                area=area,
                centre=centre,
                disposal=disposal,
                received_from=received_from,
                received_to=received_to,
                size=size,
            ),
        )

    def matters_retrieve(self, id: int) -> Any:
        """What visitors raised."""
        return self.call("GET", f"/api/v1/matters/{_at(id)}/")

    def matters_dispose_create(
        self,
        id: int,
        *,
        disposal: str,
        note: str | None = None,
        external_number: str | None = None,
        result: str | None = None,
        result_on: str | None = None,
    ) -> Any:
        """Say what became of a matter that opens no dispute, and with what result."""
        return self.call(
            "POST",
            f"/api/v1/matters/{_at(id)}/dispose/",
            None,
            _said(
                disposal=disposal,
                note=note,
                external_number=external_number,
                result=result,
                result_on=result_on,
            ),
        )

    def mediation_committees_list(
        self,
        *,
        area: str | list[str] | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """People's mediation committees, which number the dossiers."""
        return self._pages("/api/v1/mediation-committees/", _said(area=area, q=q, size=size))

    def mediation_committees_create(
        self,
        *,
        area: str,
        name: str,
        short_word: str,
        member_count: int,
        women_count: int,
        elected_on: str,
        address: str | None = None,
    ) -> Any:
        """Register a committee."""
        return self.call(
            "POST",
            "/api/v1/mediation-committees/",
            None,
            _said(
                area=area,
                name=name,
                short_word=short_word,
                address=address,
                member_count=member_count,
                women_count=women_count,
                elected_on=elected_on,
            ),
        )

    def mediation_committees_retrieve(self, id: int) -> Any:
        """People's mediation committees, which number the dossiers."""
        return self.call("GET", f"/api/v1/mediation-committees/{_at(id)}/")

    def needs_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        mine: str | None = None,
        opened_from: str | None = None,
        opened_to: str | None = None,
        reopened: str | None = None,
        size: str | None = None,
        solved_from: str | None = None,
        solved_to: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        return self._pages(
            "/api/v1/needs/",
            _said(
                area=area,
                kind=kind,
                mine=mine,
                opened_from=opened_from,
                opened_to=opened_to,
                reopened=reopened,
                size=size,
                solved_from=solved_from,
                solved_to=solved_to,
                state=state,
            ),
        )

    def needs_retrieve(self, id: int) -> Any:
        return self.call("GET", f"/api/v1/needs/{_at(id)}/")

    def needs_decline_create(self, id: int, *, note: str) -> Any:
        return self.call("POST", f"/api/v1/needs/{_at(id)}/decline/", None, _said(note=note))

    def needs_reopen_create(self, id: int, *, note: str) -> Any:
        """没解决: the resident says so, or asks again."""
        return self.call("POST", f"/api/v1/needs/{_at(id)}/reopen/", None, _said(note=note))

    def needs_solve_create(self, id: int, *, note: str) -> Any:
        return self.call("POST", f"/api/v1/needs/{_at(id)}/solve/", None, _said(note=note))

    def needs_withdraw_create(self, id: int, *, note: str) -> Any:
        return self.call("POST", f"/api/v1/needs/{_at(id)}/withdraw/", None, _said(note=note))

    def notice_settings_retrieve(self) -> Any:
        """My settings."""
        return self.call("GET", "/api/v1/notice-settings/")

    def notice_settings_address_create(self, *, channel: str, address: str) -> Any:
        """Keep where I am reached by a way."""
        return self.call(
            "POST",
            "/api/v1/notice-settings/address/",
            None,
            _said(channel=channel, address=address),
        )

    def notice_settings_choose_create(
        self,
        *,
        quiet_from: str,
        quiet_until: str,
        digest_at: str,
        kinds: list | None = None,
    ) -> Any:
        """Keep hours, and ways of the kinds that are named."""
        return self.call(
            "POST",
            "/api/v1/notice-settings/choose/",
            None,
            _said(quiet_from=quiet_from, quiet_until=quiet_until, digest_at=digest_at, kinds=kinds),
        )

    def operations_slow_statements_list(
        self,
        *,
        route: str | None = None,
        size: str | None = None,
        text: str | None = None,
    ) -> Iterator[dict]:
        """Statements that took too long, without a value in them: the costliest first."""
        return self._pages("/api/v1/operations/slow-statements/", _said(route=route, size=size, text=text))

    def operations_slow_statements_retrieve(self, id: str) -> Any:
        """Statements that took too long, without a value in them: the costliest first."""
        return self.call("GET", f"/api/v1/operations/slow-statements/{_at(id)}/")

    def owners_committees_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        compound: str | None = None,
        filed: str | None = None,
        filing_late: str | None = None,
        kind: str | None = None,
        live: str | None = None,
        q: str | None = None,
        size: str | None = None,
        term_within: str | None = None,
    ) -> Iterator[dict]:
        """Owners' and management committees, past ones too; members are shown by masked names."""
        return self._pages(
            "/api/v1/owners-committees/",
            _said(
                area=area,
                as_of=as_of,
                compound=compound,
                filed=filed,
                filing_late=filing_late,
                kind=kind,
                live=live,
                q=q,
                size=size,
                term_within=term_within,
            ),
        )

    def owners_committees_create(
        self,
        *,
        compound: int,
        kind: str,
        on: str,
        member_count: int,
        meeting: int | None = None,
        term_ends_on: str | None = None,
        filing_no: str | None = None,
        filed_on: str | None = None,
    ) -> Any:
        """Register a committee from its election on."""
        return self.call(
            "POST",
            "/api/v1/owners-committees/",
            None,
            _said(
                compound=compound,
                kind=kind,
                on=on,
                meeting=meeting,
                member_count=member_count,
                term_ends_on=term_ends_on,
                filing_no=filing_no,
                filed_on=filed_on,
            ),
        )

    def owners_committees_retrieve(self, id: str) -> Any:
        """One committee with its members of today."""
        return self.call("GET", f"/api/v1/owners-committees/{_at(id)}/")

    def owners_committees_add_member_create(
        self,
        id: str,
        *,
        name: str,
        phone: str,
        title: str,
        is_owner: bool,
        from_on: str,
    ) -> Any:
        """Register who sits in the committee from a day on."""
        return self.call(
            "POST",
            f"/api/v1/owners-committees/{_at(id)}/add-member/",
            None,
            _said(name=name, phone=phone, title=title, is_owner=is_owner, from_on=from_on),
        )

    def owners_committees_complete_member_create(self, id: str, *, member: int, phone: str) -> Any:
        """Enter the telephone of a member who was registered without one."""
        return self.call(
            "POST",
            f"/api/v1/owners-committees/{_at(id)}/complete-member/",
            None,
            _said(member=member, phone=phone),
        )

    def owners_committees_dissolve_create(
        self,
        id: str,
        *,
        on: str,
        reason: str,
        meeting: int | None = None,
    ) -> Any:
        """End the committee."""
        return self.call(
            "POST",
            f"/api/v1/owners-committees/{_at(id)}/dissolve/",
            None,
            _said(on=on, reason=reason, meeting=meeting),
        )

    def owners_committees_end_member_create(self, id: str, *, member: int, on: str, reason: str) -> Any:
        """Somebody leaves the committee."""
        return self.call(
            "POST",
            f"/api/v1/owners-committees/{_at(id)}/end-member/",
            None,
            _said(member=member, on=on, reason=reason),
        )

    def owners_committees_file_create(self, id: str, *, filing_no: str, filed_on: str) -> Any:
        """Record the filing with county and street."""
        return self.call(
            "POST",
            f"/api/v1/owners-committees/{_at(id)}/file/",
            None,
            _said(filing_no=filing_no, filed_on=filed_on),
        )

    def owners_committees_reveal_member_create(self, id: str, *, member: int, reason: str) -> Any:
        """A member's name in the clear, for a stated reason; the look is on record."""
        return self.call(
            "POST",
            f"/api/v1/owners-committees/{_at(id)}/reveal-member/",
            None,
            _said(member=member, reason=reason),
        )

    def owners_meetings_list(
        self,
        *,
        area: str | list[str] | None = None,
        compound: str | None = None,
        held_from: str | None = None,
        held_to: str | None = None,
        kind: str | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Owners' meetings with their matters, votes and verdicts."""
        return self._pages(
            "/api/v1/owners-meetings/",
            _said(
                area=area,
                compound=compound,
                held_from=held_from,
                held_to=held_to,
                kind=kind,
                q=q,
                size=size,
                state=state,
            ),
        )

    def owners_meetings_create(
        self,
        *,
        title: str,
        kind: str,
        form: str,
        meeting_on: str,
        owner_count: int,
        owner_area: str,
        compound: int,
        place: str | None = None,
    ) -> Any:
        """Begin to prepare a meeting of a compound's owners."""
        return self.call(
            "POST",
            "/api/v1/owners-meetings/",
            None,
            _said(
                title=title,
                kind=kind,
                form=form,
                meeting_on=meeting_on,
                place=place,
                owner_count=owner_count,
                owner_area=owner_area,
                compound=compound,
            ),
        )

    def owners_meetings_retrieve(self, id: str) -> Any:
        """One meeting with its matters."""
        return self.call("GET", f"/api/v1/owners-meetings/{_at(id)}/")

    def owners_meetings_add_matter_create(self, id: str, *, kind: str, text: str) -> Any:
        """Put one more matter to the vote."""
        return self.call(
            "POST",
            f"/api/v1/owners-meetings/{_at(id)}/add-matter/",
            None,
            _said(kind=kind, text=text),
        )

    def owners_meetings_announce_create(self, id: str, *, on: str) -> Any:
        """Record that the result was posted."""
        return self.call("POST", f"/api/v1/owners-meetings/{_at(id)}/announce/", None, _said(on=on))

    def owners_meetings_call_off_create(self, id: str, *, note: str) -> Any:
        """A meeting that will not be held."""
        return self.call("POST", f"/api/v1/owners-meetings/{_at(id)}/call-off/", None, _said(note=note))

    def owners_meetings_correct_create(self, id: str, *, note: str) -> Any:
        """Take an announced result back to the counting."""
        return self.call("POST", f"/api/v1/owners-meetings/{_at(id)}/correct/", None, _said(note=note))

    def owners_meetings_count_create(self, id: str, *, tallies: list) -> Any:
        """Write down the votes on every matter, all or none."""
        return self.call("POST", f"/api/v1/owners-meetings/{_at(id)}/count/", None, _said(tallies=tallies))

    def owners_meetings_notice_create(self, id: str, *, notice_on: str, told_on: str) -> Any:
        """Record that owners and residents' committee were told."""
        return self.call(
            "POST",
            f"/api/v1/owners-meetings/{_at(id)}/notice/",
            None,
            _said(notice_on=notice_on, told_on=told_on),
        )

    def owners_meetings_remove_matter_create(self, id: str, *, matter: int) -> Any:
        """Take a matter off the vote."""
        return self.call(
            "POST",
            f"/api/v1/owners-meetings/{_at(id)}/remove-matter/",
            None,
            _said(matter=matter),
        )

    def owners_meetings_revise_create(
        self,
        id: str,
        *,
        title: str,
        kind: str,
        form: str,
        meeting_on: str,
        owner_count: int,
        owner_area: str,
        place: str | None = None,
    ) -> Any:
        """Say anew what the meeting is about to be, before its notice."""
        return self.call(
            "POST",
            f"/api/v1/owners-meetings/{_at(id)}/revise/",
            None,
            _said(
                title=title,
                kind=kind,
                form=form,
                meeting_on=meeting_on,
                place=place,
                owner_count=owner_count,
                owner_area=owner_area,
            ),
        )

    def owners_meetings_sheet_retrieve(self, id: str) -> bytes:
        """The result sheet as a Word file."""
        return self.call("GET", f"/api/v1/owners-meetings/{_at(id)}/sheet/")

    def paper_templates_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Templates that officials made for their area, the latest first. What none was made for comes …"""
        return self._pages("/api/v1/paper-templates/", _said(area=area, kind=kind, size=size))

    def paper_templates_create(
        self,
        *,
        kind: str,
        area: str,
        file: tuple[str, bytes],
        note: str | None = None,
    ) -> Any:
        """Send a new version, in force at once when its trial went well."""
        return self.call(
            "POST",
            "/api/v1/paper-templates/",
            None,
            _said(kind=kind, area=area, file=file, note=note),
            form=True,
        )

    def paper_templates_retrieve(self, id: str) -> Any:
        """Templates that officials made for their area, the latest first. What none was made for comes …"""
        return self.call("GET", f"/api/v1/paper-templates/{_at(id)}/")

    def paper_templates_file_retrieve(self, id: str) -> bytes:
        """The version as it was sent."""
        return self.call("GET", f"/api/v1/paper-templates/{_at(id)}/file/")

    def paper_templates_withdraw_create(self, id: str) -> Any:
        """Stop using a version: the one before it is in force again."""
        return self.call("POST", f"/api/v1/paper-templates/{_at(id)}/withdraw/")

    def partner_resources_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        partner: str | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """What partners offer."""
        return self._pages(
            "/api/v1/partner-resources/",
            _said(area=area, kind=kind, partner=partner, q=q, size=size, state=state),
        )

    def partner_resources_create(
        self,
        *,
        partner: int,
        kind: int,
        text: str,
        from_on: str,
        capacity: int | None = None,
        to_on: str | None = None,
    ) -> Any:
        """Enter what a partner offers."""
        return self.call(
            "POST",
            "/api/v1/partner-resources/",
            None,
            _said(partner=partner, kind=kind, text=text, capacity=capacity, from_on=from_on, to_on=to_on),
        )

    def partner_resources_retrieve(self, id: str) -> Any:
        """What partners offer."""
        return self.call("GET", f"/api/v1/partner-resources/{_at(id)}/")

    def party_resources_step(self, id: str, *, step: str, note: str | None = None) -> Any:
        """What partners offer."""
        return self.call(
            "POST",
            f"/api/v1/partner-resources/{_at(id)}/step/",
            None,
            _said(step=step, note=note),
        )

    def partners_list(
        self,
        *,
        agreement: str | None = None,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        kind: str | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Partners of `as_of` with the agreement of that day; a single one is given also after it ended."""
        return self._pages(
            "/api/v1/partners/",
            _said(agreement=agreement, area=area, as_of=as_of, kind=kind, q=q, size=size),
        )

    def partners_create(
        self,
        *,
        on: str,
        number: str,
        due_on: str,
        purpose: str,
        area: str,
        name: str,
        kind: str,
        contact: str | None = None,
        phone: Any | None = None,
        scan: tuple[str, bytes] | None = None,
        uscc: str | None = None,
    ) -> Any:
        """Take in a unit that signed; a picture of the agreement comes along as multipart `scan`."""
        return self.call(
            "POST",
            "/api/v1/partners/",
            None,
            _said(
                on=on,
                number=number,
                due_on=due_on,
                purpose=purpose,
                contact=contact,
                phone=phone,
                scan=scan,
                area=area,
                name=name,
                kind=kind,
                uscc=uscc,
            ),
        )

    def partners_retrieve(self, id: str) -> Any:
        """Partners of `as_of` with the agreement of that day; a single one is given also after it ended."""
        return self.call("GET", f"/api/v1/partners/{_at(id)}/")

    def party_partners_end(self, id: str, *, on: str, reason: str) -> Any:
        """Partners of `as_of` with the agreement of that day; a single one is given also after it ended."""
        return self.call("POST", f"/api/v1/partners/{_at(id)}/end/", None, _said(on=on, reason=reason))

    def party_partners_renew(
        self,
        id: str,
        *,
        on: str,
        number: str,
        due_on: str,
        purpose: str,
        contact: str | None = None,
        phone: Any | None = None,
        scan: tuple[str, bytes] | None = None,
    ) -> Any:
        """Partners of `as_of` with the agreement of that day; a single one is given also after it ended."""
        return self.call(
            "POST",
            f"/api/v1/partners/{_at(id)}/renew/",
            None,
            _said(
                on=on,
                number=number,
                due_on=due_on,
                purpose=purpose,
                contact=contact,
                phone=phone,
                scan=scan,
            ),
        )

    def party_activities_list(
        self,
        *,
        area: str | list[str] | None = None,
        from_on: str | None = None,
        host: str | None = None,
        q: str | None = None,
        size: str | None = None,
        to_on: str | None = None,
    ) -> Iterator[dict]:
        """What was done together; entered at whoever did it."""
        return self._pages(
            "/api/v1/party-activities/",
            _said(area=area, from_on=from_on, host=host, q=q, size=size, to_on=to_on),
        )

    def party_activities_retrieve(self, id: str) -> Any:
        """What was done together; entered at whoever did it."""
        return self.call("GET", f"/api/v1/party-activities/{_at(id)}/")

    def party_organisations_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        kind: str | None = None,
        q: str | None = None,
        size: str | None = None,
        tier: str | None = None,
        warnings: str | None = None,
    ) -> Iterator[dict]:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self._pages(
            "/api/v1/party-organisations/",
            _said(area=area, as_of=as_of, kind=kind, q=q, size=size, tier=tier, warnings=warnings),
        )

    def party_organisations_create(
        self,
        *,
        on: str,
        area: str,
        parent: int,
        tier: str,
        kind: str,
        name: str,
        member_count: int,
        full_member_count: int,
        approved_no: str | None = None,
        term_years: int | None = None,
        term_ends_on: str | None = None,
        committee_size: int | None = None,
    ) -> Any:
        """Set up an organisation below `parent`."""
        return self.call(
            "POST",
            "/api/v1/party-organisations/",
            None,
            _said(
                on=on,
                approved_no=approved_no,
                area=area,
                parent=parent,
                tier=tier,
                kind=kind,
                name=name,
                term_years=term_years,
                term_ends_on=term_ends_on,
                member_count=member_count,
                full_member_count=full_member_count,
                committee_size=committee_size,
            ),
        )

    def party_organisations_retrieve(self, id: str) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call("GET", f"/api/v1/party-organisations/{_at(id)}/")

    def party_organisations_activity(
        self,
        id: str,
        *,
        on: str,
        title: str,
        place: str,
        people_count: int,
        result: str | None = None,
        photos: list | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/activity/",
            None,
            _said(on=on, title=title, place=place, people_count=people_count, result=result, photos=photos),
        )

    def party_organisations_dissolve(
        self,
        id: str,
        *,
        on: str,
        reason: str,
        approved_no: str | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/dissolve/",
            None,
            _said(on=on, approved_no=approved_no, reason=reason),
        )

    def party_organisations_elect(
        self,
        id: str,
        *,
        on: str,
        approved_no: str | None = None,
        term_years: int | None = None,
        term_ends_on: str | None = None,
        committee_size: int | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/elect/",
            None,
            _said(
                on=on,
                approved_no=approved_no,
                term_years=term_years,
                term_ends_on=term_ends_on,
                committee_size=committee_size,
            ),
        )

    def party_organisations_leave(self, id: str, *, link: int, on: str) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/leave/",
            None,
            _said(link=link, on=on),
        )

    def party_organisations_merge(
        self,
        id: str,
        *,
        on: str,
        into: int,
        approved_no: str | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/merge/",
            None,
            _said(on=on, approved_no=approved_no, into=into),
        )

    def party_organisations_move(
        self,
        id: str,
        *,
        on: str,
        parent: int,
        approved_no: str | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/move/",
            None,
            _said(on=on, approved_no=approved_no, parent=parent),
        )

    def party_organisations_rename(
        self,
        id: str,
        *,
        on: str,
        name: str,
        approved_no: str | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/rename/",
            None,
            _said(on=on, approved_no=approved_no, name=name),
        )

    def party_organisations_revise(
        self,
        id: str,
        *,
        member_count: int | None = None,
        full_member_count: int | None = None,
        committee_size: int | None = None,
        approved_no: str | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/revise/",
            None,
            _said(
                member_count=member_count,
                full_member_count=full_member_count,
                committee_size=committee_size,
                approved_no=approved_no,
            ),
        )

    def party_organisations_seat(
        self,
        id: str,
        *,
        kind: str,
        name: str,
        on: str,
        uscc: str | None = None,
        partner: int | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/seat/",
            None,
            _said(kind=kind, name=name, uscc=uscc, partner=partner, on=on),
        )

    def party_organisations_serve(self, id: str, *, area: str, on: str) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/serve/",
            None,
            _said(area=area, on=on),
        )

    def party_organisations_split(
        self,
        id: str,
        *,
        on: str,
        name: str,
        member_count: int,
        full_member_count: int,
        approved_no: str | None = None,
        area: str | None = None,
        subordinates: list | None = None,
        served: list | None = None,
    ) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/split/",
            None,
            _said(
                on=on,
                approved_no=approved_no,
                name=name,
                area=area,
                member_count=member_count,
                full_member_count=full_member_count,
                subordinates=subordinates,
                served=served,
            ),
        )

    def party_organisations_standing_retrieve(self, id: str, *, as_of: str | None = None) -> Any:
        """How an organisation stands in the chain on a day, and what is on record of it."""
        return self.call("GET", f"/api/v1/party-organisations/{_at(id)}/standing/", _said(as_of=as_of))

    def party_organisations_unseat(self, id: str, *, link: int, on: str) -> Any:
        """Party organisations in force on `as_of`; a single one is given also after it was dissolved."""
        return self.call(
            "POST",
            f"/api/v1/party-organisations/{_at(id)}/unseat/",
            None,
            _said(link=link, on=on),
        )

    def pocket_list(self) -> Any:
        """The roster of one's own grids for the phone: 304 when `If-None-Match` names the version it has."""
        return self.call("GET", "/api/v1/pocket/")

    def programme_items_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        due_soon: str | None = None,
        lead_office: str | None = None,
        programme: str | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
        to_check: str | None = None,
    ) -> Iterator[dict]:
        """Tasks in force, each with its state of `as_of`."""
        return self._pages(
            "/api/v1/programme-items/",
            _said(
                area=area,
                as_of=as_of,
                due_soon=due_soon,
                lead_office=lead_office,
                programme=programme,
                q=q,
                size=size,
                state=state,
                to_check=to_check,
            ),
        )

    def programme_items_create(
        self,
        *,
        title: str,
        lead_office: str,
        standard: str,
        due_on: str,
        category: int,
        area: str | None = None,
        lead_post: int | None = None,
        co_offices: str | None = None,
        evidence: str | None = None,
    ) -> Any:
        """Add a task to a class of a programme."""
        return self.call(
            "POST",
            "/api/v1/programme-items/",
            None,
            _said(
                title=title,
                lead_office=lead_office,
                area=area,
                lead_post=lead_post,
                co_offices=co_offices,
                standard=standard,
                evidence=evidence,
                due_on=due_on,
                category=category,
            ),
        )

    def programme_items_retrieve(self, id: str) -> Any:
        """One task with every line of its progress."""
        return self.call("GET", f"/api/v1/programme-items/{_at(id)}/")

    def programme_items_change_create(
        self,
        id: str,
        *,
        title: str | None = None,
        lead_office: str | None = None,
        area: str | None = None,
        lead_post: int | None = None,
        co_offices: str | None = None,
        standard: str | None = None,
        evidence: str | None = None,
        due_on: str | None = None,
        reason: str | None = None,
    ) -> Any:
        """Change what a task says, for a reason."""
        return self.call(
            "POST",
            f"/api/v1/programme-items/{_at(id)}/change/",
            None,
            _said(
                title=title,
                lead_office=lead_office,
                area=area,
                lead_post=lead_post,
                co_offices=co_offices,
                standard=standard,
                evidence=evidence,
                due_on=due_on,
                reason=reason,
            ),
        )

    def programme_items_check_create(
        self,
        id: str,
        *,
        progress: int,
        is_accepted: bool,
        note: str | None = None,
    ) -> Any:
        """Accept the last line of a task, or send it back."""
        return self.call(
            "POST",
            f"/api/v1/programme-items/{_at(id)}/check/",
            None,
            _said(progress=progress, is_accepted=is_accepted, note=note),
        )

    def programme_items_drop_create(self, id: str, *, reason: str) -> Any:
        """Take an unfinished task off the programme."""
        return self.call("POST", f"/api/v1/programme-items/{_at(id)}/drop/", None, _said(reason=reason))

    def programme_items_progress_create(
        self,
        id: str,
        *,
        percent: int,
        text: str,
        day: str | None = None,
        back_reason: str | None = None,
        photos: list | None = None,
    ) -> Any:
        """Say how far a task is; pictures come along as multipart `photos`."""
        return self.call(
            "POST",
            f"/api/v1/programme-items/{_at(id)}/progress/",
            None,
            _said(percent=percent, text=text, day=day, back_reason=back_reason, photos=photos),
        )

    def programmes_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        q: str | None = None,
        running: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Programmes of the areas in scope, and those in which an office there has a task."""
        return self._pages(
            "/api/v1/programmes/",
            _said(area=area, kind=kind, q=q, running=running, size=size),
        )

    def programmes_create(
        self,
        *,
        area: str,
        name: str,
        begins_on: str,
        ends_on: str,
        kind: Any | None = None,
        preset: str | None = None,
    ) -> Any:
        """Begin a programme, empty or from a pattern."""
        return self.call(
            "POST",
            "/api/v1/programmes/",
            None,
            _said(area=area, name=name, kind=kind, preset=preset, begins_on=begins_on, ends_on=ends_on),
        )

    def programmes_retrieve(self, id: str) -> Any:
        """One programme with its classes and its counts by state."""
        return self.call("GET", f"/api/v1/programmes/{_at(id)}/")

    def programmes_categories_create(self, id: str, *, name: str) -> Any:
        """Add a class of tasks."""
        return self.call("POST", f"/api/v1/programmes/{_at(id)}/categories/", None, _said(name=name))

    def programmes_circular_retrieve(self, id: str, *, as_of: str | None = None) -> bytes:
        """The draft of the circular, in Word."""
        return self.call("GET", f"/api/v1/programmes/{_at(id)}/circular/", _said(as_of=as_of))

    def programmes_close_create(self, id: str, *, note: str | None = None) -> Any:
        """End a programme whose tasks are all complete or dropped."""
        return self.call("POST", f"/api/v1/programmes/{_at(id)}/close/", None, _said(note=note))

    def project_fees_list(
        self,
        *,
        area: str | list[str] | None = None,
        company: str | None = None,
        contract: str | None = None,
        quarter_from: str | None = None,
        quarter_to: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Fees of projects by quarter, in whole yuan."""
        return self._pages(
            "/api/v1/project-fees/",
            _said(
                area=area,
                company=company,
                contract=contract,
                quarter_from=quarter_from,
                quarter_to=quarter_to,
                size=size,
            ),
        )

    def project_fees_create(
        self,
        *,
        contract: int,
        quarter_on: str,
        due_yuan: int,
        received_yuan: int,
    ) -> Any:
        """Write the fees of a quarter; again for the same quarter corrects them."""
        return self.call(
            "POST",
            "/api/v1/project-fees/",
            None,
            _said(contract=contract, quarter_on=quarter_on, due_yuan=due_yuan, received_yuan=received_yuan),
        )

    def project_fees_retrieve(self, id: str) -> Any:
        """Fees of projects by quarter, in whole yuan."""
        return self.call("GET", f"/api/v1/project-fees/{_at(id)}/")

    def property_companies_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        party: str | None = None,
        q: str | None = None,
        size: str | None = None,
        uscc: str | None = None,
    ) -> Iterator[dict]:
        """Companies in business on a day; a single one is described as of today."""
        return self._pages(
            "/api/v1/property-companies/",
            _said(area=area, as_of=as_of, party=party, q=q, size=size, uscc=uscc),
        )

    def property_companies_create(self, *, name: str, uscc: str, area: str, on: str) -> Any:
        """Register a company in the area that supervises it."""
        return self.call(
            "POST",
            "/api/v1/property-companies/",
            None,
            _said(name=name, uscc=uscc, area=area, on=on),
        )

    def property_companies_retrieve(self, id: str) -> Any:
        """Companies in business on a day; a single one is described as of today."""
        return self.call("GET", f"/api/v1/property-companies/{_at(id)}/")

    def property_companies_close_create(self, id: str, *, on: str, reason: str) -> Any:
        """The company goes out of business; its projects are ended first."""
        return self.call(
            "POST",
            f"/api/v1/property-companies/{_at(id)}/close/",
            None,
            _said(on=on, reason=reason),
        )

    def property_companies_end_party_create(self, id: str, *, on: str) -> Any:
        """Its Party organisation of today ends on a day."""
        return self.call("POST", f"/api/v1/property-companies/{_at(id)}/end-party/", None, _said(on=on))

    def property_companies_link_party_create(self, id: str, *, kind: str, on: str) -> Any:
        """Register its Party organisation, own or joint, from a day on."""
        return self.call(
            "POST",
            f"/api/v1/property-companies/{_at(id)}/link-party/",
            None,
            _said(kind=kind, on=on),
        )

    def property_companies_revise_create(self, id: str, *, name: str, uscc: str) -> Any:
        """Correct name and credit code."""
        return self.call(
            "POST",
            f"/api/v1/property-companies/{_at(id)}/revise/",
            None,
            _said(name=name, uscc=uscc),
        )

    def property_complaints_list(
        self,
        *,
        area: str | list[str] | None = None,
        category: str | None = None,
        closed: str | None = None,
        company: str | None = None,
        compound: str | None = None,
        contract: str | None = None,
        open_on: str | None = None,
        q: str | None = None,
        received_from: str | None = None,
        received_to: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Complaints about projects; each is an event."""
        return self._pages(
            "/api/v1/property-complaints/",
            _said(
                area=area,
                category=category,
                closed=closed,
                company=company,
                compound=compound,
                contract=contract,
                open_on=open_on,
                q=q,
                received_from=received_from,
                received_to=received_to,
                size=size,
            ),
        )

    def property_complaints_create(
        self,
        *,
        area: str,
        category: str,
        text: str,
        contract: int,
        client_uuid: str | None = None,
        place: str | None = None,
        household: int | None = None,
        visit: str | None = None,
        grade: Any | None = None,
        source: Any | None = None,
        reporter: Any | None = None,
    ) -> Any:
        """Report an event under a project. Again under the same `client_uuid` it is the same complaint."""
        return self.call(
            "POST",
            "/api/v1/property-complaints/",
            None,
            _said(
                client_uuid=client_uuid,
                area=area,
                category=category,
                text=text,
                place=place,
                household=household,
                visit=visit,
                grade=grade,
                source=source,
                reporter=reporter,
                contract=contract,
            ),
        )

    def property_complaints_retrieve(self, id: str) -> Any:
        """Complaints about projects; each is an event."""
        return self.call("GET", f"/api/v1/property-complaints/{_at(id)}/")

    def property_compounds_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        branch: str | None = None,
        committee: str | None = None,
        company_party: str | None = None,
        cross_post: str | None = None,
        filing_late: str | None = None,
        kind: str | None = None,
        managed: str | None = None,
        q: str | None = None,
        size: str | None = None,
        term_over: str | None = None,
    ) -> Iterator[dict]:
        """Compounds with company, contract and committee as of a day."""
        return self._pages(
            "/api/v1/property-compounds/",
            _said(
                area=area,
                as_of=as_of,
                branch=branch,
                committee=committee,
                company_party=company_party,
                cross_post=cross_post,
                filing_late=filing_late,
                kind=kind,
                managed=managed,
                q=q,
                size=size,
                term_over=term_over,
            ),
        )

    def property_compounds_retrieve(self, id: str) -> Any:
        """Compounds with company, contract and committee as of a day."""
        return self.call("GET", f"/api/v1/property-compounds/{_at(id)}/")

    def property_contracts_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        company: str | None = None,
        company_party: str | None = None,
        compound: str | None = None,
        ending_by: str | None = None,
        ending_within: str | None = None,
        fee_low: str | None = None,
        mode: str | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Projects (company × compound for a time), past ones too; the manager is masked."""
        return self._pages(
            "/api/v1/property-contracts/",
            _said(
                area=area,
                as_of=as_of,
                company=company,
                company_party=company_party,
                compound=compound,
                ending_by=ending_by,
                ending_within=ending_within,
                fee_low=fee_low,
                mode=mode,
                q=q,
                size=size,
                state=state,
            ),
        )

    def property_contracts_create(
        self,
        *,
        compound: int,
        mode: str,
        from_on: str,
        number: str | None = None,
        fee_cents: int | None = None,
        staff_count: int | None = None,
        guard_count: int | None = None,
        cleaner_count: int | None = None,
        repairer_count: int | None = None,
        company: int | None = None,
        to_on: str | None = None,
        manager: str | None = None,
        manager_phone: str | None = None,
    ) -> Any:
        """Sign a contract for a compound."""
        return self.call(
            "POST",
            "/api/v1/property-contracts/",
            None,
            _said(
                number=number,
                fee_cents=fee_cents,
                staff_count=staff_count,
                guard_count=guard_count,
                cleaner_count=cleaner_count,
                repairer_count=repairer_count,
                compound=compound,
                company=company,
                mode=mode,
                from_on=from_on,
                to_on=to_on,
                manager=manager,
                manager_phone=manager_phone,
            ),
        )

    def property_contracts_retrieve(self, id: str) -> Any:
        """Projects (company × compound for a time), past ones too; the manager is masked."""
        return self.call("GET", f"/api/v1/property-contracts/{_at(id)}/")

    def property_contracts_change_manager_create(
        self,
        id: str,
        *,
        on: str,
        manager: str,
        manager_phone: str | None = None,
    ) -> Any:
        """Another manager from a day on."""
        return self.call(
            "POST",
            f"/api/v1/property-contracts/{_at(id)}/change-manager/",
            None,
            _said(on=on, manager=manager, manager_phone=manager_phone),
        )

    def property_contracts_describe_create(
        self,
        id: str,
        *,
        number: str | None = None,
        fee_cents: int | None = None,
        staff_count: int | None = None,
        guard_count: int | None = None,
        cleaner_count: int | None = None,
        repairer_count: int | None = None,
    ) -> Any:
        """Correct number, fee and staff."""
        return self.call(
            "POST",
            f"/api/v1/property-contracts/{_at(id)}/describe/",
            None,
            _said(
                number=number,
                fee_cents=fee_cents,
                staff_count=staff_count,
                guard_count=guard_count,
                cleaner_count=cleaner_count,
                repairer_count=repairer_count,
            ),
        )

    def property_contracts_end_create(self, id: str, *, on: str, reason: str) -> Any:
        """Let the contract end on a day."""
        return self.call(
            "POST",
            f"/api/v1/property-contracts/{_at(id)}/end/",
            None,
            _said(on=on, reason=reason),
        )

    def property_contracts_renew_create(
        self,
        id: str,
        *,
        to_on: str | None = None,
        fee_cents: int | None = None,
        number: str | None = None,
    ) -> Any:
        """The same company goes on from the day the contract ends."""
        return self.call(
            "POST",
            f"/api/v1/property-contracts/{_at(id)}/renew/",
            None,
            _said(to_on=to_on, fee_cents=fee_cents, number=number),
        )

    def property_contracts_reveal_manager_create(self, id: str, *, field: str, reason: str) -> Any:
        """The manager's name or phone in the clear, for a stated reason; the look is on record."""
        return self.call(
            "POST",
            f"/api/v1/property-contracts/{_at(id)}/reveal-manager/",
            None,
            _said(field=field, reason=reason),
        )

    def property_rates(
        self,
        *,
        against: str | None = None,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        unit: str | None = None,
    ) -> Any:
        """Service, committees, Party in companies, Party in projects: both days, points and growth."""
        return self.call(
            "GET",
            "/api/v1/property-rates/",
            _said(against=against, area=area, as_of=as_of, unit=unit),
        )

    def public_codes_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        open: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        return self._pages("/api/v1/public-codes/", _said(area=area, kind=kind, open=open, size=size))

    def public_codes_retrieve(self, id: int) -> Any:
        return self.call("GET", f"/api/v1/public-codes/{_at(id)}/")

    def rate_definitions_list(
        self,
        *,
        area: str | list[str] | None = None,
        rate: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """From which day a place reckons a rate which way."""
        return self._pages("/api/v1/rate-definitions/", _said(area=area, rate=rate, size=size))

    def rate_definitions_create(
        self,
        *,
        area: str,
        rate: Any,
        definition: str,
        from_day: str,
        basis: str,
    ) -> Any:
        """Reckon a rate another way from this month on or later."""
        return self.call(
            "POST",
            "/api/v1/rate-definitions/",
            None,
            _said(area=area, rate=rate, definition=definition, from_day=from_day, basis=basis),
        )

    def rate_definitions_retrieve(self, id: int) -> Any:
        """From which day a place reckons a rate which way."""
        return self.call("GET", f"/api/v1/rate-definitions/{_at(id)}/")

    def receptions_list(
        self,
        *,
        area: str | list[str] | None = None,
        centre: str | None = None,
        channel: str | None = None,
        received_from: str | None = None,
        received_to: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Visits to the centres."""
        return self._pages(
            "/api/v1/receptions/",
            _said(
                area=area,
                centre=centre,
                channel=channel,
                received_from=received_from,
                received_to=received_to,
                size=size,
            ),
        )

    def receptions_create(
        self,
        *,
        centre: int,
        visitor: str,
        ticket: int | None = None,
        channel: Any | None = None,
        phone: Any | None = None,
        people_count: int | None = None,
        representatives: list | None = None,
        matters: list | None = None,
    ) -> Any:
        """Receive a visitor with what they raised; each matter to become a dispute is begun as a draft."""
        return self.call(
            "POST",
            "/api/v1/receptions/",
            None,
            _said(
                centre=centre,
                ticket=ticket,
                channel=channel,
                visitor=visitor,
                phone=phone,
                people_count=people_count,
                representatives=representatives,
                matters=matters,
            ),
        )

    def receptions_retrieve(self, id: int) -> Any:
        """Visits to the centres."""
        return self.call("GET", f"/api/v1/receptions/{_at(id)}/")

    def rectifications_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        company: str | None = None,
        due: str | None = None,
        in_time: str | None = None,
        late: str | None = None,
        round: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Tickets of rectification; each step is a POST sub-path."""
        return self._pages(
            "/api/v1/rectifications/",
            _said(
                area=area,
                as_of=as_of,
                company=company,
                due=due,
                in_time=in_time,
                late=late,
                round=round,
                size=size,
                state=state,
            ),
        )

    def rectifications_retrieve(self, number: str) -> Any:
        """One ticket."""
        return self.call("GET", f"/api/v1/rectifications/{_at(number)}/")

    def rectifications_accept(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """核查到位"""
        return self.call(
            "POST",
            f"/api/v1/rectifications/{_at(number)}/accept/",
            None,
            _said(note=note, version=version),
        )

    def rectifications_answer(
        self,
        number: str,
        *,
        note: str,
        photos: list | None = None,
        version: int | None = None,
        answered_on: str | None = None,
    ) -> Any:
        """登记整改答复"""
        return self.call(
            "POST",
            f"/api/v1/rectifications/{_at(number)}/answer/",
            None,
            _said(photos=photos, note=note, version=version, answered_on=answered_on),
        )

    def rectifications_fail(self, number: str, *, note: str | None = None, version: int | None = None) -> Any:
        """认定整改不到位"""
        return self.call(
            "POST",
            f"/api/v1/rectifications/{_at(number)}/fail/",
            None,
            _said(note=note, version=version),
        )

    def rectifications_send_back(
        self,
        number: str,
        *,
        note: str | None = None,
        version: int | None = None,
    ) -> Any:
        """退回再整改"""
        return self.call(
            "POST",
            f"/api/v1/rectifications/{_at(number)}/send-back/",
            None,
            _said(note=note, version=version),
        )

    def regulations_list(
        self,
        *,
        area: str | list[str] | None = None,
        batch: str | None = None,
        owner_office: str | None = None,
        programme: str | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """The register of rules."""
        return self._pages(
            "/api/v1/regulations/",
            _said(
                area=area,
                batch=batch,
                owner_office=owner_office,
                programme=programme,
                q=q,
                size=size,
                state=state,
            ),
        )

    def regulations_create(
        self,
        *,
        title: str,
        owner_office: str,
        area: str,
        batch: int | None = None,
        text: str | None = None,
    ) -> Any:
        """Enter a rule that is being drawn up."""
        return self.call(
            "POST",
            "/api/v1/regulations/",
            None,
            _said(title=title, owner_office=owner_office, batch=batch, text=text, area=area),
        )

    def regulations_retrieve(self, id: str) -> Any:
        """The register of rules."""
        return self.call("GET", f"/api/v1/regulations/{_at(id)}/")

    def regulations_revise_create(
        self,
        id: str,
        *,
        title: str | None = None,
        owner_office: str | None = None,
        batch: int | None = None,
        text: str | None = None,
    ) -> Any:
        """Change a rule that is not issued yet."""
        return self.call(
            "POST",
            f"/api/v1/regulations/{_at(id)}/revise/",
            None,
            _said(title=title, owner_office=owner_office, batch=batch, text=text),
        )

    def regulations_step_create(
        self,
        id: str,
        *,
        step: str,
        note: str | None = None,
        issued_no: str | None = None,
        issued_on: str | None = None,
    ) -> Any:
        """Take a rule a step on: consult, redraft, issue, repeal."""
        return self.call(
            "POST",
            f"/api/v1/regulations/{_at(id)}/step/",
            None,
            _said(step=step, note=note, issued_no=issued_no, issued_on=issued_on),
        )

    def reporting_units_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        q: str | None = None,
        short: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Units that report on `as_of`; a single one also after it left."""
        return self._pages(
            "/api/v1/reporting-units/",
            _said(area=area, as_of=as_of, q=q, short=short, size=size),
        )

    def reporting_units_create(
        self,
        *,
        in_service_count: int,
        area: str,
        name: str,
        on: str,
        partner: int | None = None,
    ) -> Any:
        """Enter a unit that reports to a community."""
        return self.call(
            "POST",
            "/api/v1/reporting-units/",
            None,
            _said(in_service_count=in_service_count, area=area, name=name, partner=partner, on=on),
        )

    def reporting_units_retrieve(self, id: str) -> Any:
        """Units that report on `as_of`; a single one also after it left."""
        return self.call("GET", f"/api/v1/reporting-units/{_at(id)}/")

    def party_reporting_units_end_member(self, id: str, *, link: int, on: str) -> Any:
        """Units that report on `as_of`; a single one also after it left."""
        return self.call(
            "POST",
            f"/api/v1/reporting-units/{_at(id)}/end_member/",
            None,
            _said(link=link, on=on),
        )

    def party_reporting_units_feedback(self, id: str, *, quarter: str) -> Any:
        """Units that report on `as_of`; a single one also after it left."""
        return self.call("POST", f"/api/v1/reporting-units/{_at(id)}/feedback/", None, _said(quarter=quarter))

    def party_reporting_units_leave(self, id: str, *, on: str) -> Any:
        """Units that report on `as_of`; a single one also after it left."""
        return self.call("POST", f"/api/v1/reporting-units/{_at(id)}/leave/", None, _said(on=on))

    def party_reporting_units_recount(self, id: str, *, in_service_count: int) -> Any:
        """Units that report on `as_of`; a single one also after it left."""
        return self.call(
            "POST",
            f"/api/v1/reporting-units/{_at(id)}/recount/",
            None,
            _said(in_service_count=in_service_count),
        )

    def party_reporting_units_report(self, id: str, *, name: str, on: str, phone: Any | None = None) -> Any:
        """Units that report on `as_of`; a single one also after it left."""
        return self.call(
            "POST",
            f"/api/v1/reporting-units/{_at(id)}/report/",
            None,
            _said(name=name, phone=phone, on=on),
        )

    def rule_sets_list(self) -> Any:
        """Sets of deadline rules. One that is or was in force does not change: copy it."""
        return self.call("GET", "/api/v1/rule-sets/")

    def rule_sets_in_force_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        on: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Which set of rules holds where, from which day on."""
        return self._pages("/api/v1/rule-sets-in-force/", _said(area=area, kind=kind, on=on, size=size))

    def rule_sets_in_force_retrieve(self, id: str) -> Any:
        """Which set of rules holds where, from which day on."""
        return self.call("GET", f"/api/v1/rule-sets-in-force/{_at(id)}/")

    def rule_sets_retrieve(self, code: str) -> Any:
        """Sets of deadline rules. One that is or was in force does not change: copy it."""
        return self.call("GET", f"/api/v1/rule-sets/{_at(code)}/")

    def rule_sets_copy_create(self, code: str, *, code_: str, name: str) -> Any:
        """A set of the same rules under another name."""
        return self.call("POST", f"/api/v1/rule-sets/{_at(code)}/copy/", None, _said(code_=code_, name=name))

    def rule_sets_in_force_create(self, code: str, *, area: str, from_day: str) -> Any:
        """Let the set hold in an area from a day on."""
        return self.call(
            "POST",
            f"/api/v1/rule-sets/{_at(code)}/in-force/",
            None,
            _said(area=area, from_day=from_day),
        )

    def rule_sets_rules_create(
        self,
        code: str,
        rule: int,
        *,
        id: int,
        limit: Any,
        complexity: str,
        level: str,
        amount: int,
        unit: Any | None = None,
        decider: str | None = None,
        on_expiry: Any | None = None,
        yellow_after: int | None = None,
        red_after: int | None = None,
        basis: str | None = None,
    ) -> Any:
        """Change one rule of a set that never was in force."""
        return self.call(
            "POST",
            f"/api/v1/rule-sets/{_at(code)}/rules/{_at(rule)}/",
            None,
            _said(
                id=id,
                limit=limit,
                complexity=complexity,
                level=level,
                amount=amount,
                unit=unit,
                decider=decider,
                on_expiry=on_expiry,
                yellow_after=yellow_after,
                red_after=red_after,
                basis=basis,
            ),
        )

    def score_appeals_list(
        self,
        *,
        area: str | list[str] | None = None,
        round: str | None = None,
        size: str | None = None,
        verdict: str | None = None,
    ) -> Iterator[dict]:
        """What companies objected to."""
        return self._pages(
            "/api/v1/score-appeals/",
            _said(area=area, round=round, size=size, verdict=verdict),
        )

    def score_appeals_retrieve(self, id: str) -> Any:
        """What companies objected to."""
        return self.call("GET", f"/api/v1/score-appeals/{_at(id)}/")

    def score_appeals_decide_create(
        self,
        id: str,
        *,
        verdict: str,
        reason: str,
        marks: int | None = None,
    ) -> Any:
        """Uphold it, wholly or in part, or reject it."""
        return self.call(
            "POST",
            f"/api/v1/score-appeals/{_at(id)}/decide/",
            None,
            _said(verdict=verdict, marks=marks, reason=reason),
        )

    def score_sheets_list(
        self,
        *,
        area: str | list[str] | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Versions of score sheets."""
        return self._pages("/api/v1/score-sheets/", _said(area=area, q=q, size=size, state=state))

    def score_sheets_create(
        self,
        *,
        name: str,
        area: str,
        basis: str | None = None,
        items: list | None = None,
        weights: dict | None = None,
        a_from: int | None = None,
        b_from: int | None = None,
        c_from: int | None = None,
        fair_marks: int | None = None,
        appeal_days: int | None = None,
        yellows_for_red: int | None = None,
        card_years: int | None = None,
        preset: str | None = None,
    ) -> Any:
        """Begin a version, from a pattern or from items and weights."""
        return self.call(
            "POST",
            "/api/v1/score-sheets/",
            None,
            _said(
                name=name,
                basis=basis,
                items=items,
                weights=weights,
                a_from=a_from,
                b_from=b_from,
                c_from=c_from,
                fair_marks=fair_marks,
                appeal_days=appeal_days,
                yellows_for_red=yellows_for_red,
                card_years=card_years,
                area=area,
                preset=preset,
            ),
        )

    def score_sheets_retrieve(self, id: str) -> Any:
        """One version with its items and weights."""
        return self.call("GET", f"/api/v1/score-sheets/{_at(id)}/")

    def score_sheets_enforce_create(self, id: str) -> Any:
        """Put a draft in force; the present version gives way to it."""
        return self.call("POST", f"/api/v1/score-sheets/{_at(id)}/enforce/")

    def score_sheets_revise_create(
        self,
        id: str,
        *,
        name: str,
        items: list,
        weights: dict,
        basis: str | None = None,
        a_from: int | None = None,
        b_from: int | None = None,
        c_from: int | None = None,
        fair_marks: int | None = None,
        appeal_days: int | None = None,
        yellows_for_red: int | None = None,
        card_years: int | None = None,
    ) -> Any:
        """Write a draft anew."""
        return self.call(
            "POST",
            f"/api/v1/score-sheets/{_at(id)}/revise/",
            None,
            _said(
                name=name,
                basis=basis,
                items=items,
                weights=weights,
                a_from=a_from,
                b_from=b_from,
                c_from=c_from,
                fair_marks=fair_marks,
                appeal_days=appeal_days,
                yellows_for_red=yellows_for_red,
                card_years=card_years,
            ),
        )

    def score_sheets_withdraw_create(self, id: str) -> Any:
        """Take what is in force out of force."""
        return self.call("POST", f"/api/v1/score-sheets/{_at(id)}/withdraw/")

    def series_list(
        self,
        *,
        area: str | list[str] | None = None,
        closed: str | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Series of disputes alike with their figures. Households come as a file through `imports` with …"""
        return self._pages("/api/v1/series/", _said(area=area, closed=closed, q=q, size=size))

    def series_create(
        self,
        *,
        title: str,
        lead: str,
        counterpart: str | None = None,
        household_role: Any | None = None,
        deadline: str | None = None,
        agreement_text: str | None = None,
        also: list | None = None,
    ) -> Any:
        """Open a series after its lead case."""
        return self.call(
            "POST",
            "/api/v1/series/",
            None,
            _said(
                title=title,
                counterpart=counterpart,
                household_role=household_role,
                deadline=deadline,
                agreement_text=agreement_text,
                lead=lead,
                also=also,
            ),
        )

    def series_hints_list(
        self,
        *,
        area: str | list[str] | None = None,
        basis: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Groups of disputes that may be one series; opening it, or not, is for a person."""
        return self._pages("/api/v1/series-hints/", _said(area=area, basis=basis, size=size))

    def series_hints_retrieve(self, id: int) -> Any:
        """Groups of disputes that may be one series; opening it, or not, is for a person."""
        return self.call("GET", f"/api/v1/series-hints/{_at(id)}/")

    def series_hints_dismiss_create(self, id: int) -> Any:
        """No series after all; the same disputes are not suggested again."""
        return self.call("POST", f"/api/v1/series-hints/{_at(id)}/dismiss/")

    def series_households_list(
        self,
        *,
        q: str | None = None,
        series: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Rows are read whole, for what is masked is masked by the model."""
        return self._pages("/api/v1/series-households/", _said(q=q, series=series, size=size, state=state))

    def series_households_create(
        self,
        *,
        household: str,
        series: int,
        name: str | None = None,
        phone: Any | None = None,
        address: str | None = None,
        note: str | None = None,
        due_cents: int | None = None,
        paid_cents: int | None = None,
    ) -> Any:
        """Enter a household."""
        return self.call(
            "POST",
            "/api/v1/series-households/",
            None,
            _said(
                household=household,
                name=name,
                phone=phone,
                address=address,
                note=note,
                due_cents=due_cents,
                paid_cents=paid_cents,
                series=series,
            ),
        )

    def series_households_retrieve(self, id: str) -> Any:
        """One household."""
        return self.call("GET", f"/api/v1/series-households/{_at(id)}/")

    def series_households_change_create(
        self,
        id: str,
        *,
        household: str | None = None,
        name: str | None = None,
        phone: Any | None = None,
        address: str | None = None,
        note: str | None = None,
        due_cents: int | None = None,
        paid_cents: int | None = None,
        version: int | None = None,
    ) -> Any:
        """Put what is known of a household right."""
        return self.call(
            "POST",
            f"/api/v1/series-households/{_at(id)}/change/",
            None,
            _said(
                household=household,
                name=name,
                phone=phone,
                address=address,
                note=note,
                due_cents=due_cents,
                paid_cents=paid_cents,
                version=version,
            ),
        )

    def series_households_remove_create(self, id: str, *, note: str | None = None) -> Any:
        """Take off a household listed by mistake; one with a history stays."""
        return self.call("POST", f"/api/v1/series-households/{_at(id)}/remove/", None, _said(note=note))

    def series_retrieve(self, id: str) -> Any:
        """One series with the figures of each state and its latest steps."""
        return self.call("GET", f"/api/v1/series/{_at(id)}/")

    def series_agreements_create(
        self,
        id: str,
        *,
        rows: list | None = None,
        everyone: bool | None = None,
        state: str | None = None,
        version: int | None = None,
    ) -> bytes:
        """The agreements of the households, filled, in one Word file."""
        return self.call(
            "POST",
            f"/api/v1/series/{_at(id)}/agreements/",
            None,
            _said(rows=rows, everyone=everyone, state=state, version=version),
        )

    def series_change_create(
        self,
        id: str,
        *,
        title: str | None = None,
        counterpart: str | None = None,
        household_role: Any | None = None,
        deadline: str | None = None,
        agreement_text: str | None = None,
    ) -> Any:
        """Change title, other side, time limit or the text of the agreement."""
        return self.call(
            "POST",
            f"/api/v1/series/{_at(id)}/change/",
            None,
            _said(
                title=title,
                counterpart=counterpart,
                household_role=household_role,
                deadline=deadline,
                agreement_text=agreement_text,
            ),
        )

    def series_close_create(self, id: str, *, note: str | None = None) -> Any:
        """Close a series whose households have all come to an end."""
        return self.call("POST", f"/api/v1/series/{_at(id)}/close/", None, _said(note=note))

    def series_disputes_create(
        self,
        id: str,
        *,
        rows: list | None = None,
        everyone: bool | None = None,
        state: str | None = None,
        version: int | None = None,
    ) -> Any:
        """Register a dispute of its own for each of the households."""
        return self.call(
            "POST",
            f"/api/v1/series/{_at(id)}/disputes/",
            None,
            _said(rows=rows, everyone=everyone, state=state, version=version),
        )

    def series_disputes_add_create(self, id: str, *, number: str) -> Any:
        """Take a registered dispute in, as the household that its party is."""
        return self.call("POST", f"/api/v1/series/{_at(id)}/disputes/add/", None, _said(number=number))

    def series_reopen_create(self, id: str, *, note: str | None = None) -> Any:
        """Open a closed series again."""
        return self.call("POST", f"/api/v1/series/{_at(id)}/reopen/", None, _said(note=note))

    def series_step_create(
        self,
        id: str,
        *,
        step: str,
        rows: list | None = None,
        everyone: bool | None = None,
        state: str | None = None,
        version: int | None = None,
        note: str | None = None,
    ) -> Any:
        """Take households through a step for one reason: all of them, or none."""
        return self.call(
            "POST",
            f"/api/v1/series/{_at(id)}/step/",
            None,
            _said(rows=rows, everyone=everyone, state=state, version=version, step=step, note=note),
        )

    def series_undo_create(self, id: str, *, step: int, note: str | None = None) -> Any:
        """Take a wrong step back by a counter step."""
        return self.call("POST", f"/api/v1/series/{_at(id)}/undo/", None, _said(note=note, step=step))

    def service_items_list(self) -> Any:
        """The catalogue: the same for every area, a page long, read in one piece."""
        return self.call("GET", "/api/v1/service-items/")

    def service_members_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        kind: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Rows as of a day; a single row as it stands today."""
        return self._pages("/api/v1/service-members/", _said(area=area, as_of=as_of, kind=kind, size=size))

    def service_members_retrieve(self, id: int) -> Any:
        """Rows as of a day; a single row as it stands today."""
        return self.call("GET", f"/api/v1/service-members/{_at(id)}/")

    def service_posts_list(
        self,
        *,
        area: str | list[str] | None = None,
        free: str | None = None,
        kind: str | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Posts that communities offer."""
        return self._pages("/api/v1/service-posts/", _said(area=area, free=free, kind=kind, q=q, size=size))

    def service_posts_create(self, *, area: str, kind: int, text: str, places: int) -> Any:
        """Offer a post."""
        return self.call(
            "POST",
            "/api/v1/service-posts/",
            None,
            _said(area=area, kind=kind, text=text, places=places),
        )

    def service_posts_retrieve(self, id: str) -> Any:
        """Posts that communities offer."""
        return self.call("GET", f"/api/v1/service-posts/{_at(id)}/")

    def party_service_posts_claim(self, id: str, *, unit: int, member: int | None = None) -> Any:
        """Posts that communities offer."""
        return self.call(
            "POST",
            f"/api/v1/service-posts/{_at(id)}/claim/",
            None,
            _said(unit=unit, member=member),
        )

    def party_service_posts_close(self, id: str) -> Any:
        """Posts that communities offer."""
        return self.call("POST", f"/api/v1/service-posts/{_at(id)}/close/")

    def party_service_posts_release(self, id: str, *, link: int) -> Any:
        """Posts that communities offer."""
        return self.call("POST", f"/api/v1/service-posts/{_at(id)}/release/", None, _said(link=link))

    def party_service_posts_service(
        self,
        id: str,
        *,
        link: int,
        on: str,
        text: str,
        result: str | None = None,
    ) -> Any:
        """Posts that communities offer."""
        return self.call(
            "POST",
            f"/api/v1/service-posts/{_at(id)}/service/",
            None,
            _said(link=link, on=on, text=text, result=result),
        )

    def shared_courts_list(
        self,
        *,
        area: str | list[str] | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Where a judge can be met in a township, and when."""
        return self._pages("/api/v1/shared-courts/", _said(area=area, size=size))

    def shared_courts_create(
        self,
        *,
        area: str,
        name: str,
        place: str,
        schedule: str,
        judge_post: int | None = None,
    ) -> Any:
        """Open a shared court in a township."""
        return self.call(
            "POST",
            "/api/v1/shared-courts/",
            None,
            _said(area=area, name=name, place=place, judge_post=judge_post, schedule=schedule),
        )

    def shared_courts_retrieve(self, id: int) -> Any:
        """Where a judge can be met in a township, and when."""
        return self.call("GET", f"/api/v1/shared-courts/{_at(id)}/")

    def shared_courts_change_create(
        self,
        id: int,
        *,
        area: str,
        name: str,
        place: str,
        schedule: str,
        judge_post: int | None = None,
    ) -> Any:
        """Say anew where, who and when."""
        return self.call(
            "POST",
            f"/api/v1/shared-courts/{_at(id)}/change/",
            None,
            _said(area=area, name=name, place=place, judge_post=judge_post, schedule=schedule),
        )

    def statistics_categories(
        self,
        *,
        indicator: str | list[str],
        area: str | list[str] | None = None,
        as_of: str | None = None,
        from_: str | None = None,
        to: str | None = None,
    ) -> Any:
        """The largest eight, the rest, and how many rows are counted and not shown to the client: …"""
        return self.call(
            "GET",
            "/api/v1/statistics/categories/",
            _said(area=area, as_of=as_of, from_=from_, indicator=indicator, to=to),
        )

    def statistics_indicators(self, *, q: str | None = None) -> Any:
        """Every indicator with its definition and its versions. Bears an `ETag`; what has not changed is …"""
        return self.call("GET", "/api/v1/statistics/indicators/", _said(q=q))

    def statistics_indicator(self, key: str) -> Any:
        """One indicator."""
        return self.call("GET", f"/api/v1/statistics/indicators/{_at(key)}/")

    def statistics_indicator_alternatives(
        self,
        key: str,
        *,
        area: str | list[str],
        as_of: str | None = None,
        from_: str | None = None,
        to: str | None = None,
    ) -> Any:
        """What each definition of the figure gives for an area and those below; the indicator alone if …"""
        return self.call(
            "GET",
            f"/api/v1/statistics/indicators/{_at(key)}/alternatives/",
            _said(area=area, as_of=as_of, from_=from_, to=to),
        )

    def statistics_matrix(
        self,
        *,
        area: str | list[str],
        indicator: str | list[str],
        as_of: str | None = None,
        boundaries: str | None = None,
        by: str | None = None,
        compare: str | None = None,
        from_: str | None = None,
        to: str | None = None,
    ) -> Any:
        """As `statistics/values/`, for every indicator in every area: the areas in their order, in each …"""
        return self.call(
            "GET",
            "/api/v1/statistics/matrix/",
            _said(
                area=area,
                as_of=as_of,
                boundaries=boundaries,
                by=by,
                compare=compare,
                from_=from_,
                indicator=indicator,
                to=to,
            ),
        )

    def statistics_role_boards_list(self) -> Any:
        """Every role that looks at the board; `others` stands for those without a board of their own."""
        return self.call("GET", "/api/v1/statistics/role-boards/")

    def statistics_role_boards_retrieve(self, code: str) -> Any:
        """One of them."""
        return self.call("GET", f"/api/v1/statistics/role-boards/{_at(code)}/")

    def statistics_role_boards_arrange_create(
        self,
        code: str,
        *,
        indicators: list,
        shown: str | None = None,
    ) -> Any:
        """Say what the role steers by; unknown indicators and one named twice are refused."""
        return self.call(
            "POST",
            f"/api/v1/statistics/role-boards/{_at(code)}/arrange/",
            None,
            _said(indicators=indicators, shown=shown),
        )

    def statistics_role_boards_reset_create(self, code: str) -> Any:
        """Back to the preset; 409 where nothing has been changed."""
        return self.call("POST", f"/api/v1/statistics/role-boards/{_at(code)}/reset/")

    def statistics_values(
        self,
        *,
        area: str | list[str],
        indicator: str | list[str],
        as_of: str | None = None,
        boundaries: str | None = None,
        by: str | None = None,
        compare: str | None = None,
        from_: str | None = None,
        to: str | None = None,
    ) -> Any:
        """An indicator's numerator, denominator and value, exact to the second, with the lists behind …"""
        return self.call(
            "GET",
            "/api/v1/statistics/values/",
            _said(
                area=area,
                as_of=as_of,
                boundaries=boundaries,
                by=by,
                compare=compare,
                from_=from_,
                indicator=indicator,
                to=to,
            ),
        )

    def statistics_views_list(self) -> Any:
        """All of them, at most twenty."""
        return self.call("GET", "/api/v1/statistics/views/")

    def statistics_views_create(
        self,
        *,
        name: str,
        area: str,
        indicators: list,
        shown: str | None = None,
        period: Any | None = None,
        from_on: str | None = None,
        to_on: str | None = None,
        is_first: bool | None = None,
    ) -> Any:
        """Keep a board under a name."""
        return self.call(
            "POST",
            "/api/v1/statistics/views/",
            None,
            _said(
                name=name,
                area=area,
                indicators=indicators,
                shown=shown,
                period=period,
                from_on=from_on,
                to_on=to_on,
                is_first=is_first,
            ),
        )

    def statistics_views_retrieve(self, id: str) -> Any:
        """One of them."""
        return self.call("GET", f"/api/v1/statistics/views/{_at(id)}/")

    def statistics_views_change_create(
        self,
        id: str,
        *,
        name: str,
        area: str,
        indicators: list,
        shown: str | None = None,
        period: Any | None = None,
        from_on: str | None = None,
        to_on: str | None = None,
        is_first: bool | None = None,
    ) -> Any:
        """Change it; what is left out takes its default."""
        return self.call(
            "POST",
            f"/api/v1/statistics/views/{_at(id)}/change/",
            None,
            _said(
                name=name,
                area=area,
                indicators=indicators,
                shown=shown,
                period=period,
                from_on=from_on,
                to_on=to_on,
                is_first=is_first,
            ),
        )

    def statistics_views_drop_create(self, id: str) -> Any:
        """Delete it."""
        return self.call("POST", f"/api/v1/statistics/views/{_at(id)}/drop/")

    def steward_teams_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Steward teams of `as_of`. Names of their members are not given out."""
        return self._pages("/api/v1/steward-teams/", _said(area=area, as_of=as_of, q=q, size=size))

    def steward_teams_create(self, *, area: str, name: str, on: str, org: int | None = None) -> Any:
        """Steward teams of `as_of`. Names of their members are not given out."""
        return self.call("POST", "/api/v1/steward-teams/", None, _said(area=area, name=name, on=on, org=org))

    def steward_teams_retrieve(self, id: str) -> Any:
        """Steward teams of `as_of`. Names of their members are not given out."""
        return self.call("GET", f"/api/v1/steward-teams/{_at(id)}/")

    def party_steward_teams_activity(
        self,
        id: str,
        *,
        on: str,
        title: str,
        place: str,
        people_count: int,
        result: str | None = None,
        photos: list | None = None,
    ) -> Any:
        """Steward teams of `as_of`. Names of their members are not given out."""
        return self.call(
            "POST",
            f"/api/v1/steward-teams/{_at(id)}/activity/",
            None,
            _said(on=on, title=title, place=place, people_count=people_count, result=result, photos=photos),
        )

    def party_steward_teams_end(self, id: str, *, on: str) -> Any:
        """Steward teams of `as_of`. Names of their members are not given out."""
        return self.call("POST", f"/api/v1/steward-teams/{_at(id)}/end/", None, _said(on=on))

    def party_steward_teams_join(self, id: str, *, name: str, on: str, duty: str | None = None) -> Any:
        """Steward teams of `as_of`. Names of their members are not given out."""
        return self.call(
            "POST",
            f"/api/v1/steward-teams/{_at(id)}/join/",
            None,
            _said(name=name, duty=duty, on=on),
        )

    def party_steward_teams_leave(self, id: str, *, link: int, on: str) -> Any:
        """Steward teams of `as_of`. Names of their members are not given out."""
        return self.call("POST", f"/api/v1/steward-teams/{_at(id)}/leave/", None, _said(link=link, on=on))

    def party_steward_teams_revise(self, id: str, *, org: int | None = None) -> Any:
        """Steward teams of `as_of`. Names of their members are not given out."""
        return self.call("POST", f"/api/v1/steward-teams/{_at(id)}/revise/", None, _said(org=org))

    def suggestions_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        late: str | None = None,
        received_from: str | None = None,
        received_to: str | None = None,
        size: str | None = None,
        state: str | None = None,
        subject: str | None = None,
    ) -> Iterator[dict]:
        return self._pages(
            "/api/v1/suggestions/",
            _said(
                area=area,
                kind=kind,
                late=late,
                received_from=received_from,
                received_to=received_to,
                size=size,
                state=state,
                subject=subject,
            ),
        )

    def suggestions_retrieve(self, number: str) -> Any:
        return self.call("GET", f"/api/v1/suggestions/{_at(number)}/")

    def suggestions_answer_create(self, number: str, *, text: str) -> Any:
        """Answer it: 409 when it is answered already."""
        return self.call("POST", f"/api/v1/suggestions/{_at(number)}/answer/", None, _said(text=text))

    def supervisions_list(
        self,
        *,
        area: str | list[str] | None = None,
        case: str | None = None,
        given_from: str | None = None,
        given_to: str | None = None,
        grade: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """督办 and cards, the latest first. Offices are named, never persons."""
        return self._pages(
            "/api/v1/supervisions/",
            _said(
                area=area,
                case=case,
                given_from=given_from,
                given_to=given_to,
                grade=grade,
                size=size,
                state=state,
            ),
        )

    def supervisions_retrieve(self, id: str) -> Any:
        """督办 and cards, the latest first. Offices are named, never persons."""
        return self.call("GET", f"/api/v1/supervisions/{_at(id)}/")

    def supervisions_answer_create(self, id: str, *, answer: str) -> Any:
        """整改说明 by the office that is meant."""
        return self.call("POST", f"/api/v1/supervisions/{_at(id)}/answer/", None, _said(answer=answer))

    def supervisions_lift_create(self, id: str, *, reason: str) -> Any:
        """解除, with the reason."""
        return self.call("POST", f"/api/v1/supervisions/{_at(id)}/lift/", None, _said(reason=reason))

    def tickets_list(
        self,
        *,
        area: str | list[str] | None = None,
        centre: str | None = None,
        day: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Numbers drawn in the halls. They know nobody's name."""
        return self._pages(
            "/api/v1/tickets/",
            _said(area=area, centre=centre, day=day, size=size, state=state),
        )

    def tickets_create(self, *, centre: int) -> Any:
        """Draw the next number of a centre."""
        return self.call("POST", "/api/v1/tickets/", None, _said(centre=centre))

    def tickets_retrieve(self, id: int) -> Any:
        """Numbers drawn in the halls. They know nobody's name."""
        return self.call("GET", f"/api/v1/tickets/{_at(id)}/")

    def tickets_call_create(self, id: int, *, window: int) -> Any:
        """Call one number, or call it once more."""
        return self.call("POST", f"/api/v1/tickets/{_at(id)}/call/", None, _said(window=window))

    def tickets_leave_create(self, id: int) -> Any:
        """Numbers drawn in the halls. They know nobody's name."""
        return self.call("POST", f"/api/v1/tickets/{_at(id)}/leave/")

    def tickets_next_create(self, *, window: int, centre: int) -> Any:
        """Call the lowest number that waits to a window."""
        return self.call("POST", "/api/v1/tickets/next/", None, _said(window=window, centre=centre))

    def visits_list(
        self,
        *,
        area: str | list[str] | None = None,
        kind: str | None = None,
        mine: str | None = None,
        outcome: str | None = None,
        size: str | None = None,
        visited_from: str | None = None,
        visited_to: str | None = None,
        way: str | None = None,
    ) -> Iterator[dict]:
        return self._pages(
            "/api/v1/visits/",
            _said(
                area=area,
                kind=kind,
                mine=mine,
                outcome=outcome,
                size=size,
                visited_from=visited_from,
                visited_to=visited_to,
                way=way,
            ),
        )

    def visits_create(
        self,
        *,
        client_uuid: str,
        outcome: str,
        household: int | None = None,
        area: str | None = None,
        place: str | None = None,
        kind: Any | None = None,
        way: Any | None = None,
        note: str | None = None,
        needs: list | None = None,
        need_kind: Any | None = None,
        hazard: dict | None = None,
        companions: list | None = None,
        return_on: str | None = None,
        latitude: str | None = None,
        longitude: str | None = None,
        visited_at: str | None = None,
        captured_at: str | None = None,
    ) -> Any:
        """Log a visit: 201 the first time, 200 with the same receipt again, 409 for other content."""
        return self.call(
            "POST",
            "/api/v1/visits/",
            None,
            _said(
                client_uuid=client_uuid,
                household=household,
                area=area,
                place=place,
                kind=kind,
                way=way,
                outcome=outcome,
                note=note,
                needs=needs,
                need_kind=need_kind,
                hazard=hazard,
                companions=companions,
                return_on=return_on,
                latitude=latitude,
                longitude=longitude,
                visited_at=visited_at,
                captured_at=captured_at,
            ),
        )

    def visits_photos_create(self, client_uuid: str, *, client_uuid_: str, file: tuple[str, bytes]) -> Any:
        """Add a picture to a visit, by the number the visit was sent under."""
        return self.call(
            "POST",
            f"/api/v1/visits/{_at(client_uuid)}/photos/",
            None,
            _said(client_uuid_=client_uuid_, file=file),
            form=True,
        )

    def visits_retrieve(self, id: int) -> Any:
        return self.call("GET", f"/api/v1/visits/{_at(id)}/")

    def visits_sync_create(self, *, visits: list, user: int | None = None) -> Any:
        """Log what a phone wrote without a signal: up to 200 contents, one result for each, in order."""
        return self.call("POST", "/api/v1/visits/sync/", None, _said(user=user, visits=visits))

    def volunteer_teams_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        q: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Volunteer teams on the books on `as_of`."""
        return self._pages("/api/v1/volunteer-teams/", _said(area=area, as_of=as_of, q=q, size=size))

    def volunteer_teams_create(
        self,
        *,
        area: str,
        name: str,
        on: str,
        member_count: int,
        leader: str | None = None,
    ) -> Any:
        """Volunteer teams on the books on `as_of`."""
        return self.call(
            "POST",
            "/api/v1/volunteer-teams/",
            None,
            _said(area=area, name=name, on=on, leader=leader, member_count=member_count),
        )

    def volunteer_teams_retrieve(self, id: str) -> Any:
        """Volunteer teams on the books on `as_of`."""
        return self.call("GET", f"/api/v1/volunteer-teams/{_at(id)}/")

    def party_volunteer_teams_activity(
        self,
        id: str,
        *,
        on: str,
        title: str,
        place: str,
        people_count: int,
        result: str | None = None,
        photos: list | None = None,
    ) -> Any:
        """Volunteer teams on the books on `as_of`."""
        return self.call(
            "POST",
            f"/api/v1/volunteer-teams/{_at(id)}/activity/",
            None,
            _said(on=on, title=title, place=place, people_count=people_count, result=result, photos=photos),
        )

    def party_volunteer_teams_end(self, id: str, *, on: str) -> Any:
        """Volunteer teams on the books on `as_of`."""
        return self.call("POST", f"/api/v1/volunteer-teams/{_at(id)}/end/", None, _said(on=on))

    def party_volunteer_teams_revise(self, id: str, *, member_count: int, leader: str | None = None) -> Any:
        """Volunteer teams on the books on `as_of`."""
        return self.call(
            "POST",
            f"/api/v1/volunteer-teams/{_at(id)}/revise/",
            None,
            _said(leader=leader, member_count=member_count),
        )

    def walls_list(
        self,
        *,
        area: str | list[str] | None = None,
        live: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Screens that show figures without a log-in. Their addresses are told once and kept nowhere."""
        return self._pages("/api/v1/walls/", _said(area=area, live=live, size=size))

    def walls_open(
        self,
        *,
        area: str,
        name: str,
        expires_on: str,
        tiles: list | None = None,
        mapped: list | None = None,
    ) -> Any:
        """Put up a wall; 404 for an area that is not yours to show, 409 for indicators or days that will …"""
        return self.call(
            "POST",
            "/api/v1/walls/",
            None,
            _said(area=area, name=name, expires_on=expires_on, tiles=tiles, mapped=mapped),
        )

    def walls_retrieve(self, id: str) -> Any:
        """Screens that show figures without a log-in. Their addresses are told once and kept nowhere."""
        return self.call("GET", f"/api/v1/walls/{_at(id)}/")

    def walls_revoke(self, id: str) -> Any:
        """End a wall at once; 409 when it has ended already."""
        return self.call("POST", f"/api/v1/walls/{_at(id)}/revoke/")

    def warning_letters_list(
        self,
        *,
        answered: str | None = None,
        area: str | list[str] | None = None,
        case: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """预警函, the latest first."""
        return self._pages(
            "/api/v1/warning-letters/",
            _said(answered=answered, area=area, case=case, size=size),
        )

    def warning_letters_retrieve(self, id: str) -> Any:
        """预警函, the latest first."""
        return self.call("GET", f"/api/v1/warning-letters/{_at(id)}/")

    def warning_letters_answer_create(self, id: str, *, answer: str) -> Any:
        """答复 by the office the letter went to."""
        return self.call("POST", f"/api/v1/warning-letters/{_at(id)}/answer/", None, _said(answer=answer))

    def warning_letters_read_create(self, id: str) -> Any:
        """签收."""
        return self.call("POST", f"/api/v1/warning-letters/{_at(id)}/read/")

    def wishes_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        fulfilled: str | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
    ) -> Iterator[dict]:
        """Small wishes of households."""
        return self._pages(
            "/api/v1/wishes/",
            _said(area=area, as_of=as_of, fulfilled=fulfilled, q=q, size=size, state=state),
        )

    def wishes_create(
        self,
        *,
        area: str,
        text: str,
        contact: str | None = None,
        phone: Any | None = None,
    ) -> Any:
        """Post a wish for a household."""
        return self.call(
            "POST",
            "/api/v1/wishes/",
            None,
            _said(area=area, text=text, contact=contact, phone=phone),
        )

    def wishes_retrieve(self, id: str) -> Any:
        """Small wishes of households."""
        return self.call("GET", f"/api/v1/wishes/{_at(id)}/")

    def party_wishes_claim(
        self,
        id: str,
        *,
        partner: int | None = None,
        steward_team: int | None = None,
        volunteer_team: int | None = None,
    ) -> Any:
        """Small wishes of households."""
        return self.call(
            "POST",
            f"/api/v1/wishes/{_at(id)}/claim/",
            None,
            _said(partner=partner, steward_team=steward_team, volunteer_team=volunteer_team),
        )

    def party_wishes_fulfil(self, id: str, *, result: str) -> Any:
        """Small wishes of households."""
        return self.call("POST", f"/api/v1/wishes/{_at(id)}/fulfil/", None, _said(result=result))

    def party_wishes_release(self, id: str, *, note: str) -> Any:
        """Small wishes of households."""
        return self.call("POST", f"/api/v1/wishes/{_at(id)}/release/", None, _said(note=note))

    def party_wishes_thank(self, id: str, *, thanks: str) -> Any:
        """Small wishes of households."""
        return self.call("POST", f"/api/v1/wishes/{_at(id)}/thank/", None, _said(thanks=thanks))

    def party_wishes_withdraw(self, id: str, *, note: str) -> Any:
        """Small wishes of households."""
        return self.call("POST", f"/api/v1/wishes/{_at(id)}/withdraw/", None, _said(note=note))

    def work_list_list(
        self,
        *,
        area: str | list[str] | None = None,
        category: str | None = None,
        in_force: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """What may be given to the communities and grids of an area (网格服务管理事项清单)."""
        return self._pages(
            "/api/v1/work-list/",
            _said(area=area, category=category, in_force=in_force, size=size),
        )

    def work_list_retrieve(self, id: int) -> Any:
        """What may be given to the communities and grids of an area (网格服务管理事项清单)."""
        return self.call("GET", f"/api/v1/work-list/{_at(id)}/")

    def work_orders_list(
        self,
        *,
        area: str | list[str] | None = None,
        box: str | None = None,
        kind: str | None = None,
        late: str | None = None,
        q: str | None = None,
        size: str | None = None,
        state: str | None = None,
        waiting: str | None = None,
    ) -> Iterator[dict]:
        """Work orders: over cases in the client's area, and those sent to or by its own seats. Steps are …"""
        return self._pages(
            "/api/v1/work-orders/",
            _said(area=area, box=box, kind=kind, late=late, q=q, size=size, state=state, waiting=waiting),
        )

    def work_orders_retrieve(self, id: int) -> Any:
        """Work orders: over cases in the client's area, and those sent to or by its own seats. Steps are …"""
        return self.call("GET", f"/api/v1/work-orders/{_at(id)}/")

    def work_orders_answer(
        self,
        id: int,
        *,
        outcome: str,
        arrived_at: str | None = None,
        attendee: str | None = None,
        need: Any | None = None,
    ) -> Any:
        """答复"""
        return self.call(
            "POST",
            f"/api/v1/work-orders/{_at(id)}/answer/",
            None,
            _said(outcome=outcome, arrived_at=arrived_at, attendee=attendee, need=need),
        )

    def work_orders_rate(self, id: int, *, rating: str, note: str | None = None) -> Any:
        """评价办结"""
        return self.call(
            "POST",
            f"/api/v1/work-orders/{_at(id)}/rate/",
            None,
            _said(note=note, rating=rating),
        )

    def work_orders_return(self, id: int, *, note: str | None = None) -> Any:
        """退回"""
        return self.call("POST", f"/api/v1/work-orders/{_at(id)}/return/", None, _said(note=note))

    def work_orders_take(self, id: int, *, note: str | None = None) -> Any:
        """接收"""
        return self.call("POST", f"/api/v1/work-orders/{_at(id)}/take/", None, _said(note=note))

    def work_orders_take_over(self, id: int, *, note: str | None = None) -> Any:
        """接受移交"""
        return self.call("POST", f"/api/v1/work-orders/{_at(id)}/take_over/", None, _said(note=note))

    def work_orders_withdraw(self, id: int, *, note: str | None = None) -> Any:
        """撤回"""
        return self.call("POST", f"/api/v1/work-orders/{_at(id)}/withdraw/", None, _said(note=note))

    def workers_list(
        self,
        *,
        area: str | list[str] | None = None,
        as_of: str | None = None,
        size: str | None = None,
    ) -> Iterator[dict]:
        """Rows as of a day; a single row as it stands today."""
        return self._pages("/api/v1/workers/", _said(area=area, as_of=as_of, size=size))

    def workers_retrieve(self, id: int) -> Any:
        """Rows as of a day; a single row as it stands today."""
        return self.call("GET", f"/api/v1/workers/{_at(id)}/")


def _at(value: Any) -> str:
    return quote(str(value), safe="")


def _error(refused: HTTPError) -> ApiError:
    with refused:
        try:
            body = json.loads(refused.read())
        except ValueError:
            body = {"detail": refused.reason}
    wait = refused.headers.get("Retry-After", "")
    body = body if isinstance(body, dict) else {}
    return ApiError(refused.code, body, int(wait) if wait.isdigit() else None)


def _said(**given: Any) -> dict:
    return {name.rstrip("_"): value for name, value in given.items() if value is not None}


def _form(body: dict) -> tuple[bytes, str]:
    """A form with files: a value is text, or a pair of file name and bytes."""
    mark = uuid.uuid4().hex
    parts = []
    for name, value in body.items():
        file, content = value if isinstance(value, tuple) else (None, str(value).encode())
        about = f'Content-Disposition: form-data; name="{name}"' + (f'; filename="{file}"' if file else "")
        parts.append(f"--{mark}\\r\\n{about}\\r\\n\\r\\n".encode() + content + b"\\r\\n")
    return b"".join(parts) + f"--{mark}--\\r\\n".encode(), f"multipart/form-data; boundary={mark}"
