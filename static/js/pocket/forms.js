/* Visit forms go into the queue first and out of it next: what was pressed once cannot be lost on the way. */
import { contentOf, photosOf } from "./content.js";
import { made, put as putWords, show } from "./dom.js";
import { WAITING, find, put } from "./queue.js";
import { flush } from "./sending.js";
import { place, withNumber } from "./place.js";

const PATIENCE = 6000;

/* `leave` goes to the receipt; `giveUp` is for a phone that can keep nothing: the plain way, as without a script. */
export function queueForm(form, leave, giveUp) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "1";
    keep(form, leave).catch(giveUp);
  });
}

async function keep(form, leave) {
  const content = contentOf(form);
  const label = form.dataset.label || content.place;
  await put(content, label, photosOf(form));
  const sent = flush(true);
  await Promise.race([sent, new Promise((done) => setTimeout(done, PATIENCE))]);
  const record = await find(content.client_uuid);
  if (!record || record.isReceived) leave(withNumber(place.receipt, content.client_uuid));
  else if (record.state === WAITING) showSaved(form, content.client_uuid, label);
  else showRefusal(form, record);
}

/* In place of the form: it is safe on the phone, and what will become of it. */
function showSaved(form, uuid, label) {
  const panel = show(putWords(made("saved"), { label }), ["waiting"]);
  form.replaceWith(panel);
  panel.focus();
  document.addEventListener("shanzhi:queue", async () => {
    if (await find(uuid)) return;
    show(panel, ["sent"]);
    panel.querySelector("[data-receipt]").href = withNumber(place.receipt, uuid);
  });
}

/* Above the form, which can be mended and pressed again: the record stays in the queue until then. */
function showRefusal(form, record) {
  const known = form.querySelector("[data-refusal]");
  const panel = show(putWords(made("refusal"), { detail: record.detail }), [record.state]);
  if (known) known.replaceWith(panel);
  else form.prepend(panel);
  panel.focus();
  delete form.dataset.busy;
  delete form.dataset.sent;
}
