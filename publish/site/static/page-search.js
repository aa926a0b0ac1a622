// Search in the transcript: every word of a wish, in any order, in what is said and shown.
"use strict";

(() => {
  const field = document.getElementById("search");
  const found = document.getElementById("found");
  const rows = [...document.querySelectorAll(".beat")];
  const clips = [...document.querySelectorAll(".clip")];
  const { unfold } = window.LanguageOfChange.page;
  const phone = window.matchMedia("(width < 64rem)");
  const PARTS = ".beat:not([hidden]) :is(.at, .said, .shows, .shown)";
  const GREEK = {
    α: "alpha",
    β: "beta",
    δ: "delta",
    Δ: "delta",
    θ: "theta",
    π: "pi",
    σ: "sigma",
    "∂": "partial",
    "∇": "gradient",
  };

  /** Write text as it is searched: small letters, one kind of minus, no gaps around signs. */
  function plain(text) {
    return text
      .replace(/[αβδΔθπσ∂∇]/g, (letter) => ` ${GREEK[letter]} `)
      .toLowerCase()
      .replaceAll("−", "-")
      .replaceAll("’", "'")
      .replaceAll("′", "'")
      .replaceAll("²", "^2")
      .replaceAll("³", "^3")
      .replaceAll("ˣ", "^x")
      .replace(/\*\*/g, "^")
      .replace(/\s*([=+\-/·<>→^()])\s*/g, "$1")
      .replace(/\s+/g, " ")
      .trim();
  }

  /** Return the words of a wish; of a longer one its beginning is enough, in any form. */
  function wordsOf(text) {
    return plain(text)
      .split(" ")
      .filter(Boolean)
      .map((word) => (/^[a-z]{5,}$/.test(word) ? word.replace(/(ies|es|s|ed|ing)$/, "") : word));
  }

  /** Write what a part of the page says, a formula as one types it: x^2, a/b. */
  function said(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data.normalize("NFKC");
    if (node.matches(".asks, .on-paper")) return "";
    const parts = [...node.childNodes].map(said);
    switch (node.localName) {
      case "msup":
        return `${parts[0]}${/^'+$/.test(parts[1].replaceAll("′", "'")) ? "" : "^"}${parts[1]}`;
      case "mfrac":
        return `${parts[0]}/${parts[1]}`;
      case "math":
      case "mrow":
      case "msub":
      case "msqrt":
        return parts.join("");
      default:
        return parts.join(node.namespaceURI.endsWith("MathML") ? "" : " ");
    }
  }

  const texts = new Map(rows.map((row) => [row, plain(said(row))]));

  function rowsWith(words, how) {
    return new Set(rows.filter((row) => words[how]((word) => texts.get(row).includes(word))));
  }

  /** Mark the words where the browser can mark text without changing the page. */
  function mark(words) {
    if (!("highlights" in CSS)) return;
    const ranges = [];
    for (const part of document.querySelectorAll(PARTS)) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (words.length && walker.nextNode()) {
        const text = walker.currentNode.data.toLowerCase();
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + word.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }

  function told(count) {
    return count === 1 ? "1 place" : `${count} places`;
  }

  function search() {
    const words = wordsOf(field.value);
    let hits = rowsWith(words, "every");
    let message = words.length ? told(hits.size) : "";
    if (words.length > 1 && !hits.size) {
      hits = rowsWith(words, "some");
      message = hits.size ? `${told(hits.size)} with some of these words` : "";
    }
    if (words.length && !hits.size) {
      message = `Nothing for “${field.value.trim()}”. Try a single word, or part of a formula.`;
    }
    rows.forEach((row) => (row.hidden = !hits.has(row)));
    for (const clip of clips) {
      clip.hidden = clip.querySelector(".beat:not([hidden])") === null;
      const plays = clip.querySelector("[aria-current]") !== null;
      unfold(clip.querySelector("ol"), words.length > 0 || plays || !phone.matches);
    }
    found.textContent = message;
    mark(words);
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
