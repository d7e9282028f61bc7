import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from deeds.actions.buildings import load_building_stages
from disputes.actions.categories import load_categories, load_track_limits
from disputes.actions.classification import load_schemes
from disputes.actions.series_hints import load_series_rules
from governance.casework.actions.calendar import load_published_days
from governance.casework.actions.rules import load_rule_sets
from governance.dispatch.actions import (
    load_cycle_rules,
    load_ladder_steps,
    load_notice_hours,
    load_notice_kinds,
    load_preset_points,
    load_report_figures,
)
from governance.party.actions import load_cobuild_kinds, load_service_post_kinds
from governance.people.models import Role
from governance.statistics.actions import load_indicator_settings, load_role_boards
from grids.actions.event_categories import load_event_categories
from grids.actions.notices import load_privacy_notices
from grids.actions.rhythms import load_rhythms
from grids.actions.service_items import load_eligibility_rules, load_services
from grids.actions.standards import load_community_standards, load_org_kinds
from property.actions.complaints import load_complaint_categories
from property.actions.programmes import load_programme_presets
from property.actions.score_sheets import load_score_presets

PRESETS = Path(settings.BASE_DIR) / "config" / "presets"


def load_roles(rows: list[dict]) -> None:
    for row in rows:
        Role.objects.update_or_create(code=row.pop("code"), defaults=row)


# What a preset may hold, by file name.
PARTS = {
    "roles.json": load_roles,
    "role_boards.json": load_role_boards,
    "indicators.json": load_indicator_settings,
    "rule_sets.json": load_rule_sets,
    "dispute_categories.json": load_categories,
    "series_rules.json": load_series_rules,
    "category_schemes.json": load_schemes,
    "track_limits.json": load_track_limits,
    "event_categories.json": load_event_categories,
    "complaint_categories.json": load_complaint_categories,
    "cycle_rules.json": load_cycle_rules,
    "cycle_agendas.json": load_preset_points,
    "ladders.json": load_ladder_steps,
    "notice_hours.json": load_notice_hours,
    "notice_kinds.json": load_notice_kinds,
    "report_figures.json": load_report_figures,
    "service_items.json": load_services,
    "eligibility_rules.json": load_eligibility_rules,
    "community_standards.json": load_community_standards,
    "org_kinds.json": load_org_kinds,
    "cobuild_kinds.json": load_cobuild_kinds,
    "service_post_kinds.json": load_service_post_kinds,
    "privacy_notices.json": load_privacy_notices,
    "rhythms.json": load_rhythms,
    "programme_presets.json": load_programme_presets,
    "building_stages.json": load_building_stages,
    "score_presets.json": load_score_presets,
}


class Command(BaseCommand):
    help = "Load a preset: roles, deadlines, categories, notices, calendar. Again changes only what differs."

    def add_arguments(self, parser):
        parser.add_argument("name", help="a folder of config/presets, e.g. base")

    def handle(self, *, name: str, **options):
        folder = PRESETS / name
        if not folder.is_dir():
            raise CommandError(f"no such preset: {name}")
        with transaction.atomic():
            for file_name, load in PARTS.items():
                if (folder / file_name).is_file():
                    load(json.loads((folder / file_name).read_text()))
            load_published_days()
