"use strict";
(() => {
  const form = document.getElementById("filters");
  const answer = document.getElementById("answer");
  const names = ["paper", "kind", "verdict", "q"];
  const items = [...document.getElementById("list").children].map((li) => ({
    li,
    paper: li.dataset.paper,
    kind: li.dataset.kind,
    verdict: li.dataset.verdict,
  }));
  // Read only when first asked for: most readers do not search.
  const wordsOf = (item) => (item.words ??= item.li.textContent.toLowerCase());

  const show = () => {
    const chosen = Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
    const sought = chosen.q.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      const fits =
        ["paper", "kind", "verdict"].every((name) => !chosen[name] || item[name] === chosen[name]) &&
        (!sought || wordsOf(item).includes(sought));
      item.li.hidden = !fits;
      shown += fits;
    }
    answer.textContent = `${shown} ${shown === 1 ? "error" : "errors"}${shown < items.length ? ` of ${items.length}` : ""}`;
    return chosen;
  };

  // An address such as "#kind=owners" chooses; one that names a part of the page ("#scores") changes nothing.
  const follow = (event) => {
    const state = pageState.read();
    if (!names.some((name) => name in state)) return;
    for (const name of names) form.elements[name].value = state[name] ?? "";
    show();
    if (!event || event.newURL !== written) document.getElementById("errors").scrollIntoView();
  };
  let written = "";
  const choose = () => {
    pageState.write(show(), true);
    written = location.href;
  };

  form.addEventListener("input", choose);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(choose));
  addEventListener("hashchange", follow);
  follow();
})();
