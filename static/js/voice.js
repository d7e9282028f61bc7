/* Speaking instead of typing, where the browser can: it turns speech into words, and only the words get into the
   field. No sound is kept or sent by the portal; where the browser can work on the phone alone, it is asked to. */
(function () {
  "use strict";
  var Recognition = window.SpeechRecognition || window.webkitSpeechRecognition;
  if (!Recognition) return;

  function add(field, words) {
    var before = field.value;
    var joint = before && !/[\s\uff0c\u3002\uff1b\uff01\uff1f]$/.test(before) ? "\uff0c" : "";
    var most = field.maxLength > 0 ? field.maxLength : Infinity;
    field.value = (before + joint + words).slice(0, most);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function listen(field, button) {
    var words = button.querySelector("[data-words]");
    var recognition = new Recognition();
    recognition.lang = document.documentElement.lang === "en" ? "en-GB" : "zh-CN";
    recognition.interimResults = false;
    if ("processLocally" in recognition) recognition.processLocally = true;
    recognition.onresult = function (event) {
      for (var at = event.resultIndex; at < event.results.length; at += 1) add(field, event.results[at][0].transcript);
    };
    recognition.onerror = function (event) {
      if (event.error !== "no-speech" && event.error !== "aborted") button.dataset.failed = "1";
    };
    recognition.onend = function () {
      button.recognition = null;
      button.setAttribute("aria-pressed", "false");
      words.textContent = button.dataset.failed ? button.dataset.cannot : button.dataset.start;
      delete button.dataset.failed;
    };
    recognition.start();
    button.recognition = recognition;
    button.setAttribute("aria-pressed", "true");
    words.textContent = button.dataset.listening;
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-voice-of]");
    if (!button) return;
    if (button.recognition) { button.recognition.stop(); return; }
    listen(document.getElementById(button.dataset.voiceOf), button);
  });

  function offer() {
    var template = document.querySelector("template[data-voice-button]");
    if (!template) return;
    Array.prototype.forEach.call(document.querySelectorAll("textarea[data-voice]"), function (field) {
      if (!field.id || document.querySelector("[data-voice-of='" + field.id + "']")) return;
      var button = template.content.firstElementChild.cloneNode(true);
      button.dataset.voiceOf = field.id;
      field.insertAdjacentElement("afterend", button);
    });
  }
  document.addEventListener("DOMContentLoaded", offer);
  document.addEventListener("shanzhi:form", offer); // a form that was put into the page later
})();
