"use strict";
// `network`, `nodes` and `edges` are left behind by the drawing script above.
(() => {
  const graph = JSON.parse(document.getElementById("graph").textContent);
  const panel = document.getElementById("panel");
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const byShow = new Map(graph.nodes.map((node) => [node.show, node]));
  const beside = new Map(graph.nodes.map((node) => [node.id, []]));
  for (const [source, target, says] of graph.edges) {
    beside.get(source).push([target, says]);
    beside.get(target).push([source, says]);
  }
  const labels = new Map(nodes.get().map((node) => [node.id, node.label.trim()]));
  const look = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const address = (node) => "#" + new URLSearchParams({ show: node.show }).toString();
  const SIZE = { strategy: 8, priority: 8, action: 3.6, partner: 7 };
  const WIDTH = { strategy: 125, priority: 195, action: 200, partner: 205 };
  const ROOM = { strategy: 165, priority: 280, action: 265, partner: 255 };
  const LINES = { strategy: 5, priority: 2, action: 2, partner: 1 };
  const AREA = { left: -85, top: -20, width: 1105, height: 800 };
  const number = { strategy: 0, priority: 0, action: 0, partner: 0 };
  for (const node of graph.nodes) number[node.kind] += 1;
  // In a crowd symbols shrink, lines grow faint, and the names of strategies take one line; names that would run into
  // others are left out (see write).
  const crowd = (kind) => (kind === "action" ? 1 : Math.min(1, Math.max(0.3, 45 / number[kind])));
  const faint = Math.max(0.06, Math.min(0.45, 5.5 / Math.sqrt(graph.edges.length)));
  if (number.strategy > 6) LINES.strategy = 1;
  let colours = {};
  let faded = new Set();
  let near = new Set();
  let taken = [];

  const outline = (ctx, kind, x, y, r) => {
    ctx.beginPath();
    if (kind === "strategy") ctx.rect(x - r, y - r, 2 * r, 2 * r);
    else if (kind === "action") ctx.arc(x, y, r, 0, 2 * Math.PI);
    else if (kind === "priority") {
      ctx.moveTo(x, y - r);
      ctx.lineTo(x + r, y);
      ctx.lineTo(x, y + r);
      ctx.lineTo(x - r, y);
    } else {
      ctx.moveTo(x, y - r);
      ctx.lineTo(x + r, y + 0.8 * r);
      ctx.lineTo(x - r, y + 0.8 * r);
    }
    ctx.closePath();
  };

  // Text in at most so many lines; what does not fit ends in "…".
  const broken = (ctx, text, width, most) => {
    const lines = [""];
    const fits = (line) => ctx.measureText(line).width <= width;
    for (const word of text.split(" ")) {
      const longer = `${lines[lines.length - 1]} ${word}`.trim();
      if (fits(longer) || !lines[lines.length - 1]) lines[lines.length - 1] = longer;
      else if (lines.length < most) lines.push(word);
      else {
        let last = lines[lines.length - 1];
        while (last && !fits(`${last}\u2026`)) last = last.slice(0, -1).trimEnd();
        lines[lines.length - 1] = `${last}\u2026`;
        break;
      }
    }
    return lines;
  };

  // A label keeps its size on the screen, and is left out where another already stands.
  const write = (ctx, node, x, y, r, always) => {
    const text = always || near.has(node.id) ? node.label : labels.get(node.id);
    if (!text) return;
    const unit = 1 / network.getScale();
    const room = always ? WIDTH[node.kind] * unit : Math.min(WIDTH[node.kind] * unit, ROOM[node.kind]);
    if (room < 60 * unit) return;
    ctx.font = `${node.kind === "strategy" ? 600 : 400} ${12.5 * unit}px system-ui, sans-serif`;
    const below = node.kind === "strategy";
    const lines = broken(ctx, text, room, always ? 6 : LINES[node.kind]);
    const height = 15 * unit;
    const wide = Math.max(...lines.map((line) => ctx.measureText(line).width));
    const left = below ? x - wide / 2 : x + r + 5 * unit;
    const top = below ? y + r + 4 * unit : y - (lines.length * height) / 2;
    const box = [left, top, left + wide, top + lines.length * height];
    const crowded = taken.some((one) => one[0] < box[2] && box[0] < one[2] && one[1] < box[3] && box[1] < one[3]);
    if (crowded && !always) return;
    taken.push(box);
    ctx.textAlign = below ? "center" : "left";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 4 * unit;
    ctx.strokeStyle = colours.raised;
    ctx.fillStyle = colours.ink;
    lines.forEach((line, number) => {
      const at = [line, below ? x : left, top + (number + 0.5) * height];
      ctx.strokeText(...at);
      ctx.fillText(...at);
    });
  };

  const renderer = ({ ctx, id, x, y, state }) => {
    const node = byId.get(id);
    const unit = 1 / network.getScale();
    const r = SIZE[node.kind] * crowd(node.kind) * Math.sqrt(unit) * (state.hover || state.selected ? 1.35 : 1);
    return {
      drawNode() {
        ctx.save();
        ctx.globalAlpha = faded.has(id) ? 0.15 : 1;
        outline(ctx, node.kind, x, y, r);
        ctx.fillStyle = colours[node.kind];
        ctx.fill();
        if (state.selected) {
          ctx.lineWidth = 2.5 * unit;
          ctx.strokeStyle = colours.ink;
          ctx.stroke();
        }
        ctx.restore();
      },
      drawExternalLabel() {
        if (faded.has(id) && !state.hover) return;
        ctx.save();
        write(ctx, node, x, y, r, state.hover || state.selected);
        ctx.restore();
      },
      nodeDimensions: { width: 2.4 * r, height: 2.4 * r },
    };
  };

  // What is not joined to the chosen thing fades.
  const paint = (chosen) => {
    colours = Object.fromEntries(["ink", "raised", "strategy", "priority", "action", "partner"].map((name) => [name, look(`--${name}`)]));
    near = new Set(chosen ? beside.get(chosen.id).map(([id]) => id) : []);
    faded = new Set(chosen ? graph.nodes.map((node) => node.id).filter((id) => id !== chosen.id && !near.has(id)) : []);
    edges.update(
      edges.get().map((edge) => {
        const lit = chosen && (edge.from === chosen.id || edge.to === chosen.id);
        const kind = byId.get(edge.from).kind === "action" ? "priority" : byId.get(edge.from).kind;
        const colour = colours[kind];
        return { id: edge.id, color: { color: colour, highlight: colour, hover: colour, opacity: chosen ? (lit ? 0.95 : 0.04) : faint } };
      }),
    );
    network.redraw();
  };
  const showAll = () => {
    const box = document.getElementById("mynetwork");
    const scale = Math.min(box.clientWidth / AREA.width, box.clientHeight / AREA.height);
    network.moveTo({ position: { x: AREA.left + AREA.width / 2, y: AREA.top + AREA.height / 2 }, scale });
  };
  const tell = (node) => {
    panel.replaceChildren();
    if (!node) {
      panel.append(element("p", "Choose something in the picture or in the list below.", "soft"));
      return;
    }
    panel.append(element("span", node.name, `kind ${node.kind}`));
    const title = element("h2");
    title.append(element("bdi", node.label));
    panel.append(title);
    for (const fact of node.facts) {
      const line = element("p", undefined, "source");
      line.append(element("bdi", fact));
      panel.append(line);
    }
    if (node.quote) {
      const [prefix, exact, suffix] = node.quote;
      const quote = element("blockquote");
      quote.dir = "auto";
      quote.append(
        element("span", prefix && `\u2026${prefix}`, "around"),
        element("q", exact),
        element("span", suffix && `${suffix}\u2026`, "around"),
      );
      panel.append(quote, element("p", node.paper, "source"));
    }
    const groups = new Map();
    for (const [id, says] of beside.get(node.id)) groups.set(says, [...(groups.get(says) || []), byId.get(id)]);
    for (const [says, found] of groups) {
      const list = element("ul");
      for (const one of found) {
        const link = element("a");
        link.href = address(one);
        link.append(element("bdi", one.label));
        const item = element("li");
        item.append(link);
        list.append(item);
      }
      panel.append(element("h3", says), list);
    }
    if (node.link) {
      const link = element("a", "See its actions in the table");
      link.href = node.link;
      const line = element("p");
      line.append(link);
      panel.append(line);
    }
  };

  const follow = () => {
    const node = byShow.get(pageState.read().show);
    paint(node);
    tell(node);
    if (node) {
      network.selectNodes([node.id], false);
      const { x, y } = network.canvasToDOM(network.getPosition(node.id));
      const box = document.getElementById("mynetwork");
      const seen = x > 0 && y > 0 && x < box.clientWidth && y < box.clientHeight;
      if (!seen) network.moveTo({ position: network.getPosition(node.id) });
    } else network.unselectAll();
  };

  network.on("click", (event) => pageState.write(event.nodes.length ? { show: byId.get(event.nodes[0]).show } : {}, false));
  network.on("hoverNode", () => (document.getElementById("mynetwork").style.cursor = "pointer"));
  network.on("blurNode", () => (document.getElementById("mynetwork").style.cursor = ""));
  for (const button of document.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => {
      if (button.dataset.zoom === "fit") showAll();
      else network.moveTo({ scale: network.getScale() * (button.dataset.zoom === "in" ? 1.4 : 1 / 1.4) });
    });
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
  addEventListener("hashchange", follow);
  network.on("beforeDrawing", () => (taken = []));
  nodes.update(graph.nodes.map((node) => ({ id: node.id, shape: "custom", ctxRenderer: renderer })));
  showAll();
  follow();
  // The frame takes its size from the page, which may settle after this script: the whole picture stays in view until
  // the reader moves it.
  const frame = new ResizeObserver(() => requestAnimationFrame(showAll));
  frame.observe(document.getElementById("mynetwork"));
  for (const moved of ["dragStart", "zoom", "click"]) network.on(moved, () => frame.disconnect());
})();
