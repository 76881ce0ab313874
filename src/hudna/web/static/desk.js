"use strict";
// Everything works without this file; it folds the filters on small screens and carries a selection into a form.
(function () {
  function fold() {
    document.querySelectorAll("details[data-fold]").forEach(function (each) {
      each.open = window.matchMedia("(min-width: 60rem)").matches;
    });
  }

  // Offsets are counted in code points, as the record counts them; the browser counts UTF-16 units.
  function codePoints(text) {
    return Array.from(text).length;
  }

  function offsetIn(root, node, offset) {
    var range = document.createRange();
    range.selectNodeContents(root);
    range.setEnd(node, offset);
    return codePoints(range.toString());
  }

  function takeSelection() {
    var source = document.querySelector("[data-select]");
    var selection = window.getSelection();
    if (!source || !selection || selection.isCollapsed || !selection.rangeCount) return;
    var range = selection.getRangeAt(0);
    if (!source.contains(range.startContainer) || !source.contains(range.endContainer)) return;
    var before = Number(source.dataset.offset || 0);
    var start = before + offsetIn(source, range.startContainer, range.startOffset);
    var end = before + offsetIn(source, range.endContainer, range.endOffset);
    document.querySelectorAll("[data-selected]").forEach(function (each) {
      var what = each.dataset.selected;
      each.value = what === "start" ? start : what === "end" ? end : selection.toString();
    });
  }

  document.addEventListener("DOMContentLoaded", function () {
    fold();
    var here = document.getElementById("here");
    if (here) here.scrollIntoView({ block: "center" });
  });
  // Addresses hold what was asked for and nothing else.
  document.addEventListener("htmx:configRequest", function (event) {
    var asked = event.detail.parameters;
    if (event.detail.verb !== "get") return;
    Object.keys(asked).forEach(function (key) {
      if (asked[key] === "") delete asked[key];
    });
  });
  document.addEventListener("selectionchange", takeSelection);
})();
