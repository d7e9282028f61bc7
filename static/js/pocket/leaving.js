/* Logging out empties the phone. What is unsent is sent or saved to a file first: it is never just dropped. */
import { made, on, put, show } from "./dom.js";
import { saveAll } from "./file.js";
import { clear, list } from "./queue.js";
import { wipe } from "./roster.js";
import { flush } from "./sending.js";

export function guardLogout() {
  Array.prototype.forEach.call(document.forms, (form) => {
    if (form.action === new URL(document.querySelector("[data-pocket]").dataset.logout, location).href) guard(form);
  });
}

function guard(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    delete form.dataset.sent;
    const waiting = await list().catch(() => null);
    if (!waiting) { form.submit(); return; } // this browser keeps nothing that could be lost
    if (waiting.length) await flush(true);
    const left = await list();
    if (left.length) askFirst(form, left.length);
    else await leave(form);
  });
}

async function leave(form) {
  await wipe();
  await clear();
  form.submit();
}

function askFirst(form, number) {
  const panel = show(put(made("leaving"), { number }), []);
  const known = document.querySelector("[data-leaving]");
  if (known) known.replaceWith(panel);
  else form.after(panel);
  panel.focus();
  on(panel, "[data-stay]", () => panel.remove());
  on(panel, "[data-save]", async () => {
    await saveAll();
    show(panel, ["saved"]); // the file is checked by eye before anything is erased
  });
  on(panel, "[data-leave]", () => leave(form));
}
