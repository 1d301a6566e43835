"use strict";
(() => {
  const all = (q, at = document) => [...at.querySelectorAll(q)];
  const one = (q) => document.querySelector(q);
  const form = one("#tools");
  const notes = all(".note"), marks = all("a.m"), told = one("#told");
  const numbers = (e) => e.dataset.f.split(" ");
  let current = null;

  function select(number, focus) {
    current = number;
    for (const e of all(".on")) e.classList.remove("on");
    for (const m of marks) if (numbers(m).includes(number)) m.classList.add("on");
    const note = document.getElementById("n" + number);
    if (note) { note.classList.add("on"); const working = note.querySelector("details"); if (working) working.open = true; if (focus) { note.focus({ preventScroll: true }); note.scrollIntoView({ block: "center" }); } }
  }
  function go(place, number) {
    const target = place.closest("a.m") || place;
    select(number, false);
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-f]");
    if (!link || link.classList.contains("off")) return;
    const target = document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    go(target, numbers(link).find((n) => !document.getElementById("n" + n)?.hidden) || numbers(link)[0]);
  });
  // Notes stand beside their paragraph and take no height there; each is moved below the one before it, which lays nothing out anew. What
  // is off the screen is not laid out (content-visibility) and has an estimated size: when the sizes turn out otherwise, this runs again.
  const beside = matchMedia("(scripting: enabled) and (min-width: 62.01rem)");
  function settle() {
    for (const sheet of all(".sheet")) {
      const boxes = beside.matches ? all(".notes", sheet).filter((b) => b.firstElementChild) : [];
      const top = sheet.getBoundingClientRect().top;
      const tops = boxes.map((b) => b.parentElement.getBoundingClientRect().top - top);
      const heights = boxes.map((b) => b.scrollHeight);
      let below = 0;
      boxes.forEach((b, i) => {
        const at = Math.max(tops[i], below);
        b.style.setProperty("--shift", at - tops[i] + "px");
        if (heights[i]) below = at + heights[i] + 10;
      });
      sheet.style.minBlockSize = below ? below + 20 + "px" : "";
    }
  }
  const watch = new ResizeObserver(() => settle());
  for (const e of all(".sheet, .note")) watch.observe(e);
  const shown = () => notes.filter((n) => !n.hidden);
  function step(by) {
    const open = shown();
    if (!open.length) return;
    const at = open.findIndex((n) => n.dataset.f === current);
    select(open[at < 0 ? (by > 0 ? 0 : open.length - 1) : (at + by + open.length) % open.length].dataset.f, true);
  }
  function other() {
    const own = all("#n" + (current || "0") + " .places a").map((a) => document.getElementById(a.hash.slice(1))?.closest("a.m")).filter(Boolean);
    if (!own.length) return;
    const at = own.indexOf(document.activeElement);
    go(own[(at + 1) % own.length], current);
  }
  function filter() {
    const severities = all("input[name=severity]:checked", form).map((e) => e.value);
    const rule = form.elements.rule.value, voice = form.elements.voice.value;
    const hidden = new Set();
    for (const n of notes) {
      n.hidden = !severities.includes(n.dataset.severity) || (rule && n.dataset.rule !== rule) || (voice && !n.dataset.voices.split("|").includes(voice));
      if (n.hidden) hidden.add(n.dataset.f);
    }
    for (const m of marks) {
      const off = numbers(m).every((f) => hidden.has(f));
      m.classList.toggle("off", off);
      if (off) m.setAttribute("tabindex", "-1"); else m.removeAttribute("tabindex");
    }
    told.textContent = shown().length + " of " + notes.length + (notes.length === 1 ? " finding" : " findings") + " shown";
  }
  if (form) {
    form.addEventListener("input", filter);
    form.addEventListener("submit", (e) => e.preventDefault());
    one("#next").addEventListener("click", () => step(1));
    one("#previous").addEventListener("click", () => step(-1));
    one("#other").addEventListener("click", other);
    document.addEventListener("keydown", (e) => {
      if (e.ctrlKey || e.metaKey || e.altKey || /^(SELECT|TEXTAREA)$/.test(e.target.tagName) || !form.elements.keys.checked) return;
      const act = { j: () => step(1), k: () => step(-1), o: other, f: () => form.elements.rule.focus() }[e.key];
      if (act) { e.preventDefault(); act(); }
    });
    filter();
  }
  addEventListener("beforeprint", () => { for (const d of all(".note details")) d.open = true; });
  for (const ledger of all(".ledger")) {
    const tabs = all("[role=tab]", ledger), panels = all(".panel", ledger);
    const open = (i, focus) => {
      tabs.forEach((t, n) => { t.setAttribute("aria-selected", String(n === i)); t.tabIndex = n === i ? 0 : -1; panels[n].hidden = n !== i; });
      if (focus) tabs[i].focus();
    };
    tabs.forEach((t, i) => {
      t.addEventListener("click", () => open(i));
      t.addEventListener("keydown", (e) => {
        const to = { ArrowRight: (i + 1) % tabs.length, ArrowLeft: (i + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[e.key];
        if (to !== undefined) { e.preventDefault(); open(to, true); }
      });
    });
    if (tabs.length) tabs[0].parentElement.hidden = false;
  }
})();
