from grids.models import CouncilTopic
from grids.states.council import TOPIC_WAY, TopicState

# The day on which a topic came to a state, by the field that keeps it.
_DAYS = {
    TopicState.PROPOSED: "proposed_on",
    TopicState.NOTICED: "noticed_on",
    TopicState.HELD: "meeting_at",
    TopicState.DECIDED: "decided_on",
    TopicState.EXECUTED: "executed_on",
    TopicState.DISCLOSED: "disclosed_on",
}


def topic_way(topic: CouncilTopic) -> list[dict]:
    """The line of steps: what is done, where it stands, what is to come; empty for one that never got there."""
    if topic.state not in TOPIC_WAY:
        return []
    here = TOPIC_WAY.index(topic.state)
    skipped = {TopicState.EXECUTING, TopicState.EXECUTED} if topic.is_adopted is False else set()
    return [
        _mark(topic, state, place - here) for place, state in enumerate(TOPIC_WAY) if state not in skipped
    ]


def _mark(topic: CouncilTopic, state: TopicState, distance: int) -> dict:
    now = "late" if topic.is_late else "done" if state == TopicState.DISCLOSED else "now"
    mark = "done" if distance < 0 else now if distance == 0 else "todo"
    at = getattr(topic, _DAYS[state]) if state in _DAYS and distance <= 0 else None
    return {"label": state.label, "state": mark, "at": at}
