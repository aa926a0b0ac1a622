// Explorers and video, linked both ways: a number opens its state, a state finds its beat.
"use strict";

(() => {
  const { page, explorers } = window.LanguageOfChange;
  const { data, beats } = page;
  const mounted = new Map();

  function logged(h) {
    return Math.log10(Math.max(Math.abs(h), 1e-6));
  }

  /** Return how unlike two states of one kind are; 0 for the same. */
  function distance(one, other) {
    const sameFunction = one.function === other.function ? 0 : 100;
    switch (one.kind) {
      case "curve":
        return (
          sameFunction +
          Math.abs(one.x0 - other.x0) +
          Math.abs(logged(one.h) - logged(other.h)) +
          (Math.sign(one.h) === Math.sign(other.h) ? 0 : 1)
        );
      case "descent":
        return (
          sameFunction +
          Math.abs(one.start - other.start) / 4 +
          10 * Math.abs(one.alpha - other.alpha) +
          Math.abs(one.steps - other.steps) / 50
        );
      default:
        return (
          (JSON.stringify(one.points) === JSON.stringify(other.points) ? 0 : 100) +
          3 * Math.abs(Math.log10(one.alpha / other.alpha)) +
          Math.abs(Math.log10((one.epochs + 1) / (other.epochs + 1)))
        );
    }
  }

  /** Return the beat that shows the state nearest to one, and when it shows it, in seconds. */
  function placeOf(state) {
    let best = null;
    let least = Infinity;
    for (const beat of beats) {
      beat.states.forEach((place, order) => {
        const other = data.states[place];
        if (other.kind !== state.kind) return;
        // What a beat is about stands first, and wins where two beats show the same.
        const apart = distance(state, other) + 1e-3 * order;
        if (apart >= least) return;
        least = apart;
        // Its states come one after the other, each for about as long.
        const share = order / beat.states.length;
        best = { beat, time: beat.start + share * (beat.end - beat.start) };
      });
    }
    return best;
  }

  function mount(section) {
    const { kind } = section.dataset;
    const state = data.states[data.openings[kind]];
    mounted.set(kind, {
      section,
      explorer: explorers.mount(section, {
        state,
        functions: data.functions,
        onShowMe: (shown) => {
          const place = placeOf(shown);
          if (place) page.goTo(place.beat.id, { play: true, time: place.time });
        },
      }),
    });
  }

  function open(place) {
    const state = data.states[place];
    const found = state && mounted.get(state.kind);
    if (!found) return false;
    page.player.pause();
    found.explorer.set(state);
    // A page jumps at once: a browser drops a glide of the page when the transcript glides too.
    found.section.scrollIntoView({ block: "start", behavior: "instant" });
    const title = found.section.querySelector("h3");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    return true;
  }

  function readAddress() {
    const wanted = new URLSearchParams(window.location.hash.slice(1)).get("explore");
    if (wanted !== null) open(Number(wanted));
  }

  document.querySelectorAll("section.explorer").forEach(mount);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#explore="]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { hash } = link;
    window.history.replaceState(null, "", hash);
    open(Number(new URLSearchParams(hash.slice(1)).get("explore")));
  });
  window.addEventListener("hashchange", readAddress);
  page.explorers = mounted;
  page.placeOf = placeOf;
  readAddress();
})();
