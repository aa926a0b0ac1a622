// Search in the transcript: what is said, the titles, and the formulas as plain text.
"use strict";

(() => {
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const rows = [...document.querySelectorAll(".beat")];
  const clips = [...document.querySelectorAll(".clip")];

  /** Write text as it is searched: small letters, one kind of minus, no gaps around signs. */
  function plain(text) {
    return text
      .toLowerCase()
      .replaceAll("−", "-")
      .replaceAll("’", "'")
      .replaceAll("′", "'")
      .replaceAll("²", "^2")
      .replaceAll("³", "^3")
      .replace(/\*\*/g, "^")
      .replace(/\s*([=+\-/·<>→^()])\s*/g, "$1")
      .replace(/\s+/g, " ")
      .trim();
  }

  const texts = new Map(rows.map((row) => [row, plain(row.dataset.search)]));

  function search() {
    const wanted = plain(field.value);
    let count = 0;
    for (const row of rows) {
      const fits = texts.get(row).includes(wanted);
      row.hidden = !fits;
      count += fits;
    }
    for (const clip of clips) {
      clip.hidden = clip.querySelector(".beat:not([hidden])") === null;
    }
    if (!wanted) found.textContent = "";
    else found.textContent = count === 1 ? "1 place" : `${count || "no"} places`;
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      search();
    } else if (event.key === "Enter") {
      rows.find((row) => !row.hidden)?.querySelector("a.at").click();
    }
  });
})();
