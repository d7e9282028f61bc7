from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "governance.people"
    label = "people"
    verbose_name = "人员与岗位"

    def ready(self):
        from governance.people import schema  # noqa: F401 - tells the API's description of our tokens
