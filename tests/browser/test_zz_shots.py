import os
import pytest
from django.conf import settings
from django.test import Client
from grids.models import Grid, Visit
from tests.factories.grids import *
from tests.factories.people import make_user, hold
from tests.factories.areas import make_country
pytestmark = pytest.mark.browser

def login(page, live_server, user):
    client = Client(); client.force_login(user)
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value, "url": live_server.url}])

def test_shots(page_phone, page_desk, live_server, transactional_db):
    country = make_country()
    a = country["990101001001001"]; type(a).objects.filter(pk=a.pk).update(name="贺兰山西路街道第一网格")
    g = make_grid(a, duty_phone="0951-5000000", oversight_phone="0951-12345", boundary="东至正源街，西至亲水大街")
    g2 = make_grid(country["990101001001002"])
    b = country["990101001001001001"]
    c = make_compound(a, name="银新苑小区", built_year=1998, building_count=12, household_count=400)
    make_building(b, compound=c, unit_count=4, floor_count=6)
    w = make_user("grid_worker", a, name="马晓兰")
    s = make_user("community_secretary", country["990101001001"], name="王建国")
    hold(make_user(name="李强"), "building_leader", b)
    from tests.factories.people import make_role
    from governance.people.models import Post
    Post.objects.create(role=make_role("grid_leader"), area=a, opened_on="2020-01-01")
    hs = [make_household(b, unit=2, floor=f, room=f"{f}01", label=f"1号楼2单元{f}01") for f in (6,5,4,3,2,1)]
    for i, h in enumerate(hs):
        make_resident(h, name="马晓明", phone="13812345678", id_no=f"11010119000101001{i}", is_contact=True, birth_year=1946)
        if i != 2: make_visit(h, worker=w, ago=10+i, outcome=["normal","need","not_met","hazard"][i%4], note="楼道灯不亮")
    make_tag(hs[0]); make_tag(hs[0], kind="low_income"); make_tag(hs[3], kind="disabled")
    n = make_need(hs[1], worker=w, text="家里暖气不热，老人怕冷，想请人来看看", kind="heating")
    make_need(hs[2], worker=w, state="solved", outcome_note="已修好")
    login(page_phone, live_server, w); login(page_desk, live_server, s)
    out = "/tmp/grids_local/shots"
    def shot(page, path, name):
        r = page.goto(live_server.url + path, wait_until="networkidle")
        page.screenshot(path=f"{out}/{name}.png", full_page=True)
        print(name, r.status, page.complaints)
    v = Visit.objects.filter(outcome="need").first()
    for name, path in {"p_today":"/grids/today/","p_roster":"/grids/roster/","p_outcome":f"/grids/households/{hs[1].pk}/visit/","p_normal":f"/grids/households/{hs[1].pk}/visit/?outcome=normal","p_need":f"/grids/households/{hs[1].pk}/visit/?outcome=need","p_report":"/grids/report/","p_my":"/grids/my/","p_receipt":f"/grids/visits/{v.client_uuid}/","p_needd":f"/grids/needs/{n.pk}/","p_household":f"/grids/households/{hs[0].pk}/","p_visits":"/grids/visits/?mine=true"}.items():
        shot(page_phone, path, name)
    for name, path in {"d_grids":"/grids/list/","d_grid":f"/grids/list/{g.pk}/","d_staff":f"/grids/list/{g2.pk}/staff/","d_visits":"/grids/visits/","d_visit":f"/grids/visits/{v.pk}/","d_needs":"/grids/needs/","d_need":f"/grids/needs/{n.pk}/","d_compounds":"/grids/compounds/","d_compound":f"/grids/compounds/{c.pk}/","d_household":f"/grids/households/{hs[0].pk}/","d_workers":"/grids/workers/"}.items():
        shot(page_desk, path, name)
