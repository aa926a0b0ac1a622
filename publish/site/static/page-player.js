// The player: deep links to beats, the transcript that follows it, and what plays now.
"use strict";

(() => {
  const app = (window.LanguageOfChange ??= {});
  const player = document.getElementById("player");
  const data = JSON.parse(document.getElementById("page-data").textContent);
  const transcript = document.getElementById("transcript");
  const now = document.getElementById("now");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const phone = window.matchMedia("(width < 64rem)");
  const CALM = 4000; // milliseconds after a reader's own scrolling before the transcript follows
  const GLIDE = 1000; // milliseconds that its own scrolling takes at most
  const AIR = 48; // pixels above the row that plays

  const beats = data.beats.map((beat) => ({
    ...beat,
    row: document.getElementById(`beat-${beat.id}`),
  }));
  const folds = new Map(
    [...document.querySelectorAll(".fold")].map((fold) => [
      fold.getAttribute("aria-controls"),
      fold,
    ]),
  );
  let current = null;
  let scrolledAt = -CALM;
  let glidesUntil = 0;

  /** Return the beat that is played at a time in seconds. */
  function beatAt(seconds) {
    let found = beats[0];
    for (const beat of beats) {
      // A beat's start is the middle of its first frame: half a frame earlier it is on screen.
      if (beat.start - data.frame / 2 <= seconds + 1e-6) found = beat;
      else break;
    }
    return found;
  }

  function isScrolledOnItsOwn() {
    return transcript.scrollHeight > transcript.clientHeight + 1;
  }

  /** Bring a row into sight inside of the transcript, and never scroll the page. */
  function follow(row, behavior = still.matches ? "auto" : "smooth") {
    if (!isScrolledOnItsOwn() || performance.now() - scrolledAt < CALM) return;
    const top = row.offsetTop - AIR;
    glidesUntil = performance.now() + GLIDE;
    transcript.scrollTo({ top, behavior });
  }

  function listOf(fold) {
    return document.getElementById(fold.getAttribute("aria-controls"));
  }

  /** Show or hide the chapters of a clip; a page of one clip always shows them. */
  function unfold(list, open) {
    const fold = folds.get(list.id);
    if (!fold) return;
    list.hidden = !open;
    fold.setAttribute("aria-expanded", open);
  }

  function show(beat) {
    if (beat === current) return;
    current?.row.removeAttribute("aria-current");
    current = beat;
    beat.row.setAttribute("aria-current", "true");
    unfold(beat.row.closest("ol"), true);
    now.textContent = `${beat.id} ${beat.title}`;
    follow(beat.row);
  }

  /** Set the player to a time, as soon as it can be set. */
  function seek(seconds) {
    if (player.readyState >= HTMLMediaElement.HAVE_METADATA) {
      player.currentTime = seconds;
    } else {
      player.addEventListener("loadedmetadata", () => (player.currentTime = seconds), {
        once: true,
      });
      player.load();
    }
    show(beatAt(seconds));
  }

  /** Go to a beat by its number; the player comes into view. Return whether there is one. */
  function goTo(id, { play = false, time = null } = {}) {
    const beat = beats.find((one) => one.id === id);
    if (!beat) return false;
    scrolledAt = -CALM;
    seek(time ?? beat.start);
    const box = player.getBoundingClientRect();
    if (box.top < 0 || box.bottom > window.innerHeight) {
      // At once: the transcript glides to the same beat, and a browser drops the page's glide then.
      player.scrollIntoView({ block: "start", behavior: "instant" });
    }
    if (play) player.play().catch(() => player.focus());
    return true;
  }

  /** Read the address: #at=06.3 is a beat. */
  function readAddress() {
    const wanted = new URLSearchParams(window.location.hash.slice(1)).get("at");
    if (wanted !== null) goTo(wanted);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#at="]');
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { hash } = link;
    window.history.replaceState(null, "", hash);
    goTo(new URLSearchParams(hash.slice(1)).get("at"), { play: true });
  });
  window.addEventListener("hashchange", readAddress);
  // On a phone a lesson would be a hundred screens long: its clips are closed until they play.
  for (const fold of folds.values()) {
    fold.hidden = !phone.matches;
    fold.addEventListener("click", () => {
      unfold(listOf(fold), fold.getAttribute("aria-expanded") === "false");
    });
    if (phone.matches) unfold(listOf(fold), false);
  }
  for (const kind of ["timeupdate", "seeked"]) {
    player.addEventListener(kind, () => show(beatAt(player.currentTime)));
  }
  transcript.addEventListener("scroll", () => {
    if (performance.now() > glidesUntil) scrolledAt = performance.now();
  });
  for (const kind of ["wheel", "touchmove", "keydown"]) {
    transcript.addEventListener(kind, () => (scrolledAt = performance.now()), { passive: true });
  }
  if (window.top !== window.self) document.body.classList.add("embedded");

  /** Let the keyboard scroll each text that is wider than its box. */
  function openWideTexts() {
    for (const text of document.querySelectorAll(".shown li")) {
      if (text.scrollWidth > text.clientWidth) text.tabIndex = 0;
      else text.removeAttribute("tabindex");
    }
  }

  // When the font of the formulas has come, or the window has changed, the rows have moved.
  const moved = new ResizeObserver(() => {
    openWideTexts();
    if (current) follow(current.row, "instant");
  });
  document.querySelectorAll(".clip").forEach((clip) => moved.observe(clip));

  app.page = { data, player, beats, beatAt, goTo, seek, unfold };
  readAddress();
})();
