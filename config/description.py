"""What the description of the API is called and how its choices are named. Settings import it; it imports nothing."""

DESCRIPTION = {
    "TITLE": "善治 Shanzhi API",
    "VERSION": "1",
    "DESCRIPTION": (
        "基层网格治理的数据接口。列表只给出密钥所属岗位范围内的记录；范围外的一律 404。"
        "错误只有一种形状，见 `Error`。指南：docs/api/README.md。"
    ),
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "config.docs.describe_errors",
    ],
    "ENUM_NAME_OVERRIDES": {
        "AdviserWorkEnum": "grids.enums.advisers.AdviserWork",
        "CaseKindEnum": "governance.casework.enums.Kind",
        "AttendanceRoleEnum": "disputes.enums.mediation.AttendanceRole",
        "CaseGradeEnum": "governance.casework.enums.Grade",
        "CaseOutcomeEnum": "governance.casework.enums.Outcome",
        "CompoundKindEnum": "grids.enums.territory.CompoundKind",
        "ConsentWayEnum": "grids.enums.errands.ConsentWay",
        "DisputeStateEnum": "disputes.states.DisputeState",
        "DisputeTrackEnum": "disputes.enums.disputes.Track",
        "ErrandStateEnum": "grids.states.errands.ErrandState",
        "EventGradeEnum": "grids.enums.events.EventGrade",
        "EventSatisfactionEnum": "grids.enums.events.EventSatisfaction",
        "EventStateEnum": "grids.states.events.EventState",
        "ExportStateEnum": "governance.files.states.ExportState",
        "FollowUpMethodEnum": "disputes.enums.mediation.FollowUpMethod",
        "HintStateEnum": "grids.states.errands.HintState",
        "ImportModeEnum": "governance.files.enums.ImportMode",
        "ImportStateEnum": "governance.files.states.ImportState",
        "NeedKindEnum": "grids.enums.visits.NeedKind",
        "ParticipantRoleEnum": "grids.enums.events.ParticipantRole",
        "PartyRoleEnum": "disputes.enums.disputes.PartyRole",
        "PoliceReportWayEnum": "disputes.enums.safety.ReportWay",
        "ResolutionMethodEnum": "disputes.enums.disputes.Method",
        "SatisfactionEnum": "grids.enums.errands.Contentment",
        "ServiceKindEnum": "grids.enums.service_team.ServiceKind",
        "SuggestionStateEnum": "grids.states.suggestions.SuggestionState",
        "TopicStateEnum": "grids.states.council.TopicState",
        "VisitKindEnum": "grids.enums.visits.VisitKind",
        "VisitOutcomeEnum": "grids.enums.visits.VisitOutcome",
        "WayEnum": "grids.enums.visits.Way",
    },
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    # Without this the page asks a server on the internet whether the description is valid.
    "SWAGGER_UI_SETTINGS": {
        "deepLinking": True,
        "docExpansion": "none",
        "filter": True,
        "validatorUrl": None,
    },
}
