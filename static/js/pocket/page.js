/* On the portal's own pages of the phone: forms go through the queue, the roster is kept for later. */
import { made } from "./dom.js";
import { queueForm } from "./forms.js";
import { guardLogout } from "./leaving.js";
import { place, user } from "./place.js";
import { announce, setFailing } from "./queue.js";
import { refresh } from "./roster.js";
import { keepSending } from "./sending.js";
import { isAble, note, setNote, store } from "./store.js";

const forms = Array.from(document.querySelectorAll("form[data-visit]"));

async function start() {
  guardLogout(); // first of all: whoever is quick loses nothing either
  await store();
  if (await note("me") !== user()) await setNote("me", user());
  forms.forEach((form) => queueForm(form, (url) => location.assign(url), () => form.submit()));
  await announce();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(place.worker).catch(() => {});
  await keepSending();
  if (await refresh(false) === "offline") setFailing(true);
  await announce();
}

/* This browser keeps nothing: said where it matters, and the forms go as they always did. */
function stayPlain() {
  forms.forEach((form) => form.prepend(made("plain")));
}

if (place.syncUrl) {
  if (isAble()) start().catch(stayPlain);
  else stayPlain();
}
