/* Pages are made of the templates the portal wrote: words and looks stay there, these put values into them. */

/* A copy of `<template data-template="name">`, as an element. */
export function made(name) {
  return document.querySelector(`template[data-template="${name}"]`).content.firstElementChild.cloneNode(true);
}

/* Put words into `[data-slot]` elements; one whose word is empty disappears. */
export function put(element, words) {
  Object.keys(words).forEach((name) => {
    const slots = element.querySelectorAll(`[data-slot="${name}"]`);
    Array.prototype.forEach.call(slots, (slot) => {
      slot.hidden = !words[name] && words[name] !== 0;
      const pattern = slot.dataset.pattern;
      slot.textContent = pattern ? pattern.replace("{}", words[name]) : words[name];
    });
  });
  return element;
}

/* Show exactly those `[data-when]` parts that are named. */
export function show(element, names) {
  Array.prototype.forEach.call(element.querySelectorAll("[data-when]"), (part) => {
    part.hidden = !names.includes(part.dataset.when);
  });
  return element;
}

export function on(element, selector, act) {
  Array.prototype.forEach.call(element.querySelectorAll(selector), (found) => found.addEventListener("click", act));
}

/* A day and a moment as the portal writes them, without the year. */
export function dayWords(iso) {
  const parts = iso.split("-").map(Number);
  return words(new Date(parts[0], parts[1] - 1, parts[2]));
}

export function moment(at) {
  const day = new Date(at);
  return `${words(day)} ${said(day, { hour: "2-digit", minute: "2-digit", hour12: false })}`;
}

function words(day) { return `${said(day, { month: "short", day: "numeric" })} ${said(day, { weekday: "short" })}`; }

function said(day, parts) { return new Intl.DateTimeFormat(document.documentElement.lang, parts).format(day); }
