"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const text = document.getElementById("text");
const tree = document.getElementById("tree");
const told = document.getElementById("told");
const search = document.getElementById("search");
const hits = document.getElementById("hits");
let chosen = -1;
let ranges = [];
let hit = -1;

// ---- What is pointed at ----

function line(label, value, kind) {
  const row = document.createElement("p");
  if (kind) row.className = kind;
  row.textContent = label ? `${label}: ${value}` : value;
  return row;
}

function rulesOf(path) {
  const names = [];
  for (let at = path; at >= 0; at = data.rules[at][0]) names.push(data.rules[at][1]);
  return names.reverse().join(" › ");
}

function tell(leaf, part) {
  const [terminal, path, number, start, end] = data.leaves[leaf];
  const rules = rulesOf(path);
  const field = part?.dataset.f !== undefined ? data.fields[part.dataset.f] : null;
  const rows = [line("", field ? field[0] : `${rules} › ${terminal}`, "path")];
  rows.push(line("terminal", number === null ? terminal : `${terminal}, line ${number}`));
  if (field) rows.push(line("field", field[1]), line("rules", rules));
  rows.push(line("characters", `${start} to ${end}`));
  for (const index of (part?.dataset.d ?? "").split(" ").filter(Boolean)) {
    const [severity, said] = data.diagnostics[index];
    rows.push(line(severity, said, severity));
  }
  told.replaceChildren(...rows);
}

function mark(leaf) {
  for (const prefix of ["l", "t"]) {
    document.getElementById(prefix + chosen)?.classList.remove("on");
    document.getElementById(prefix + leaf)?.classList.add("on");
  }
  chosen = leaf;
}

function choose(leaf, part, from) {
  if (leaf < 0 || leaf >= data.leaves.length) return;
  mark(leaf);
  tell(leaf, part ?? document.querySelector(`#l${leaf} [data-f], #l${leaf} [data-d]`));
  const place = { block: "nearest", inline: "nearest" };
  const far = from === "search" || from === "diagnostics" ? { ...place, block: "center" } : place;
  if (from !== "text") document.getElementById("l" + leaf)?.scrollIntoView(far);
  if (from !== "tree") {
    const node = document.getElementById("t" + leaf);
    for (let up = node?.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    node?.scrollIntoView(place);
  }
}

text.addEventListener("mouseover", (event) => {
  const leaf = event.target.closest(".leaf");
  if (leaf) tell(Number(leaf.dataset.l), event.target.closest("[data-f], [data-d]"));
});
text.addEventListener("mouseleave", () => { if (chosen >= 0) tell(chosen, null); });
text.addEventListener("click", (event) => {
  const leaf = event.target.closest(".leaf");
  if (leaf) choose(Number(leaf.dataset.l), event.target.closest("[data-f], [data-d]"), "text");
});
tree.addEventListener("mouseover", (event) => {
  const node = event.target.closest(".t");
  if (node) tell(Number(node.dataset.l), null);
});
tree.addEventListener("click", (event) => {
  const node = event.target.closest(".t");
  if (node) choose(Number(node.dataset.l), null, "tree");
});

// ---- Terminals and diagnostics ----

document.getElementById("legend").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const on = button.getAttribute("aria-pressed") !== "true";
  for (const other of document.querySelectorAll("#legend button")) other.setAttribute("aria-pressed", String(on && other === button));
  for (const leaf of document.querySelectorAll(".leaf")) {
    leaf.classList.toggle("dim", on && data.leaves[leaf.dataset.l][0] !== button.dataset.t);
  }
});

function diagnostic(index) {
  const part = [...document.querySelectorAll("#text [data-d]")].find((one) => one.dataset.d.split(" ").includes(String(index)));
  const leaf = part?.closest(".leaf");
  if (leaf) choose(Number(leaf.dataset.l), part, "diagnostics");
}
document.getElementById("diagnostics").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) diagnostic(Number(button.dataset.d));
});
let lastDiagnostic = -1;
function nextDiagnostic() {
  if (!data.diagnostics.length) return;
  lastDiagnostic = (lastDiagnostic + 1) % data.diagnostics.length;
  diagnostic(lastDiagnostic);
}

// ---- Search ----

function nodesOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let at = 0;
  while (walker.nextNode()) {
    nodes.push([at, walker.currentNode]);
    at += walker.currentNode.length;
  }
  return nodes;
}

function placeOf(nodes, offset) {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle][0] <= offset) low = middle; else high = middle - 1;
  }
  return [nodes[low][1], offset - nodes[low][0]];
}

const MOST = 2000;
function find() {
  ranges = [];
  hit = -1;
  const wanted = search.value.toLowerCase();
  if (wanted) {
    const nodes = nodesOf(text);
    const whole = nodes.map(([, node]) => node.data).join("").toLowerCase();
    for (let at = whole.indexOf(wanted); at >= 0 && ranges.length < MOST; at = whole.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(...placeOf(nodes, at));
      range.setEnd(...placeOf(nodes, at + wanted.length));
      ranges.push(range);
    }
  }
  if (CSS.highlights) {
    CSS.highlights.delete("now");
    if (ranges.length) CSS.highlights.set("hit", new Highlight(...ranges)); else CSS.highlights.delete("hit");
  }
  hits.textContent = wanted ? `${ranges.length}${ranges.length === MOST ? "+" : ""}` : "";
  if (ranges.length) go(1);
}

function go(step) {
  if (!ranges.length) return;
  hit = (hit + step + ranges.length) % ranges.length;
  const range = ranges[hit];
  if (CSS.highlights) CSS.highlights.set("now", new Highlight(range));
  const element = range.startContainer.parentElement;
  const leaf = element.closest(".leaf");
  hits.textContent = `${hit + 1} of ${ranges.length}${ranges.length === MOST ? "+" : ""}`;
  if (leaf) choose(Number(leaf.dataset.l), element.closest("[data-f], [data-d]"), "search");
  else element.scrollIntoView({ block: "center" });
}
search.addEventListener("input", find);
search.form.addEventListener("submit", (event) => { event.preventDefault(); go(1); });

// ---- Keys ----

function clear() {
  search.value = "";
  find();
  search.blur();
  mark(-1);
  for (const one of document.querySelectorAll('#legend [aria-pressed="true"]')) one.click();
}

function toggleTheme() {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "light" : "dark";
}
document.getElementById("theme").addEventListener("click", toggleTheme);

const keys = {
  ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1), j: () => choose(chosen + 1), k: () => choose(chosen - 1),
  n: () => go(1), p: () => go(-1), d: nextDiagnostic, t: toggleTheme, "/": () => search.focus(),
};
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { clear(); return; }
  if (event.target === search || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
