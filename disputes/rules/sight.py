from disputes.enums.rights import Right
from disputes.models import Dispute


def picture_right(dispute: Dispute, usual: str) -> str:
    """The right it takes to see a picture beside a dispute: of a restricted one, that to see such disputes."""
    return Right.RESTRICTED if dispute.case.is_restricted else usual
