/**
 * What runs in the page: filter, search, links, printing. Plain text, because it runs in a browser and not here; the
 * page's own policy admits exactly this text by its hash.
 */
export const SCRIPT = String.raw`"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const form = document.querySelector("form.filter");
  const search = document.getElementById("q");
  const shown = document.getElementById("shown");
  const fields = ["policy", "level", "status", "pair"];
  const pairs = [...document.querySelectorAll(".pair")].map((element) => ({
    element,
    number: element.dataset.pair,
    nothing: element.querySelector(".nothing"),
    folds: [...element.querySelectorAll(".packages")],
    groups: [...element.querySelectorAll(".g")].map((group) => {
      const heading = group.firstElementChild.textContent.toLowerCase();
      const items = [...group.querySelectorAll(".f")];
      return { element: group, items: items.map((item) => ({ element: item, heading, text: undefined })) };
    }),
  }));
  const total = document.querySelectorAll(".f").length;

  const value = (name) => form.elements[name]?.value ?? "";
  const verdicts = () => [...form.querySelectorAll("[name=verdict]")].filter((box) => box.checked).map((box) => box.value);
  const textOf = (item) => (item.text ??= item.heading + " " + item.element.textContent.toLowerCase());

  function matches(item, wanted) {
    const { p, v, l, s } = item.element.dataset;
    return (
      wanted.verdicts.has(v) &&
      (wanted.policy === "" || wanted.policy === p) &&
      (wanted.level === "" || wanted.level === l) &&
      (wanted.status === "" || wanted.status === s) &&
      wanted.words.every((word) => textOf(item).includes(word))
    );
  }

  function apply() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = { verdicts: new Set(verdicts()), words };
    for (const name of fields) wanted[name] = value(name);
    let count = 0;
    for (const pair of pairs) {
      const here = wanted.pair === "" || wanted.pair === pair.number;
      let inPair = 0;
      for (const group of pair.groups) {
        let inGroup = 0;
        for (const item of group.items) {
          const visible = here && matches(item, wanted);
          item.element.hidden = !visible;
          if (visible) inGroup++;
        }
        group.element.hidden = inGroup === 0;
        inPair += inGroup;
      }
      for (const fold of pair.folds) {
        fold.hidden = fold.querySelector(".f:not([hidden])") === null;
        if (words.length > 0) fold.open = true;
      }
      pair.element.hidden = !here;
      pair.nothing.hidden = inPair > 0 || pair.groups.length === 0;
      count += inPair;
    }
    shown.textContent = count === total ? total + " findings" : count + " of " + total + " findings";
  }

  function remember() {
    const state = new URLSearchParams();
    if (search.value !== "") state.set("q", search.value);
    for (const name of fields) if (value(name) !== "") state.set(name, value(name));
    const boxes = form.querySelectorAll("[name=verdict]").length;
    if (verdicts().length < boxes) state.set("verdict", verdicts().join(","));
    const text = state.toString();
    history.replaceState(null, "", text === "" ? "#" : "#?" + text);
  }

  function restore(state) {
    search.value = state.get("q") ?? "";
    for (const name of fields) if (form.elements[name]) form.elements[name].value = state.get(name) ?? "";
    const chosen = state.get("verdict")?.split(",");
    for (const box of form.querySelectorAll("[name=verdict]")) box.checked = chosen === undefined || chosen.includes(box.value);
    apply();
  }

  function follow() {
    const hash = location.hash.slice(1);
    if (hash.startsWith("?")) {
      restore(new URLSearchParams(hash.slice(1)));
      document.getElementById("findings").scrollIntoView({ block: "start" });
      return;
    }
    const target = hash === "" ? null : document.getElementById(hash);
    if (target === null) return;
    if (target.hidden || target.closest("[hidden]") !== null) restore(new URLSearchParams());
    const fold = target.closest(".packages");
    if (fold !== null) fold.open = true;
    for (const open of document.querySelectorAll(".f.target")) open.classList.remove("target");
    if (target.matches(".f")) {
      target.open = true;
      target.classList.add("target");
      target.querySelector("summary").focus({ preventScroll: true });
    }
    requestAnimationFrame(() => target.scrollIntoView({ block: target.matches(".f") ? "center" : "start" }));
  }

  let waiting;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (apply(), remember()), 120);
  });
  form.addEventListener("reset", () => setTimeout(() => (apply(), remember())));
  addEventListener("hashchange", follow);
  addEventListener("keydown", (event) => {
    const typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "Escape" && event.target === search) {
      search.value = "";
      apply();
      remember();
    }
  });
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll('.f[data-v="beyond"]:not([open]):not([hidden])')].slice(0, 500);
    for (const item of opened) item.open = true;
  });
  addEventListener("afterprint", () => {
    for (const item of opened) item.open = false;
  });
  apply();
  follow();
})();
`;
