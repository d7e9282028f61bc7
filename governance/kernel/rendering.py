from django.forms.renderers import TemplatesSetting


class PageRenderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` come out as the product's own components."""

    form_template_name = "components/form.html"
    field_template_name = "components/form_field.html"
