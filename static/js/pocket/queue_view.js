/* What waits, what was refused and why, and what has lately arrived: the page a worker trusts. */
import { dayWords, made, moment, on, put, show } from "./dom.js";
import { readBack, saveAll } from "./file.js";
import { place, withNumber } from "./place.js";
import { WAITING, announce, list, receipts, remove, settle } from "./queue.js";
import { flush } from "./sending.js";

const MENDABLE = ["refused", "invalid"];

/* `edit` opens a record in its form; `label` says an outcome in words. */
export function queueView(edit, label) {
  const view = made("queue");
  on(view, "[data-send]", () => flush(true));
  on(view, "[data-save]", saveAll);
  view.querySelector("[data-file]").addEventListener("change", (event) => take(view, event.target));
  const draw = () => fill(view, edit, label);
  document.addEventListener("shanzhi:queue", draw);
  draw();
  return view;
}

async function fill(view, edit, label) {
  const records = await list(true);
  const arrived = await receipts();
  const cards = records.map((record) => recordCard(record, edit, label));
  lay(view.querySelector("[data-list]"), cards);
  lay(view.querySelector("[data-receipts]"), arrived.slice(0, 20).map(receiptCard));
  const parts = { empty: !records.length, some: records.length, receipts: arrived.length };
  Object.keys(parts).forEach((name) => {
    view.querySelector(`[data-when="${name}"]`).hidden = !parts[name];
  });
}

function lay(place, cards) {
  place.textContent = "";
  cards.forEach((card) => place.appendChild(card));
}

function recordCard(record, edit, label) {
  const content = record.content;
  const mendable = MENDABLE.includes(record.state) && !record.isReceived;
  const state = record.state === WAITING && record.isReceived ? "photos" : record.state;
  const card = put(made("record"), {
    label: record.label || "", outcome: label(content.outcome), at: moment(content.visited_at),
    note: content.note || "", detail: record.detail,
  });
  show(card, mendable ? [state, "mend"] : [state]);
  on(card, "[data-edit]", () => edit(record));
  on(card, "[data-again]", async () => { await settle(record, { state: WAITING, detail: "" }); await flush(true); });
  on(card, "[data-known]", () => remove(record));
  return card;
}

function receiptCard(row) {
  const card = put(made("receipt"), { label: row.label || "", day: dayWords(row.day), number: row.number });
  card.querySelector("[data-receipt]").href = withNumber(place.receipt, row.uuid);
  return card;
}

async function take(view, input) {
  if (!input.files.length) return;
  const taken = await readBack(input.files[0]);
  const answer = typeof taken === "number" ? "taken" : taken;
  ["taken", "bad", "other"].forEach((name) => {
    view.querySelector(`[data-when="${name}"]`).hidden = name !== answer;
  });
  if (answer === "taken") put(view, { taken: String(taken) });
  input.value = "";
  await announce();
  await flush(true);
}
