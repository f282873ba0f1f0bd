"use strict";
/* Keys and small helps; every page works without it. */
(function () {
  function at(id) { return document.getElementById(id); }
  function all(selector) { return Array.from(document.querySelectorAll(selector)); }
  function typing(target) { return target.closest && target.closest("input, textarea, select"); }
  function shown(node) { return node.offsetParent !== null; }

  /* The values of a page, one after the other. */
  function step(by) {
    var stops = all("[data-open], .stop").filter(shown);
    var now = stops.indexOf(document.activeElement);
    var next = stops[now < 0 ? (by > 0 ? 0 : stops.length - 1) : now + by];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  }

  /* A key of the open pane or page: presses a button, opens a form and goes to its first field. */
  function press(key) {
    var found = document.querySelector("#beside [data-key='" + key + "'], [data-key='" + key + "']");
    var inPane = document.querySelector("#beside [data-key='" + key + "']");
    found = inPane || found;
    if (!found) { return false; }
    found.click();
    var form = found.tagName === "SUMMARY" ? found.parentNode.querySelector("form") : null;
    var field = form && form.querySelector("input:not([type=hidden]), textarea, select");
    if (field) { field.focus(); }
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) { return; }
    if (event.key === "Escape") { leave(); return; }
    if (typing(event.target)) { return; }
    if (event.key === "j") { step(1); }
    else if (event.key === "k") { step(-1); }
    else if (event.key === "/") { at("find").focus(); }
    else if (event.key === "?") { location.href = "/help"; }
    else if (!press(event.key)) { return; }
    event.preventDefault();
  });

  /* The pane: shows the words, gives the focus back. */
  var opener = null;
  function leave() {
    if (typing(document.activeElement || document.body)) { document.activeElement.blur(); }
    if (opener) { opener.focus(); }
  }
  document.addEventListener("htmx:beforeRequest", function (event) {
    var link = event.target;
    if (link.matches && link.matches("[data-open]")) {
      opener = link;
      all(".fact.open").forEach(function (fact) { fact.classList.remove("open"); });
      var fact = link.closest(".fact");
      if (fact) { fact.classList.add("open"); }
    }
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    var box = event.target;
    var title = box.querySelector("#pane-title");
    if (box.id === "beside") { box.scrollTop = 0; if (title) { title.focus({ preventScroll: true }); } }
    var hit = box.querySelector(".hit");
    if (box.id === "words" && hit) { hit.scrollIntoView({ block: "nearest" }); }
  });
  document.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.xhr.status === 409 || event.detail.xhr.status === 400) { event.detail.shouldSwap = true; }
  });
  document.addEventListener("htmx:responseError", function (event) {
    if (event.detail.xhr.status < 500) { return; }
    at("said").textContent = "The desk did not answer. Nothing is lost: try again.";
  });
  document.addEventListener("htmx:sendError", function () {
    at("said").textContent = "The desk cannot be reached. Is it still running?";
  });

  /* Closing the pane; a chosen value goes into its field. */
  var empty = at("beside") ? at("beside").innerHTML : "";
  document.addEventListener("click", function (event) {
    var shut = event.target.closest ? event.target.closest("#beside [data-close]") : null;
    if (shut) {
      event.preventDefault();
      at("beside").innerHTML = empty;
      all(".fact.open").forEach(function (fact) { fact.classList.remove("open"); });
      if (opener) { opener.focus(); }
      return;
    }
    var fill = event.target.closest ? event.target.closest("[data-fill]") : null;
    if (fill) { fill.closest("form").elements.value.value = fill.dataset.fill; }
  });

  /* Marked words go into the open form, with their place in code points. */
  function place(node, offset) {
    var holder = (node.nodeType === 3 ? node.parentNode : node).closest("[data-start]");
    if (!holder || node.nodeType !== 3) { return -1; }
    return Number(holder.dataset.start) + Array.from(node.data.slice(0, offset)).length;
  }
  document.addEventListener("mouseup", mark);
  document.addEventListener("keyup", function (event) { if (event.shiftKey) { mark(); } });
  function mark() {
    var chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) { return; }
    var range = chosen.getRangeAt(0);
    var text = range.startContainer.parentNode.closest ? range.startContainer.parentNode.closest(".text") : null;
    var field = all("[data-words]").filter(shown)[0];
    if (!text || !field) { return; }
    field.value = chosen.toString();
    var start = place(range.startContainer, range.startOffset);
    var end = place(range.endContainer, range.endOffset);
    var spot = field.form.querySelector("[data-at]");
    if (spot) { spot.value = start >= 0 && end > start ? start + "-" + end : ""; }
  }

  /* Filters act at once; the button stays for those without a script. */
  document.addEventListener("change", function (event) {
    var form = event.target.form;
    if (form && form.hasAttribute("data-filters") && event.target.matches("select, [type=checkbox]")) { form.requestSubmit(); }
  });
  if (window.matchMedia("(max-width: 60rem)").matches) {
    all(".filters[open]").forEach(function (box) { box.open = false; });
  }
  window.addEventListener("beforeprint", function () {
    all("details:not([open])").forEach(function (box) { if (!box.querySelector("form")) { box.open = true; box.dataset.printed = "1"; } });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-printed]").forEach(function (box) { box.open = false; delete box.dataset.printed; });
  });
})();
