// Dialogs: all beats with their pictures, and the list of keys.
"use strict";

(() => {
  const app = (window.LectureDeck ??= {});
  const byId = (id) => document.getElementById(id);

  /** Return how many columns the grid of beats has now. */
  function columns(buttons) {
    const top = buttons[0].getBoundingClientRect().top;
    const second = buttons.findIndex((button) => button.getBoundingClientRect().top > top + 1);
    return second < 0 ? buttons.length : second;
  }

  /** Return the dialogs; `pick(place)` is told which beat was chosen. */
  app.createDialogs = (pick) => {
    const [overview, help] = [byId("overview"), byId("help")];
    const buttons = [...overview.querySelectorAll("[data-go]")];
    for (const { keys, does } of app.deeds) {
      const [term, text] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = keys;
      text.textContent = does;
      byId("help-keys").append(term, text);
    }
    overview.addEventListener("click", (event) => {
      const button = event.target.closest("[data-go]");
      if (!button) return;
      overview.close();
      pick(Number(button.dataset.go));
    });
    overview.addEventListener("keydown", (event) => {
      const at = buttons.indexOf(document.activeElement);
      const step = {
        ArrowRight: 1,
        PageDown: 1,
        ArrowLeft: -1,
        PageUp: -1,
        ArrowDown: columns(buttons),
        ArrowUp: -columns(buttons),
      }[event.key];
      const to = { Home: 0, End: buttons.length - 1 }[event.key] ?? (step ? at + step : -1);
      if (to in buttons) buttons[to].focus();
      if (step || event.key === "Home" || event.key === "End") event.preventDefault();
    });
    for (const [dialog, keys] of [
      [overview, ["o"]],
      [help, ["?", "h"]],
    ]) {
      dialog.addEventListener("keydown", (event) => {
        if (!dialog.open) return; // a key may come before the focus has left it
        event.stopPropagation(); // the deck would open it again
        if (!keys.includes(event.key.toLowerCase())) return;
        event.preventDefault();
        dialog.close();
      });
      dialog.addEventListener("click", (event) => {
        if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
      });
    }

    return {
      isOpen: () => overview.open || help.open,
      showHelp: () => help.showModal(),
      /** Show all beats, with the one marked where the deck is. */
      showBeats(place) {
        buttons.forEach((button, at) => {
          if (at === place) button.setAttribute("aria-current", "true");
          else button.removeAttribute("aria-current");
        });
        overview.showModal();
        buttons[place].focus();
      },
    };
  };
})();
