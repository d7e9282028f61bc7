from governance.people.enums import SessionClass


def frame_of(user) -> str:
    """The frame of pages that both the phone and the desk open."""
    return "frames/phone.html" if user.session_class == SessionClass.PHONE else "frames/desk.html"
