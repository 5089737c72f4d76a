// Everything here only adds comfort: each page works without it.
"use strict";

// A page that the back button brought back may belong to somebody else: ask the server again.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("[data-summary]")?.focus();

  // "None of these" takes the others away, and the others take it away.
  for (const group of document.querySelectorAll(".choices")) {
    group.addEventListener("change", ({ target }) => {
      if (target.type !== "checkbox" || !target.checked) return;
      const alone = "exclusive" in target.dataset;
      for (const other of group.querySelectorAll("input[type=checkbox]")) {
        if (other !== target && (alone || "exclusive" in other.dataset)) other.checked = false;
      }
    });
  }

  // How much room is left, said in the page's own words and digits.
  for (const said of document.querySelectorAll("[data-room]")) {
    const field = document.getElementById(said.dataset.room);
    const limit = Number(field.dataset.limit);
    const count = document.createElement("span");
    count.className = "count";
    count.dir = "ltr";
    said.append(" ", count);
    const tell = () => {
      const used = [...field.value].length;
      count.textContent = `${used} / ${limit}`;
      count.classList.toggle("over", used > limit);
    };
    field.addEventListener("input", tell);
    tell();
  }

  // Changing the language keeps what is chosen on the page and not yet continued from.
  const answers = document.querySelector("[data-answers]");
  if (answers) {
    let touched = false;
    answers.addEventListener("input", () => (touched = true));
    for (const link of document.querySelectorAll("[data-language]")) {
      link.addEventListener("click", (event) => {
        if (!touched || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        const stay = Object.assign(document.createElement("input"), {
          type: "hidden",
          name: "then",
          value: "stay",
        });
        answers.append(stay);
        answers.action = link.href;
        answers.requestSubmit();
      });
    }
  }
});
