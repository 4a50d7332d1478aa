"use strict";
(() => {
  const choices = JSON.parse(document.getElementById("choices").textContent);
  const lines = JSON.parse(document.getElementById("lines").textContent);
  const form = document.getElementById("filters");
  const answer = document.getElementById("answer");
  const owners = document.getElementById("owners");
  const table = document.getElementById("table");
  const body = table.tBodies[0];
  const compare = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" }).compare;
  const several = (value) => new Set(value ? value.split("\n") : []);
  const names = new Map(choices.partner.map(([key, label]) => [key, label]));

  const rows = [...body.rows].map((tr, place) => ({
    tr,
    place,
    action: tr.dataset.action,
    topic: several(tr.dataset.topic),
    population: several(tr.dataset.population),
    partner: tr.dataset.partner || "",
    role: tr.dataset.role,
    basis: tr.dataset.basis || "",
    status: tr.dataset.status,
    paper: tr.dataset.paper,
    due: tr.dataset.due || "",
  }));
  // Read only when first asked for: most readers neither search nor sort.
  const wordsOf = (row) =>
    (row.words ??= [...row.tr.querySelectorAll("bdi, blockquote")].map((one) => one.textContent).join(" ").toLowerCase());
  const columns = [...table.tHead.rows[0].cells].map((th) => th.dataset.sort);

  const ANY = { topic: "every topic", partner: "Any", status: "Any", basis: "Any", paper: "Any", population: "Any" };
  const fill = () => {
    for (const [name, options] of Object.entries(choices)) {
      const select = form.elements[name];
      select.append(new Option(ANY[name], ""));
      for (const [value, label, number, depth] of options) {
        select.append(new Option(`${"\u2003".repeat(depth)}${label} (${number})`, value));
      }
    }
    const order = form.elements.sort;
    order.append(new Option("As in the papers", ""));
    for (const th of table.tHead.rows[0].cells) {
      order.append(new Option(`${th.textContent}, first to last`, th.dataset.sort));
      order.append(new Option(`${th.textContent}, last to first`, `-${th.dataset.sort}`));
      const button = element("button", th.textContent);
      button.type = "button";
      button.addEventListener("click", () => {
        order.value = order.value === th.dataset.sort ? `-${th.dataset.sort}` : th.dataset.sort;
        changed(false);
      });
      th.replaceChildren(button);
    }
  };

  // A month or year ends on its last day: "2024-06" is due by 30 June 2024.
  const lastDay = (date) => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);

  const fits = (row, state, search) =>
    (state.role === "all" || row.role === "owner") &&
    (!state.topic || row.topic.has(state.topic)) &&
    (!state.population || row.population.has(state.population)) &&
    (!state.partner || row.partner === state.partner) &&
    (!state.status || row.status === state.status) &&
    (!state.basis || row.basis === state.basis) &&
    (!state.paper || row.paper === state.paper) &&
    (state.owner !== "none" || (row.role === "owner" && !row.partner)) &&
    (state.due !== "none" || !row.due) &&
    (!state.by || (/^\d/.test(row.due) && lastDay(row.due) <= state.by)) &&
    search.every((word) => wordsOf(row).includes(word));

  const sorted = (state) => {
    const name = (state.sort || "").replace(/^-/, "");
    const column = columns.indexOf(name);
    if (column < 0) return rows;
    const way = state.sort.startsWith("-") ? -1 : 1;
    const value = (row) => (name === "due" ? row.due : name === "partner" && !row.partner ? "" : row.tr.cells[column].textContent);
    const keyed = rows.map((row) => [value(row), row]);
    keyed.sort(([left, a], [right, b]) => {
      if (!left !== !right) return left ? -1 : 1; // what is missing stands last, either way
      return way * compare(left, right) || a.place - b.place;
    });
    return keyed.map(([, row]) => row);
  };

  const CHIPS = 10;
  let expanded = false;
  const plural = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

  const tell = (state, shown) => {
    const actions = new Set(shown.map((row) => row.action));
    const tally = new Map();
    const orphans = new Set();
    for (const row of shown) {
      if (row.role !== "owner") continue;
      if (!row.partner) orphans.add(row.action);
      else tally.set(row.partner, (tally.get(row.partner) || new Set()).add(row.action));
    }
    const ranked = [...tally].sort((a, b) => b[1].size - a[1].size || compare(names.get(a[0]), names.get(b[0])));
    const topic = choices.topic.find(([key]) => key === state.topic);
    const about = topic ? ` on ${topic[1]}` : "";
    const named = ranked.slice(0, 3).map(([key, set]) => `${names.get(key)} (${set.size})`);
    const more = ranked.length > 3 ? ` and ${plural(ranked.length - 3, "other partner", "other partners")}` : "";
    const own = named.length ? ` Owned by ${named.join(", ")}${more}.` : "";
    const none = orphans.size ? ` ${plural(orphans.size, "has", "have")} no owner.` : "";
    answer.textContent = actions.size
      ? `${plural(actions.size, "action", "actions")}${about}.${own}${none}`
      : `No action${about} fits these choices.`;
    const first = expanded || ranked.length <= CHIPS + 2 ? ranked : ranked.slice(0, CHIPS);
    owners.replaceChildren(
      ...first.map(([key, set]) => {
        const chip = element("button");
        chip.type = "button";
        chip.append(element("bdi", names.get(key)), element("span", String(set.size), "n"));
        chip.setAttribute("aria-pressed", String(state.partner === key));
        chip.addEventListener("click", () => {
          form.elements.partner.value = state.partner === key ? "" : key;
          changed(false);
        });
        return chip;
      }),
    );
    if (first.length < ranked.length) {
      const more = element("button", `${ranked.length - first.length} more`, "more");
      more.type = "button";
      more.addEventListener("click", () => {
        expanded = true;
        show(chosen());
        owners.children[CHIPS].focus();
      });
      owners.append(more);
    }
    owners.hidden = !ranked.length;
  };

  let visible = [];
  const show = (state) => {
    const search = (state.q || "").toLowerCase().split(/\s+/).filter(Boolean);
    const ordered = sorted(state);
    const hidden = new Set(rows.filter((row) => !fits(row, state, search)));
    visible = ordered.filter((row) => !hidden.has(row));
    for (const row of rows) row.tr.hidden = hidden.has(row);
    if (ordered.some((row, place) => body.rows[place] !== row.tr)) body.append(...ordered.map((row) => row.tr));
    visible.forEach((row, place) => row.tr.classList.toggle("again", place > 0 && visible[place - 1].action === row.action));
    for (const th of table.tHead.rows[0].cells) {
      if (state.sort === th.dataset.sort) th.setAttribute("aria-sort", "ascending");
      else if (state.sort === `-${th.dataset.sort}`) th.setAttribute("aria-sort", "descending");
      else th.removeAttribute("aria-sort");
    }
    tell(state, visible);
  };

  const controls = ["topic", "q", "partner", "status", "basis", "paper", "population", "by", "sort", "owner", "due", "role"];
  const chosen = () =>
    Object.fromEntries(
      controls.map((name) => {
        const control = form.elements[name];
        return [name, control.type === "checkbox" ? (control.checked ? control.value : "") : control.value.trim()];
      }),
    );
  const mirror = (state) => {
    for (const name of controls) {
      const control = form.elements[name];
      const value = state[name] || "";
      if (control.type === "checkbox") control.checked = value === control.value;
      else if (control !== document.activeElement || control.value.trim() !== value) control.value = value;
      if (control.tagName === "SELECT" && control.selectedIndex < 0) control.value = "";
      control.closest(".field")?.classList.toggle("on", Boolean(value) && name !== "sort");
    }
  };
  const changed = (quietly) => pageState.write(chosen(), quietly);
  const follow = () => {
    mirror(pageState.read());
    show(chosen());
  };

  const download = () => {
    const text = "\ufeff" + [lines[0], ...visible.map((row) => lines[row.place + 1])].map((line) => line + "\r\n").join("");
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = "actions.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  fill();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => event.target.name !== "q" && changed(false));
  form.elements.q.addEventListener("input", () => changed(true));
  document.getElementById("clear").addEventListener("click", () => pageState.write({}, false));
  document.getElementById("csv").addEventListener("click", download);
  document.getElementById("print").addEventListener("click", () => window.print());
  // What is printed shows its evidence; what was closed is closed again afterwards.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = visible.map((row) => row.tr.querySelector("details")).filter((one) => one && !one.open);
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => opened.forEach((one) => (one.open = false)));
  addEventListener("hashchange", follow);
  follow();
  const narrowed = Object.entries(chosen()).some(([name, value]) => name !== "topic" && value);
  document.querySelector(".narrow").open = narrowed || matchMedia("(min-width: 62rem)").matches;
})();
