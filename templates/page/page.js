"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const say = data.words;
  const one = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  for (const part of all(".script, .script [hidden]")) part.hidden = false;
  const keep = {
    get(key) { try { return localStorage.getItem("loi-" + key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem("loi-" + key, value); } catch { /* a page from a stick may keep nothing */ } },
  };

  // Colours: as the machine has them, or as chosen.
  const themes = ["automatic", "light", "dark"];
  const paint = (theme) => {
    if (theme === "automatic") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    one("theme").textContent = `${say.theme} ${say[theme]}`;
  };
  let theme = themes.includes(keep.get("theme")) ? keep.get("theme") : "automatic";
  paint(theme);
  one("theme").addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    keep.set("theme", theme);
    paint(theme);
  });

  // Where the reader is.
  const links = all(".bar nav a");
  const sections = links.map((link) => one(link.hash.slice(1)));
  const follow = () => {
    const line = innerHeight / 3;
    let at = 0;
    sections.forEach((section, n) => { if (section.getBoundingClientRect().top <= line) at = n; });
    links.forEach((link, n) => { if (n === at) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current"); });
  };
  addEventListener("scroll", follow, { passive: true });
  follow();

  // The text of a version, against another.
  const list = one("clauses");
  const rows = new Map(all(".clause", list).map((row) => [row.dataset.clause, row]));
  const position = data.orders.map((order) => new Map(order.ids.map((id, n) => [id, n])));
  const made = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.append(text);
    return element;
  };

  const drawn = (segments, into) => {
    for (const segment of segments) into.append(segment.by ? marked(segment) : plain(segment));
    return into;
  };
  const marked = (segment) => {
    const span = made("span", segment.type === "bracket" ? "w open" : "w");
    span.dataset.by = segment.by;
    span.append(plain(segment));
    return span;
  };
  const plain = (segment) => {
    if (segment.type === "blank") return made("span", "blank", "__________");
    if (segment.type === "bracket") {
      const bracket = made("span", "bracket", "[");
      bracket.append(made("span", "side", segment.names + ":"), " ");
      drawn(segment.segments, bracket).append("]");
      return bracket;
    }
    if (segment.type === "ref") {
      const link = made("a", "ref", segment.text);
      link.href = segment.href;
      return link;
    }
    return document.createTextNode(segment.text);
  };

  const reads = (field, version) => {
    let found = -1;
    for (const [from, wording] of field.from) if (from <= version) found = wording;
    return found;
  };
  /** The words of a field in a version as an element; against another with those that went and came. */
  const worded = (field, show, against, into) => {
    const now = reads(field, show);
    const before = against < 0 ? now : reads(field, against);
    if (now === before) return now < 0 ? false : (drawn(field.words[now], into), false);
    const hunks = now < 0 ? [["-", field.words[before]]]
      : before < 0 ? [["+", field.words[now]]]
      : before < now ? field.changes[`${before}-${now}`]
      : field.changes[`${now}-${before}`].map(([op, words]) => [{ "-": "+", "+": "-", "=": "=" }[op], words]);
    for (const [op, words] of hunks) {
      if (op === "=") { drawn(words, into); continue; }
      const change = drawn(words, made(op === "+" ? "ins" : "del"));
      if (/^\s/.test(change.textContent)) { // a blank before is changed too, but need not be marked
        const first = document.createTreeWalker(change, NodeFilter.SHOW_TEXT).nextNode();
        first.data = first.data.replace(/^\s+/, "");
        into.append(" ");
      }
      into.append(change);
    }
    return true;
  };

  const labelled = (kind, figure, language) => {
    const pattern = data.labels[language][kind === "annex" && !figure ? "only-annex" : kind];
    return pattern ? filled(pattern, { n: figure[language] || figure }) : "";
  };
  const rowOf = (id) => {
    if (!rows.has(id)) {
      const row = made("li", `clause ${data.clauses[id].kind}`);
      row.dataset.clause = id;
      const gutter = made("div", "gutter");
      gutter.append(made("span", "number"));
      const cells = made("div", "cells");
      for (const language of data.languages) {
        const cell = made("div", "cell");
        cell.lang = cell.dataset.language = language;
        cell.append(made("p", "heading"), made("p", "wording"));
        cells.append(cell);
      }
      row.append(gutter, cells);
      rows.set(id, row);
    }
    return rows.get(id);
  };
  /** Clauses that another order has elsewhere: under another clause, or out of the longest row both share. */
  const movedBetween = (old, now) => {
    const moved = new Set();
    if (old === now) return moved;
    const siblings = new Map();
    data.orders[now].ids.forEach((id, n) => {
      const was = position[old].get(id);
      if (was === undefined) return;
      if (data.orders[old].parents[was] !== data.orders[now].parents[n]) { moved.add(id); return; }
      const parent = data.orders[now].parents[n];
      if (!siblings.has(parent)) siblings.set(parent, []);
      siblings.get(parent).push([id, was]);
    });
    for (const some of siblings.values()) {
      const best = some.map(() => 1), from = some.map(() => -1);
      if (some.every(([, was], n) => !n || was > some[n - 1][1])) continue;
      some.forEach(([, was], n) => { for (let k = 0; k < n; k++) if (some[k][1] < was && best[k] + 1 > best[n]) { best[n] = best[k] + 1; from[n] = k; } });
      const kept = new Set();
      for (let at = best.indexOf(Math.max(...best)); at >= 0; at = from[at]) kept.add(some[at][0]);
      for (const [id] of some) if (!kept.has(id)) moved.add(id);
    }
    return moved;
  };
  /** All clauses of both versions in one reading order: what is gone stands after what it stood after. */
  const woven = (old, now) => {
    const ids = [...data.orders[now].ids];
    if (old === now) return ids;
    const after = new Map();
    let last = "";
    for (const id of data.orders[old].ids) {
      if (position[now].has(id)) last = id;
      else after.set(last, [...(after.get(last) || []), id]);
    }
    return [...(after.get("") || []), ...ids.flatMap((id) => [id, ...(after.get(id) || [])])];
  };

  let differing = 0;
  let shownOrder = data.order[data.present];
  const draw = () => {
    const show = Number(one("show").value);
    const against = one("against").value === "" ? -1 : Number(one("against").value);
    const now = data.order[show];
    const old = against < 0 ? now : data.order[against];
    const moved = movedBetween(old, now);
    const ids = woven(old, now);
    list.classList.toggle("as-it-was", show !== data.present);
    differing = 0;
    const kept = new Set(ids);
    for (const [id, row] of rows) if (!kept.has(id)) row.remove();
    for (const id of ids) {
      const row = rowOf(id);
      const place = position[now].get(id);
      const was = position[old].get(id);
      const gone = place === undefined;
      const order = data.orders[gone ? old : now];
      const at = gone ? was : place;
      let changed = false;
      if (data.clauses[id]) {
        const { kind, fields } = data.clauses[id];
        for (const cell of all(".cell", row)) {
          const language = cell.dataset.language;
          for (const [name, target] of [["heading", ".heading"], ["text", ".wording"]]) {
            const into = cell.querySelector(target);
            into.replaceChildren();
            const label = name === "heading" ? labelled(kind, order.figures[at], language) : "";
            if (label) into.append(made("span", "label", label));
            const field = fields[`${name}.${language}`];
            if (field && worded(field, show, against, into)) changed = true;
          }
        }
      } else if (now !== shownOrder) {
        for (const label of all(".label", row)) label.textContent = labelled(row.classList.contains("annex") ? "annex" : "article", order.figures[at], label.closest(".cell").dataset.language);
      }
      row.querySelector(".number").textContent = order.numbers[at] || "–";
      const fate = gone ? "gone" : was === undefined ? "new" : moved.has(id) ? "moved" : changed ? "changed" : "";
      row.classList.remove("gone", "new", "moved", "changed");
      row.querySelector(".fate")?.remove();
      if (fate) {
        differing += 1;
        row.classList.add(fate);
        if (fate === "moved") row.classList.add("changed");
        row.querySelector(".gutter").append(made("span", "tag fate", say[fate]));
      }
      for (const tag of all(".of-present", row)) tag.hidden = show !== data.present;
    }
    if (now !== shownOrder || old !== now || list.children.length !== ids.length) list.append(...ids.map(rowOf));
    shownOrder = old === now ? now : -1;
    one("only").disabled = against < 0;
    one("only").title = against < 0 ? say["only-when-compared"] : "";
    sift(against);
  };
  const sift = (against) => {
    const wanted = one("find").value.trim().toLocaleLowerCase();
    const only = one("only").checked && against >= 0;
    const languages = new Set(all("[name=language]:checked").map((box) => box.value));
    for (const cell of all("#text .cell")) cell.hidden = !languages.has(cell.dataset.language);
    let shown = 0;
    for (const row of list.children) {
      const differs = /\b(gone|new|moved|changed)\b/.test(row.className);
      const fits = !wanted || row.dataset.clause.includes(wanted) || row.querySelector(".number").textContent === wanted || all(".cell:not([hidden])", row).some((cell) => cell.textContent.toLocaleLowerCase().includes(wanted));
      row.hidden = !fits || (only && !differs);
      shown += row.hidden ? 0 : 1;
    }
    const said = [];
    if (against >= 0) said.push(differing ? filled(say["changed-clauses"], { n: differing }) : say["no-changes"]);
    if (shown < list.children.length) said.push(filled(say["shown-rows"], { n: shown, all: list.children.length }));
    one("found").textContent = said.join(" · ");
    rove(current && !current.hidden && current.isConnected ? current : [...list.children].find((row) => !row.hidden));
  };
  const redraw = () => draw();
  const resift = () => sift(one("against").value === "" ? -1 : Number(one("against").value));
  for (const id of ["show", "against"]) one(id).addEventListener("change", redraw);
  one("only").addEventListener("change", resift);
  one("find").addEventListener("input", resift);
  for (const box of all("[name=language]")) box.addEventListener("change", (event) => {
    if (!all("[name=language]:checked").length) event.target.checked = true; // a text in no language is no text
    resift();
  });
  one("choose").addEventListener("submit", (event) => event.preventDefault());

  // Who wrote which words: by pointing, touching, or going there with the arrow keys.
  const panel = one("origin");
  const tell = (span) => {
    if (!panel) return;
    for (const told of all(".w.told")) told.classList.remove("told");
    span.classList.add("told");
    one("origin-words").replaceChildren(...data.origins[span.dataset.by - 1].map((by) => {
      const block = made("div");
      const head = made("p");
      head.append(made("strong", "", by.who || by.name), by.day ? `, ${by.day} ` : " ");
      if (by.who) head.append(made("code", "", by.name));
      block.append(head);
      if (by.why) block.append(made("p", "", by.why));
      return block;
    }));
    panel.hidden = false;
  };
  const hush = () => {
    if (!panel || panel.hidden) return false;
    panel.hidden = true;
    for (const told of all(".w.told")) told.classList.remove("told");
    return true;
  };
  for (const kind of ["mouseover", "click"]) list.addEventListener(kind, (event) => {
    const span = event.target.closest(".w");
    if (span) tell(span);
  });
  list.addEventListener("focusin", (event) => {
    if (event.target.matches(".w")) tell(event.target);
    const row = event.target.closest(".clause");
    if (row) rove(row);
  });
  one("close-origin")?.addEventListener("click", hush);

  // Keys: one clause is in the tab order at a time; arrows go on from it.
  let current = null;
  function rove(row) {
    if (!row || row === current) return;
    if (current) current.tabIndex = -1;
    current = row;
    row.tabIndex = 0;
  }
  const step = (by, fits = () => true) => {
    const open = [...list.children].filter((row) => !row.hidden);
    const inside = list.contains(document.activeElement);
    let at = open.indexOf(current);
    if (!inside && current && by > 0) at -= 1;
    for (at += by; at >= 0 && at < open.length; at += by) if (fits(open[at])) {
      rove(open[at]);
      open[at].focus({ preventScroll: true });
      open[at].scrollIntoView({ block: "nearest" });
      return;
    }
  };
  const stepWords = (by) => {
    const row = document.activeElement?.closest?.(".clause");
    if (!row) return false;
    const words = all(".cell:not([hidden]) .w", row);
    const at = words.indexOf(document.activeElement) + by;
    const next = by < 0 && document.activeElement === row ? null : words[at];
    if (!next) { if (at < 0 && document.activeElement !== row) row.focus(); return true; }
    next.tabIndex = -1;
    next.focus();
    return true;
  };
  const help = one("help");
  const single = one("single");
  single.checked = keep.get("single-keys") !== "off"; // WCAG 2.1.4: keys of one letter can be switched off
  single.addEventListener("change", () => keep.set("single-keys", single.checked ? "on" : "off"));
  one("keys").addEventListener("click", () => help.showModal());
  const notable = (row) => /\b(gone|new|moved|changed)\b/.test(row.className) || (one("against").value === "" && row.classList.contains("disputed"));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.key === "Escape") { hush(); return; }
    if (event.target.closest("input, select, textarea, button")) return;
    const inText = list.contains(document.activeElement);
    const arrows = { ArrowDown: () => step(1), ArrowUp: () => step(-1), ArrowRight: () => stepWords(1), ArrowLeft: () => stepWords(-1) };
    const letters = {
      j: () => step(1), k: () => step(-1), n: () => step(1, notable), p: () => step(-1, notable),
      "/": () => one("find").focus(), "?": () => help.showModal(),
    };
    const section = sections[Number(event.key) - 1];
    const act = inText && arrows[event.key] ? arrows[event.key]
      : single.checked && letters[event.key] ? letters[event.key]
      : single.checked && section ? () => { location.hash = section.id; section.querySelector("h1, h2").tabIndex = -1; section.querySelector("h1, h2").focus(); } : null;
    if (act) { event.preventDefault(); act(); }
  });

  // The matrix by unit, clause and what became of it.
  if (one("sieve")) {
    const sieve = () => {
      const wanted = { unit: one("by-unit").value, clause: one("by-clause").value, status: one("by-status").value };
      const proposals = all("#proposals tbody tr");
      let shown = 0;
      for (const row of proposals) {
        row.hidden = !Object.entries(wanted).every(([key, value]) => !value || row.dataset[key] === value);
        shown += row.hidden ? 0 : 1;
      }
      one("sifted").textContent = filled(say["shown-rows"], { n: shown, all: proposals.length });
    };
    for (const id of ["by-unit", "by-clause", "by-status"]) one(id).addEventListener("change", sieve);
    one("sieve").addEventListener("submit", (event) => event.preventDefault());
    sieve();
  }

  one("only").disabled = true;
  one("only").title = say["only-when-compared"];
  rove(list.firstElementChild);
})();
