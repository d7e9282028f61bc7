/* A visit form as the content that the portal takes: the same fields, whoever shows the form. */
const LISTS = ["companions"];
const PLAIN = ["outcome", "way", "kind", "area", "place", "need_kind", "return_on", "latitude", "longitude"];

export function contentOf(form) {
  const fields = new FormData(form);
  const now = new Date().toISOString();
  const content = { client_uuid: fields.get("client_uuid"), visited_at: now, captured_at: now };
  if (form.dataset.household) content.household = Number(form.dataset.household);
  if (fields.get("hazard_category")) content.hazard = { category: fields.get("hazard_category") };
  PLAIN.forEach((name) => { if (fields.get(name)) content[name] = fields.get(name); });
  LISTS.forEach((name) => { if (fields.getAll(name).length) content[name] = fields.getAll(name); });
  if (content.outcome !== "need") delete content.need_kind;
  content.note = fields.getAll("phrases").concat((fields.get("note") || "").trim()).filter(Boolean).join("；");
  return content;
}

/* Put a content back into a form, to be mended. */
export function fill(form, content) {
  Object.keys(content).forEach((name) => {
    Array.prototype.forEach.call(form.querySelectorAll(`[name="${name}"]`), (field) => {
      const values = [].concat(content[name]).map(String);
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else field.value = values[0];
    });
  });
}
