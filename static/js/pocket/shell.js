/* The page the phone keeps: opens the view its address asks for, from what the phone has. */
import { made, show } from "./dom.js";
import { queueForm } from "./forms.js";
import { place } from "./place.js";
import { announce, list, setFailing } from "./queue.js";
import { queueView } from "./queue_view.js";
import { load, refresh } from "./roster.js";
import { keepSending } from "./sending.js";
import { isAble, store } from "./store.js";
import { again, doors, outcomes, report, today, visit } from "./walk.js";

const view = document.querySelector("[data-view]");
const notices = document.querySelector("main");
const doorPath = new RegExp(`^${place.visit.replace("/0/visit/", "/(\\d+)/(visit/)?")}$`);
const isStandIn = () => location.pathname !== place.page; // shown in place of a page that could not come
let roster = null;
let state = { offline: isStandIn() };

function viewOf(path, query) {
  const names = { "/": "today", [place.today]: "today", [place.rosterPage]: "roster", [place.report]: "report" };
  if (names[path]) return { name: names[path] };
  const door = path.match(doorPath);
  if (door) return { name: "visit", id: Number(door[1]), outcome: new URLSearchParams(query).get("outcome") };
  return { name: path === place.page || path.startsWith(place.my) ? "queue" : "elsewhere" };
}

async function draw() {
  const wanted = viewOf(location.pathname, location.search);
  const isFromRoster = wanted.name !== "queue" && wanted.name !== "elsewhere";
  if (isFromRoster && !roster) { lay("absent", made("absent")); return; }
  const noted = new Set((await list(true)).map((record) => record.content.household));
  if (wanted.name === "queue") lay("queue", queueView(edit, outcomeWord));
  else if (wanted.name === "today") lay("today", today(roster, noted));
  else if (wanted.name === "roster") lay("roster", doors(roster, noted));
  else if (wanted.name === "report") lay("report", queued(report(roster)));
  else if (wanted.name === "visit") drawVisit(wanted);
  else lay("elsewhere", made("elsewhere"));
}

function drawVisit(wanted) {
  const household = roster.households.find((each) => each.id === wanted.id);
  if (!household) lay("elsewhere", made("elsewhere"));
  else if (document.querySelector(`template[data-template="visit-${wanted.outcome}"]`)) {
    lay("outcome", queued(visit(household, wanted.outcome)));
  } else lay("outcome", outcomes(household));
}

function edit(record) {
  const form = again(record, roster || { posts: [] });
  form.elements.client_uuid.value = record.uuid;
  lay("outcome", queued(form));
}

function outcomeWord(outcome) {
  const known = roster && roster.choices.outcome.find((choice) => choice.value === outcome);
  return known ? known.label : "";
}

function queued(form) {
  queueForm(form, (url) => location.assign(url), () => form.prepend(made("plain")));
  return form;
}

function lay(name, element) {
  view.textContent = "";
  view.appendChild(element);
  document.querySelector("[data-page-name]").textContent = titleOf(name);
  Array.prototype.forEach.call(document.querySelectorAll(".bottombar-item"), (tab) => {
    if (tab.pathname === location.pathname) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  });
  window.scrollTo(0, 0);
}

function titleOf(name) { return document.querySelector(`template[data-template="${name}"]`).dataset.title; }

/* Without a network links lead to views of this page; with one they lead to the portal's own pages. */
function follow(event) {
  const link = event.target.closest("a[href]");
  if (!link || link.origin !== location.origin || !state.offline || link.hasAttribute("data-reload")) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  draw();
}

function tell(event) {
  state = event.detail;
  const parts = { offline: state.offline, online: isStandIn() && !state.offline, "signed-out": state.signedOut, old: state.old };
  show(notices.querySelector("[data-notices]"), Object.keys(parts).filter((name) => parts[name]));
}

async function look() {
  const found = await refresh(true);
  setFailing(found === "offline");
  if (found === "new" && !roster) { roster = await load(); await draw(); }
  if (found === "gone") { roster = null; await draw(); }
  await announce();
}

async function start() {
  await store();
  document.addEventListener("shanzhi:queue", tell);
  document.addEventListener("click", follow);
  window.addEventListener("popstate", draw);
  window.addEventListener("online", look);
  roster = await load();
  await draw();
  await announce();
  await keepSending();
  await look();
}

const stayPlain = () => { document.querySelector('main > [data-when="plain"]').hidden = false; };
if (isAble()) start().catch(stayPlain);
else stayPlain();
