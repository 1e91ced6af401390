// Suggestions below the search box: the list of an editable combobox (ARIA Authoring Practices 1.2). Without this file the box is a plain one.
"use strict";

const box = document.querySelector("input[data-suggest]");
if (box) {
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.suggestLabel);
  box.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) box.setAttribute(name, value);

  let active = -1;
  let asking = null;
  let timer = 0;

  const close = () => {
    asking?.abort();
    clearTimeout(timer);
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const span = (className, text) => {
    const part = document.createElement("span");
    part.className = className;
    part.textContent = text;
    return part;
  };

  const lineOf = (suggestion, i) => {
    const line = document.createElement("li");
    line.id = `suggestion-${i}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    line.dataset.address = suggestion.address;
    const label = span("suggested", suggestion.label);
    if (suggestion.lang) label.lang = suggestion.lang;
    line.append(label);
    if (suggestion.other) line.append(" ", span("other", suggestion.other));
    line.append(" ", span("hint", suggestion.hint));
    return line;
  };

  const choose = (next) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = next;
    const line = list.children[active];
    if (!line) {
      box.removeAttribute("aria-activedescendant");
      return;
    }
    line.setAttribute("aria-selected", "true");
    line.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", line.id);
  };

  // An answer may come after the keys: who has chosen a line keeps it while it is still offered.
  const show = (text, suggestions) => {
    const chosen = list.children[active]?.dataset.address;
    list.replaceChildren(...suggestions.map(lineOf));
    list.dataset.query = text;
    list.hidden = suggestions.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
    choose(chosen ? suggestions.findIndex((suggestion) => suggestion.address === chosen) : -1);
  };

  const ask = async () => {
    const text = box.value.trim();
    asking?.abort();
    if (text === "") {
      close();
      return;
    }
    asking = new AbortController();
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: asking.signal });
      if (answer.ok && document.activeElement === box) show(text, await answer.json());
    } catch (accident) {
      // Asked again meanwhile, or no network: the box works without.
      if (accident.name !== "AbortError") close();
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 60);
  });

  box.addEventListener("keydown", (event) => {
    // While an input method converts kana or pinyin, the keys are its own.
    if (event.isComposing) return;
    const count = list.children.length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" && list.hidden) {
      ask();
    } else if (event.key === "ArrowDown" && count > 0) {
      event.preventDefault();
      choose(active + 1 < count ? active + 1 : -1);
    } else if (event.key === "ArrowUp" && count > 0) {
      event.preventDefault();
      choose(active >= 0 ? active - 1 : count - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.address);
    } else if (event.key === "Tab") {
      close();
    }
  });

  // The box keeps the focus, so that the list is still there when the finger is lifted.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const line = event.target.closest("[role=option]");
    if (line) location.assign(line.dataset.address);
  });
  box.addEventListener("blur", close);
}
