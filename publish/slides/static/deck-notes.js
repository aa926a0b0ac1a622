// The notes: what the lecturer reads, beside the slides or in a window of its own.
"use strict";

(() => {
  const app = (window.LectureDeck ??= {});
  const byId = (id) => document.getElementById(id);
  const STATES = {
    ready: "Ready: go on to begin",
    plays: "playing",
    loops: "goes round until you go on",
    held: "held: the screen is blank",
    stands: "Stands: go on",
    over: "Stands: the end",
  };

  /** Return seconds as 1:02. */
  function clock(seconds) {
    const whole = Math.max(0, Math.ceil(seconds - 1e-6));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  }

  /** Return what shows the notes of the page's beats. */
  app.createNotes = () => {
    const beats = [...document.querySelectorAll(".slides .notes")].map((notes) => ({
      ...notes.dataset,
      narration: notes.textContent,
    }));
    let shown = -1;
    let begun = null;

    function picture(image, beat) {
      if (beat) image.src = beat.still;
      else image.removeAttribute("src");
      image.closest("figure").hidden = !beat;
    }

    /** Show the words of a beat. */
    function fill(place) {
      const [beat, after] = [beats[place], beats[place + 1]];
      byId("notes-title").textContent = `${beat.number} ${beat.title}`;
      byId("notes-narration").textContent = beat.narration;
      byId("notes-question").textContent = beat.question;
      byId("notes-next").textContent = after ? `${after.number} ${after.title}` : "";
      picture(byId("notes-still"), beat);
      picture(byId("notes-next-still"), after);
      byId("notes").scrollTop = 0;
      shown = place;
    }

    function tick() {
      const now = new Date();
      byId("notes-clock").textContent = now.toLocaleTimeString([], {
        hour: "2-digit",
        minute: "2-digit",
      });
      byId("notes-elapsed").textContent = clock(begun === null ? 0 : (now - begun) / 1000);
    }

    tick();
    setInterval(tick, 1000);
    return {
      beats,
      /** Show where the deck is; `state` is the player's. */
      show({ beat, mode, held, loops, left, length, blank, since = null }) {
        if (beat !== shown) fill(beat);
        begun = since;
        const last = beat === beats.length - 1;
        const word = held || blank ? "held" : mode === "plays" && loops ? "loops" : mode;
        byId("notes-state").textContent = STATES[word === "stands" && last ? "over" : word];
        byId("notes-left").textContent = mode === "stands" ? "" : `${clock(left)} left`;
        byId("notes-meter").style.width = `${(100 * (1 - left / length)).toFixed(1)}%`;
        tick();
      },
    };
  };
})();
