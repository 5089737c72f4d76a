// Everything here only adds comfort: each page works without it.
"use strict";

// A page that the back button brought back may belong to somebody else: ask the server again.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// Make an element with its attributes, and put what belongs into it.
const element = (name, attributes, ...inside) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
};

// "None of these" takes the others away, and the others take it away.
const standAlone = (group) => {
  group.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox" || !target.checked) return;
    const alone = "exclusive" in target.dataset;
    for (const other of group.querySelectorAll("input[type=checkbox]")) {
      if (other !== target && (alone || "exclusive" in other.dataset)) other.checked = false;
    }
  });
};

// A question that can be answered in one way or another, such as in words or with the box "prefer
// not to say": one way empties the others. A box that is unticked again brings the words back.
const oneWay = (question) => {
  const ways = [...question.querySelectorAll("[data-way]")];
  if (ways.length < 2) return;
  const fieldsOf = (way) => way.querySelectorAll("input[name], textarea, select");
  const kept = new Map();
  const fill = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("input"));
  };
  question.addEventListener("input", ({ target }) => {
    if (!target.name) return;
    const others = ways.filter((way) => !way.contains(target)).flatMap((way) => [...fieldsOf(way)]);
    const isBox = ({ type }) => type === "checkbox";
    if (isBox(target) ? target.checked : target.value) {
      const full = others.filter((field) => !isBox(field) && field.value);
      if (full.length > 0) kept.clear();
      for (const field of full) {
        kept.set(field, field.value);
        fill(field, "");
      }
      for (const box of others.filter(isBox)) box.checked = false;
    } else if (isBox(target)) {
      for (const [field, value] of kept) if (!field.value) fill(field, value);
    }
  });
};

// How much room is left: always to be seen, and said aloud when it becomes scarce.
const countRoom = (said) => {
  const field = document.getElementById(said.dataset.room);
  const limit = Number(field.dataset.limit);
  const count = element("span", { class: "count", dir: "ltr", "aria-hidden": "true" });
  const aloud = element("span", { class: "unseen", role: "status" });
  said.after(aloud);
  said.append(" ", count);
  let soon;
  const tell = () => {
    const used = [...field.value].length;
    count.textContent = `${used} / ${limit}`;
    count.classList.toggle("over", used > limit);
    clearTimeout(soon);
    soon = setTimeout(() => {
      const sentence = said.dataset.used.replace("{used}", used).replace("{limit}", limit);
      aloud.textContent = used > limit * 0.8 ? sentence : "";
    }, 800);
  };
  field.addEventListener("input", tell);
  tell();
};

// Accents and case make no difference in a search: "türk" and "TURK" are the same.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// A long list can be searched by typing: a combobox as the ARIA Authoring Practices describe it.
// The list itself stays, unseen, and is what is sent.
class ListSearch {
  constructor(list) {
    this.list = list;
    this.active = null; // what the arrow keys have come to
    this.build(list.id, list.labels[0]);
    this.options = [...list.options].filter((option) => option.value).map(this.offer, this);
    this.field.addEventListener("input", () => this.open(this.field.value));
    this.field.addEventListener("click", () => this.found.hidden && this.browse());
    this.field.addEventListener("focus", () => this.field.select());
    this.field.addEventListener("blur", () => this.settle());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.found.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus
    list.addEventListener("input", () => this.close());
    addEventListener("pageshow", () => this.close());
    this.close();
  }

  build(id, label) {
    const { list } = this;
    const described = `${list.getAttribute("aria-describedby") ?? ""} ${id}-search`.trim();
    label.id ||= `${id}-label`;
    this.field = element("input", {
      ...{ type: "text", id, role: "combobox", autocomplete: "off", spellcheck: "false" },
      ...{ "aria-autocomplete": "list", "aria-controls": `${id}-found` },
      "aria-describedby": described,
    });
    if (list.hasAttribute("aria-invalid")) this.field.setAttribute("aria-invalid", "true");
    this.found = element("ul", {
      ...{ class: "found", id: `${id}-found`, role: "listbox", tabindex: "-1" },
      "aria-labelledby": label.id,
    });
    this.count = element("p", { class: "hint", role: "status" });
    list.id = `${id}-list`;
    list.hidden = true;
    list.before(element("div", { class: "search" }, this.field), this.count, this.found);
    // A mistake stands next to the field, with what is said of the field above it.
    const above = list.parentElement.previousElementSibling;
    const place = above?.matches(".mistake") ? above : list.parentElement;
    place.before(element("p", { class: "hint", id: `${id}-search` }, list.dataset.search));
  }

