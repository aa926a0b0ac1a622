// The keys: what each does, the same in the deck and in the speaker's window.
"use strict";

(() => {
  const app = (window.LectureDeck ??= {});
  const LONGEST = 3; // digits of a beat's number
  const PATIENCE = 4000; // milliseconds that typed digits wait for the enter key

  /** For each deed its keys, how people call them, and what it does. */
  const DEEDS = [
    ["next", ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"], "→ ↓ Page down, space, enter, click", "Play the next beat; while one plays, show its end"],
    ["back", ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"], "← ↑ Page up, backspace, shift and space", "Back to the end of the beat before"],
    ["first", ["Home"], "Home", "The first picture"],
    ["last", ["End"], "End", "The last picture"],
    ["replay", ["r"], "R", "Play this beat again"],
    ["", [], "1 2 3 … and enter", "Play the beat with this number"],
    ["overview", ["o", "Escape"], "O, escape", "All beats"],
    ["blank", ["b", "."], "B, full stop", "Blank the screen, and back"],
    ["notes", ["n"], "N", "Notes beside the picture"],
    ["speaker", ["s"], "S", "A window with notes for you alone"],
    ["captions", ["c"], "C", "Captions"],
    ["sound", ["m"], "M", "Sound off and on"],
    ["full", ["f"], "F", "Full screen"],
    ["help", ["?", "h"], "?, H", "These keys"],
  ];
  const BY_KEY = new Map(DEEDS.flatMap(([deed, keys]) => keys.map((key) => [key, deed])));
  const ONCE = new Set(["next", "back", "blank", "overview"]); // a key held down does them once

  app.deeds = DEEDS.map(([, , keys, does]) => ({ keys, does }));

  /** Listen to the keyboard: `act(deed, number)` does it, `typed(digits)` shows digits. */
  app.listen = ({ act, typed, blocked = () => false }) => {
    let digits = "";
    let timer = 0;

    function keep(text) {
      digits = text;
      typed(digits);
      clearTimeout(timer);
      if (digits) timer = setTimeout(() => keep(""), PATIENCE);
    }

    window.addEventListener("keydown", (event) => {
      const { key } = event;
      if (key === "F5") event.preventDefault(); // clickers send it; the lecture must not reload
      if (event.ctrlKey || event.altKey || event.metaKey || blocked(event)) return;
      const name = key.length === 1 ? key.toLowerCase() : key;
      const onButton = event.target.closest?.("button, a");
      if (onButton && (key === " " || key === "Enter") && !digits) return;
      if (/^\d$/.test(key)) {
        keep((digits + key).slice(-LONGEST));
      } else if (digits && key === "Enter") {
        act("go", Number(digits) - 1);
        keep("");
      } else if (digits && key === "Escape") {
        keep("");
      } else {
        const deed = key === " " && event.shiftKey ? "back" : BY_KEY.get(name);
        if (!deed) return;
        if (!(event.repeat && ONCE.has(deed))) act(deed);
      }
      event.preventDefault();
    });
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (!button) return;
      if (event.detail > 0) button.blur(); // or the next space would press it again
      act(button.dataset.do);
    });
  };
})();
