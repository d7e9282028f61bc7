/* A visit form as the content that the portal takes, and back: the same fields, whoever shows the form. */
const PLAIN = ["outcome", "way", "kind", "area", "place", "latitude", "longitude"];
const MORE_NEEDS = ["_2", "_3"];
const JOINT = "\uff1b"; // what the form puts between phrases and note

export function contentOf(form) {
  const fields = new FormData(form);
  const now = new Date().toISOString();
  const content = { client_uuid: fields.get("client_uuid"), visited_at: now, captured_at: now };
  if (form.dataset.household) content.household = Number(form.dataset.household);
  if (fields.get("hazard_category")) content.hazard = { category: fields.get("hazard_category") };
  PLAIN.forEach((name) => { if (fields.get(name)) content[name] = fields.get(name); });
  content.note = fields.getAll("phrases").concat((fields.get("note") || "").trim()).filter(Boolean).join(JOINT);
  content.needs = needsOf(fields);
  content.companions = fields.getAll("companions");
  const back = fields.get("return_on") || dayIn(Number(fields.get("return_in")));
  if (back) content.return_on = back;
  return content;
}

function needsOf(fields) {
  const needs = fields.get("outcome") === "need" ? [{ kind: fields.get("need_kind") || "other" }] : [];
  MORE_NEEDS.forEach((which) => {
    const kind = fields.get(`need_kind${which}`);
    const text = (fields.get(`need_text${which}`) || "").trim();
    if (kind || text) needs.push({ kind: kind || "other", text });
  });
  return needs;
}

function dayIn(days) {
  if (!days) return "";
  const day = new Date();
  day.setDate(day.getDate() + days);
  return localDay(day);
}

export function localDay(day) {
  const two = (number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

export function photosOf(form) {
  return new FormData(form).getAll("photos").filter((file) => file instanceof File && file.size);
}

/* Put a content back into a form, to be mended. */
export function fill(form, content) {
  const fields = Object.assign({}, content);
  (content.needs || []).forEach((need, at) => {
    fields[at ? `need_kind_${at + 1}` : "need_kind"] = need.kind;
    if (at) fields[`need_text_${at + 1}`] = need.text;
  });
  Object.keys(fields).forEach((name) => {
    Array.from(form.elements).filter((field) => field.name === name).forEach((field) => {
      const values = [].concat(fields[name]).map(String);
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else field.value = values[0] || "";
    });
  });
}
