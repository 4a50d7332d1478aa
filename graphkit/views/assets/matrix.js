"use strict";
(() => {
  const matrix = document.getElementById("matrix");
  const controls = document.getElementById("controls");
  const dialog = document.getElementById("cell");
  const sections = new Map([...document.querySelectorAll("#lists section")].map((one) => [one.dataset.priority, one]));
  const heat = [1, 2, 3, 5, 8];
  const several = (value) => (value ? value.split("\n") : []);
  const plural = (number) => `${number} ${number === 1 ? "action" : "actions"}`;

  const takesPart = (entry, partner, every) => {
    if (partner === "") return true;
    if (partner === "none") return !entry.dataset.owners;
    return several(every ? entry.dataset.parties : entry.dataset.owners).includes(partner);
  };
  const entries = (priority, partner, state) =>
    [...(sections.get(priority)?.querySelectorAll(".entries > li") ?? [])].filter(
      (entry) =>
        takesPart(entry, partner, state.role === "all") && (state.inferred !== "no" || entry.dataset.stated === "yes"),
    );

  const heads = [...matrix.tHead.rows[0].cells].map((th) => ({
    th,
    partner: th.dataset.partner,
    label: th.textContent,
    total: th.classList.contains("all"),
  }));
  const cells = [...matrix.querySelectorAll("td")].map((td) => ({
    ...heads[td.cellIndex],
    td,
    priority: td.parentElement.dataset.priority,
    aim: td.parentElement.dataset.label,
  }));

  const count = (state) => {
    for (const cell of cells) {
      const found = entries(cell.priority, cell.partner, state);
      const stated = found.filter((entry) => entry.dataset.stated === "yes").length;
      const inferred = found.length - stated;
      cell.td.replaceChildren();
      for (const step of [1, 2, 3, 4, 5]) cell.td.classList.remove(`h${step}`);
      if (!found.length) continue;
      const link = element("a");
      link.href = "#" + new URLSearchParams({ ...kept(state), priority: cell.priority, partner: cell.partner }).toString();
      link.append(element("span", cell.label, "who"));
      if (stated) link.append(element("b", String(stated)));
      if (inferred) link.append(element("i", `+${inferred}`));
      const number = [stated && plural(stated), inferred && `${inferred} inferred`].filter(Boolean).join(", ");
      link.setAttribute("aria-label", `${number}: ${cell.label}, ${cell.aim}`);
      link.setAttribute("aria-haspopup", "dialog");
      cell.td.append(link);
      if (!cell.total) cell.td.classList.add(`h${heat.filter((least) => found.length >= least).length}`);
    }
  };

  // A partner with nothing to show in any row takes no room.
  const narrow = () => {
    const busy = new Set(cells.filter((cell) => cell.td.firstChild).map((cell) => cell.partner));
    for (const { th, partner, total } of heads.slice(1)) th.hidden = !total && !busy.has(partner);
    for (const cell of cells) cell.td.hidden = !cell.total && !busy.has(cell.partner);
  };

  const kept = (state) => Object.fromEntries(["role", "inferred"].filter((key) => state[key]).map((key) => [key, state[key]]));

  const open = (state) => {
    const cell = cells.find((one) => one.priority === state.priority && one.partner === (state.partner ?? ""));
    if (!cell) {
      if (dialog.open) dialog.close();
      return;
    }
    document.getElementById("chosen").textContent = cell.label;
    document.getElementById("chosen-priority").textContent = cell.aim;
    const copies = entries(cell.priority, cell.partner, state).map((entry) => {
      const copy = entry.cloneNode(true);
      copy.querySelectorAll("details").forEach((one) => (one.open = true));
      return copy;
    });
    document.getElementById("chosen-actions").replaceChildren(...copies);
    const link = document.getElementById("chosen-link");
    const every = state.role === "all" ? { role: "all" } : {};
    const choice = cell.partner === "none" ? { owner: "none" } : { partner: cell.partner, ...every };
    link.hidden = cell.partner === "";
    link.textContent = cell.partner === "none" ? "See all actions without an owner" : "See all actions of this partner";
    link.href = "actions.html#" + new URLSearchParams(choice).toString();
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    document.getElementById("chosen").focus();
  };

  let before = null;
  const follow = () => {
    const state = pageState.read();
    const wanted = JSON.stringify(kept(state));
    for (const name of ["role", "inferred"]) controls.elements[name].checked = state[name] === controls.elements[name].value;
    if (wanted !== before) {
      count(state);
      narrow();
    }
    before = wanted;
    open(state);
  };
  controls.addEventListener("change", () => {
    const chosen = {};
    for (const box of controls.querySelectorAll("input")) if (box.checked) chosen[box.name] = box.value;
    pageState.write(chosen, false);
  });
  controls.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => pageState.read().priority && pageState.write(kept(pageState.read()), false));
  addEventListener("hashchange", follow);
  controls.hidden = false;
  follow();
})();
