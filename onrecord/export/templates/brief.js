"use strict";
/* Marks the whole of the words that a link points at; goes back by key; opens all for print. */
(function () {
  var last = null;
  function clear() {
    document.querySelectorAll(".lit").forEach(function (part) { part.classList.remove("lit"); });
  }
  function light(first, end) {
    clear();
    var part = first;
    while (part) {
      if (part.classList && part.classList.contains("ev")) { part.classList.add("lit"); }
      part = part.nextSibling;
      if (part && part.dataset && Number(part.dataset.start) >= end) { break; }
      if (part && part.nodeType === 3) { break; }
    }
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[data-end]") : null;
    if (!link) { return; }
    var target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target) { return; }
    last = link;
    light(target, Number(link.dataset.end));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && last) { last.focus(); last.scrollIntoView({ block: "center" }); clear(); last = null; }
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (part) {
      if (!part.closest(".dispute")) { part.open = true; part.dataset.printed = "1"; }
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-printed]").forEach(function (part) { part.open = false; delete part.dataset.printed; });
  });
})();
