import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from demo.accounts import make_token
from demo.assessment import make_assessment
from demo.bodies import make_bodies
from demo.briefs import make_briefs
from demo.cases import make_cases
from demo.centres import make_centres
from demo.city import City
from demo.cobuild import make_cobuild
from demo.communities import make_communities
from demo.council import make_council
from demo.counters import make_counters
from demo.court import make_court
from demo.deeds import make_deeds
from demo.dispatch import make_dispatch
from demo.errands import make_errands
from demo.event_story import make_event_story
from demo.events import make_events
from demo.firms import make_firms
from demo.housing import make_housing
from demo.integrity import make_checkup
from demo.litigation import make_litigation
from demo.machinery import make_machinery
from demo.meetings import make_meetings
from demo.messages import make_messages
from demo.papers import make_papers
from demo.partners import make_partners
from demo.party import make_party
from demo.posts import make_posts
from demo.programmes import make_programmes
from demo.projects import make_projects
from demo.property import make_property
from demo.public import make_public
from demo.reporting import make_reporting
from demo.roster import make_roster
from demo.settlements import make_settlements
from demo.stories import make_stories
from demo.supervision import make_supervision
from demo.tables import make_tables
from demo.terms import make_terms
from demo.territory import make_territory
from demo.visits import make_visits
from demo.walks import make_walks
from demo.walls import make_walls
from demo.work_reports import make_work_reports
from governance.areas.models import Area
from governance.kernel.days import today
from governance.statistics.filling import counted_at_the_end

PARTS = (
    make_territory,
    make_posts,
    make_roster,
    make_visits,
    make_walks,
    make_errands,
    make_centres,
    make_litigation,
    make_cases,
    make_events,
    make_event_story,
    make_party,
    make_terms,
    make_partners,
    make_cobuild,
    make_reporting,
    make_property,
    make_projects,
    make_assessment,
    make_programmes,
    make_bodies,
    make_meetings,
    make_deeds,
    make_housing,
    make_stories,
    make_firms,
    make_court,
    make_settlements,
    make_supervision,
    make_papers,
    make_counters,
    make_communities,
    make_council,
    make_public,
    make_tables,
    make_dispatch,
    make_briefs,
    make_messages,
    make_walls,
)
# After these the planner looks at the new rows: inside one transaction nobody else tells it of them.
LEARNT = {make_posts, make_cases}


class Command(BaseCommand):
    help = "Fill an empty portal with the demo city. Does nothing when there are areas already."

    def handle(self, **options):
        if not settings.DEMO_MODE:
            raise CommandError("the demo city is loaded in demo mode only (DEMO_MODE=true)")
        if Area.objects.exists():
            self.stdout.write("demo city: already there")
            return
        started, city = time.monotonic(), City(today=today())
        with counted_at_the_end():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL synchronous_commit = off")
            self._fill(city)
            make_token()
            counting = time.monotonic()
        self.stdout.write(f"  facts: {time.monotonic() - counting:.1f} s")
        self._timed("snapshots", lambda: call_command("take_snapshots", month_ends=12, stdout=StringIO()))
        self._timed("work reports", lambda: make_work_reports(city))
        self._timed("machinery", lambda: make_machinery(city))
        self._timed("checkup", make_checkup)
        took = f"{time.monotonic() - started:.1f} s"
        written = Path(settings.VAR_DIR) / "log" / "demo_load"
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(f"{today()} {took}\n")
        self.stdout.write(f"demo city: loaded in {took}")

    def _fill(self, city: City) -> None:
        for part in PARTS:
            self._timed(part.__name__[5:], lambda part=part: self._make(part, city))

    def _make(self, part: Callable[[City], None], city: City) -> None:
        part(city)
        if part in LEARNT:
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")

    def _timed(self, name: str, work: Callable[[], object]) -> None:
        begun = time.monotonic()
        work()
        self.stdout.write(f"  {name}: {time.monotonic() - begun:.1f} s")
