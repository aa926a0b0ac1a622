// The deck: reveal.js keeps the slides, one for each beat; the player plays them.
"use strict";

(() => {
  const app = window.LectureDeck;
  const byId = (id) => document.getElementById(id);
  const STEP = 1 << 20; // characters of an embedded video that are decoded at once; 4 are 3 bytes
  const AWAKE = 2500; // milliseconds that the controls stay after the pointer has moved
  const SHOWN = 250; // milliseconds between two looks at the time that is left

  const data = JSON.parse(byId("deck-data").textContent);
  const notes = app.createNotes();
  if (app.isSpeaker) {
    app.speakerNotes = notes;
    app.runSpeaker();
    return;
  }
  const [video, stage, panel] = [byId("video"), byId("stage"), byId("notes")];
  const titles = notes.beats.map(({ number, title }) => `${number} ${title}`);
  const dots = [...document.querySelectorAll(".progress-line span")];
  const end = data.beats.length - 1;
  let begun = null; // when the first beat began
  let asleep = 0;

  const player = app.createPlayer(video, data, changed);
  const reveal = new window.Reveal(byId("reveal"), {
    embedded: true,
    disableLayout: true,
    keyboard: false,
    touch: false,
    controls: false,
    progress: false,
    overview: false,
    help: false,
    jumpToSlide: false,
    hash: true,
    transition: "none",
    backgroundTransition: "none",
    autoAnimate: false,
    postMessage: false,
    scrollActivationWidth: 0,
    hideCursorTime: AWAKE,
  });
  const line = app.createLine(act, describe);
  const dialogs = app.createDialogs((place) => go(place, "play"));

  function describe() {
    return { ...player.state(), blank: reveal.isReady() && reveal.isPaused(), since: begun };
  }

  /** Show everywhere where the deck is. */
  function changed() {
    const told = describe();
    byId("count").textContent = `${told.beat + 1} / ${end + 1}`;
    byId("where").textContent = titles[told.beat];
    dots.forEach((dot, at) => {
      dot.dataset.is = at < told.beat ? "done" : at > told.beat ? "ahead" : told.mode;
    });
    stage.dataset.mode = told.mode;
    notes.show(told);
    line.tell();
  }

  /** Go to a beat: `how` is play, from its first frame, or stand, on its last one. */
  function go(place, how) {
    if (!(place in data.beats)) return;
    if (reveal.isPaused()) reveal.togglePause();
    if (how === "play") begun ??= Date.now();
    player[how](place);
    reveal.slide(place);
  }

  const DEEDS = {
    next() {
      const { beat, mode, loops } = player.state();
      if (reveal.isPaused()) reveal.togglePause();
      else if (mode === "ready") go(0, "play");
      else if (mode === "plays" && !(loops && beat < end)) player.finish();
      else go(beat + 1, "play");
    },
    back() {
      const { beat } = player.state();
      if (reveal.isPaused()) reveal.togglePause();
      else if (beat === 0) player.ready();
      else go(beat - 1, "stand");
    },
    first() {
      go(0, "stand");
      player.ready();
    },
    last: () => go(end, "stand"),
    replay: () => go(player.state().beat, "play"),
    go: (place) => go(place, "play"),
    blank: () => reveal.togglePause(),
    overview: () => dialogs.showBeats(player.state().beat),
    help: () => dialogs.showHelp(),
    speaker: () => line.open(),
    notes() {
      panel.hidden = !panel.hidden;
      document.documentElement.classList.toggle("with-notes", !panel.hidden);
      document.querySelector('.bar [data-do="notes"]').ariaPressed = String(!panel.hidden);
    },
    captions() {
      const [track] = video.textTracks;
      track.mode = track.mode === "showing" ? "disabled" : "showing";
    },
    sound() {
      video.muted = !video.muted;
    },
    full() {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen();
    },
  };

  function act(deed, number) {
    DEEDS[deed]?.(number);
  }

  /** Show the controls for a while. */
  function wake() {
    stage.classList.add("awake");
    clearTimeout(asleep);
    asleep = setTimeout(() => stage.classList.remove("awake"), AWAKE);
  }

  /** Give the video what a file that holds everything has of it. */
  function unpack(text) {
    const parts = [];
    for (let at = 0; at < text.length; at += STEP) {
      parts.push(Uint8Array.from(atob(text.slice(at, at + STEP)), (sign) => sign.charCodeAt(0)));
    }
    video.src = URL.createObjectURL(new Blob(parts, { type: "video/mp4" }));
  }

  const packed = byId("video-data");
  if (packed) unpack(packed.textContent);
  stage.style.backgroundColor = data.ground;
  stage.addEventListener("pointermove", wake);
  stage.addEventListener("click", (event) => {
    if (!event.target.closest(".bar")) act("next");
  });
  app.listen({
    act,
    typed(digits) {
      byId("typed").textContent = digits && `Beat ${digits} of ${end + 1}: enter`;
    },
    blocked: dialogs.isOpen,
  });
  reveal.on("paused", () => {
    player.hold();
    changed();
  });
  reveal.on("resumed", () => {
    player.release();
    changed();
  });
  reveal.on("slidechanged", ({ indexh }) => {
    // Somebody has written another beat into the address.
    if (indexh !== player.state().beat) player.stand(indexh);
  });
  reveal.initialize().then(() => {
    const { h } = reveal.getIndices();
    if (h > 0) player.stand(h);
    else player.ready();
    setInterval(() => {
      if (player.state().mode === "plays") changed();
    }, SHOWN);
  });
  app.player = player;
})();
