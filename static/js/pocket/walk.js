/* The walk from what the phone keeps: the day, the doors, and the forms for one of them. */
import { fill } from "./content.js";
import { dayWords, made, moment, put, show } from "./dom.js";
import { place } from "./place.js";
import { newNumber } from "./sealing.js";

const SHOWN = 30;
const bare = (text) => text.replace(/\s/g, "").toLowerCase();

function doorUrl(household, outcome) {
  return place.visit.replace("/0/", `/${household.id}/`) + (outcome ? `?outcome=${outcome}` : "");
}

function card(household, noted, reason) {
  const last = household.last_contact_on;
  const words = {
    label: household.label,
    place: [household.compound, household.building].filter(Boolean).join(" "),
    contacts: household.contacts.join(" "),
    last: reason || !last ? "" : dayWords(last),
    reason: reason || "",
  };
  const when = { never: !reason && !last, proposed: reason, noted: noted.has(household.id) };
  const element = show(put(made("door"), words), Object.keys(when).filter((name) => when[name]));
  const care = element.querySelector("[data-care]");
  household.care.forEach((label) => care.appendChild(put(made("care"), { label })));
  element.querySelector("[data-normal]").href = doorUrl(household, "normal");
  element.querySelector("[data-other]").href = doorUrl(household);
  return element;
}

export function today(roster, noted) {
  const view = put(made("today"), { contact: moment(roster.contactAt) });
  const doors = new Map(roster.households.map((household) => [household.id, household]));
  const walk = view.querySelector("[data-list]");
  roster.suggestions.filter((each) => doors.has(each.household)).forEach((each) => {
    walk.appendChild(card(doors.get(each.household), noted, each.reason));
  });
  return view;
}

export function doors(roster, noted) {
  const view = made("roster");
  const search = view.querySelector("[data-search]");
  const places = view.querySelector("[data-list]");
  const texts = roster.households.map((one) => bare([one.compound || "", one.building, one.label].join("")));
  function find() {
    const wanted = bare(search.value);
    const found = roster.households.filter((household, at) => texts[at].includes(wanted));
    places.textContent = "";
    found.slice(0, SHOWN).forEach((household) => places.appendChild(card(household, noted)));
    put(view, { more: Math.max(0, found.length - SHOWN) || "" });
  }
  search.addEventListener("input", find);
  find();
  return view;
}

export function outcomes(household) { return put(made("outcome"), { label: household.label }); }

/* A fresh form for a door, under a number of its own. */
export function visit(household, outcome) {
  const form = put(made(`visit-${outcome}`), { label: household.label });
  form.dataset.household = household.id;
  form.dataset.label = household.label;
  return numbered(form);
}

/* A fresh form for something met on the way, in one of the areas of the person's posts. */
export function report(roster) {
  const form = numbered(made("report"));
  const areas = new Map(roster.posts.map((post) => [post.area_code, post.area_name]));
  areas.forEach((name, code) => form.elements.area.add(new Option(name, code)));
  return form;
}

/* The form of a record that waits to be mended, under the number it has. */
export function again(record, roster) {
  const content = record.content;
  const form = content.household
    ? visit({ id: content.household, label: record.label }, content.outcome) : report(roster);
  fill(form, content);
  Array.prototype.forEach.call(form.querySelectorAll("details"), (part) => { part.open = true; });
  return form;
}

function numbered(form) {
  form.elements.client_uuid.value = newNumber();
  return form;
}