  offer(option, at) {
    const shown = element("li", { id: `${this.found.id}-${at}`, role: "option" }, option.text);
    shown.addEventListener("click", () => this.choose(option));
    this.found.append(shown);
    return { option, shown, words: plain(option.text) };
  }

  get left() {
    return this.options.filter(({ shown }) => !shown.hidden);
  }

  get chosen() {
    return this.list.value ? this.list.selectedOptions[0].text : "";
  }

  mark(wanted = null) {
    this.active?.shown.classList.remove("active");
    this.active = wanted;
    wanted?.shown.classList.add("active");
    wanted?.shown.scrollIntoView({ block: "nearest" });
    if (wanted) this.field.setAttribute("aria-activedescendant", wanted.shown.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  open(typed = "") {
    const wanted = plain(typed).split(/\s+/);
    for (const { option, shown, words } of this.options) {
      shown.hidden = !wanted.every((word) => words.includes(word));
      shown.setAttribute("aria-selected", String(option.selected));
    }
    this.show(this.left.length > 0, this.list.dataset.found.replace("{count}", this.left.length));
  }

  browse() {
    this.open();
    this.mark(this.options.find(({ option }) => option.selected));
  }

  // Shut, with what is chosen in the field.
  close() {
    this.field.value = this.chosen;
    this.show(false, "");
  }

  show(open, count) {
    this.found.hidden = !open;
    this.field.setAttribute("aria-expanded", String(open));
    this.count.textContent = count;
    this.mark();
  }

  choose(option) {
    const changed = this.list.value !== option.value;
    this.list.value = option.value;
    this.close();
    if (changed) this.list.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // What was typed and not chosen counts if it can mean one thing only.
  settle() {
    const typed = plain(this.field.value).trim();
    const meant = this.active ?? this.options.find(({ words }) => words === typed);
    if (meant) this.choose(meant.option);
    else if (typed === "") this.choose(this.list.options[0]);
    else if (this.left.length === 1) this.choose(this.left[0].option);
    else this.close();
  }

  press(event) {
    const isOpen = !this.found.hidden;
    if (event.key in STEPS && (isOpen || event.key.startsWith("Arrow"))) this.step(event.key);
    else if (event.key === "Enter" && (isOpen || this.field.value !== this.chosen)) {
      if (this.active || this.left.length === 1) this.settle();
    } else if (event.key === "Escape" && isOpen) this.close();
    else return;
    event.preventDefault();
  }

  step(key) {
    if (this.found.hidden) this.browse();
    const all = this.left;
    const from = this.active ? all.indexOf(this.active) : key === "ArrowDown" ? -1 : all.length;
    this.mark(all[Math.min(Math.max(from + STEPS[key], 0), all.length - 1)]);
  }
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

// Changing the language keeps what is chosen on the page and not yet continued from.
const keepOnLeaving = (answers) => {
  let touched = false;
  answers.addEventListener("input", () => (touched = true));
  for (const link of document.querySelectorAll("[data-language]")) {
    link.addEventListener("click", (event) => {
      if (!touched || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      answers.append(element("input", { type: "hidden", name: "page-then", value: "stay" }));
      answers.action = link.href;
      answers.requestSubmit();
    });
  }
};

document.addEventListener("DOMContentLoaded", () => {
  const each = (selector, deed) => document.querySelectorAll(selector).forEach(deed);
  document.querySelector("[data-summary]")?.focus();
  each(".choices", standAlone);
  each("[data-search]", (list) => new ListSearch(list));
  each(".question", oneWay);
  each("[data-room]", countRoom);
  each("[data-answers]", keepOnLeaving);
});
