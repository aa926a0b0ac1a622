// SCORM 1.2: tells a learning platform how much of the video was seen, and goes on from there.
"use strict";

(() => {
  const app = (window.LanguageOfChange ??= {});
  const MOST_CHARACTERS = 4096; // of suspend data, by the standard
  const SHARE = 0.9; // of the video that must be seen
  const EVERY = 15000; // milliseconds between two commits
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const BITS = 6;
  const HEAD = 16; // characters kept free for the version and the length of a piece

  /** Which pieces of a video were seen, as a text that fits whatever the video's length. */
  class Seen {
    constructor(seconds) {
      const most = (MOST_CHARACTERS - HEAD) * BITS;
      this.piece = Math.max(1, Math.ceil(seconds / most));
      this.seconds = seconds;
      this.marks = new Uint8Array(Math.max(1, Math.ceil(seconds / this.piece)));
    }

    /** Mark what was played from one time to another. */
    mark(from, to) {
      const last = Math.min(this.marks.length - 1, Math.floor(to / this.piece));
      for (let place = Math.max(0, Math.floor(from / this.piece)); place <= last; place += 1) {
        this.marks[place] = 1;
      }
    }

    get share() {
      return this.marks.reduce((sum, mark) => sum + mark, 0) / this.marks.length;
    }

    write() {
      let text = "";
      for (let place = 0; place < this.marks.length; place += BITS) {
        let digit = 0;
        for (let bit = 0; bit < BITS; bit += 1) digit |= (this.marks[place + bit] ?? 0) << bit;
        text += DIGITS[digit];
      }
      return `1;${this.piece};${text.replace(/A+$/, "")}`;
    }

    /** Take over what another session has written; what it cannot read it leaves. */
    read(text) {
      const [version, piece, digits] = text.split(";");
      if (version !== "1" || Number(piece) !== this.piece || digits === undefined) return;
      [...digits].forEach((digit, place) => {
        const value = DIGITS.indexOf(digit);
        if (value < 0) return;
        for (let bit = 0; bit < BITS; bit += 1) {
          const at = place * BITS + bit;
          if (value & (1 << bit) && at < this.marks.length) this.marks[at] = 1;
        }
      });
    }
  }

  /** Return the platform's interface, which it puts on a window above this one. */
  function findApi() {
    for (let frame = window, steps = 0; steps < 10; steps += 1) {
      try {
        if (frame.API) return frame.API;
      } catch {
        return null; // a window of another site
      }
      if (frame.parent === frame) {
        if (!frame.opener) return null;
        frame = frame.opener;
      } else {
        frame = frame.parent;
      }
    }
    return null;
  }

  function clock(milliseconds) {
    const seconds = milliseconds / 1000;
    const two = (value) => String(Math.floor(value)).padStart(2, "0");
    const rest = (seconds % 60).toFixed(2).padStart(5, "0");
    return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two((seconds / 60) % 60)}:${rest}`;
  }

  function connect(api, player, page) {
    const began = Date.now();
    let seen = null;
    let before = 0;
    let committed = 0;
    let finished = false;
    const get = (name) => String(api.LMSGetValue(name) ?? "");
    const set = (name, value) => api.LMSSetValue(name, String(value));

    function commit() {
      if (!seen || finished) return;
      set("cmi.suspend_data", seen.write());
      set("cmi.core.lesson_location", player.currentTime.toFixed(2));
      set("cmi.core.session_time", clock(Date.now() - began));
      set("cmi.core.exit", "suspend");
      if (seen.share >= SHARE && get("cmi.core.lesson_status") !== "completed") {
        set("cmi.core.lesson_status", "completed");
      }
      api.LMSCommit("");
      committed = Date.now();
    }

    function begin() {
      if (seen) return;
      seen = new Seen(player.duration);
      seen.read(get("cmi.suspend_data"));
      const place = Number.parseFloat(get("cmi.core.lesson_location"));
      if (place > 0 && place < player.duration && !window.location.hash) page.seek(place);
      before = player.currentTime;
    }

    api.LMSInitialize("");
    if (["", "not attempted"].includes(get("cmi.core.lesson_status"))) {
      set("cmi.core.lesson_status", "incomplete");
      api.LMSCommit("");
    }
    if (player.readyState >= HTMLMediaElement.HAVE_METADATA) begin();
    else player.addEventListener("loadedmetadata", begin, { once: true });

    player.addEventListener("timeupdate", () => {
      const time = player.currentTime;
      // A jump is not seen; a fast player covers up to twice the time between two events.
      if (seen && time >= before && time - before < 2 * Math.max(1, player.playbackRate)) {
        seen.mark(before, time);
      }
      before = time;
      if (Date.now() - committed > EVERY) commit();
    });
    player.addEventListener("seeking", () => (before = player.currentTime));
    player.addEventListener("pause", commit);
    player.addEventListener("ended", () => {
      seen?.mark(before, player.duration);
      commit();
    });
    window.addEventListener("pagehide", () => {
      if (finished) return;
      commit();
      finished = true;
      api.LMSFinish("");
    });
  }

  app.scorm = { Seen, findApi };
  const api = findApi();
  if (api) connect(api, app.page.player, app.page);
})();
