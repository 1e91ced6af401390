// The site works without this file: it only folds the filters away on a phone and searches within long lists of values.
"use strict";

const isNarrow = window.matchMedia("(max-width: 719px)");
for (const fold of document.querySelectorAll("details[data-open-wide]")) {
  if (isNarrow.matches) fold.open = false;
}

for (const box of document.querySelectorAll("input.within")) {
  box.addEventListener("input", () => {
    const wanted = box.value.normalize("NFKC").toLowerCase();
    for (const line of box.closest("details").querySelectorAll("li")) {
      line.hidden = !line.textContent.normalize("NFKC").toLowerCase().includes(wanted);
    }
  });
}
