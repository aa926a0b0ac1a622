// Videos: the next one is made ready beneath the one that plays, at the same moment of the same
// beat, and then takes over from it.
"use strict";

const GridStage = (() => {
  const { data, stage, beside, bringForward, tellBeat, clock } = GridPage;
  const MOST = 12; // videos that are held ready: players are few and large
  const PATIENCE = 400; // milliseconds that a picture may take to be painted beneath another
  const play = document.getElementById("play");
  const time = document.getElementById("time");
  const told = document.getElementById("clock");
  const list = document.getElementById("beats");
  const layers = new Map(); // from a file to its video, the one used longest ago first
  let front = null; // the video that is seen, and its point
  let shown = null;
  let asked = 0; // counts what is asked for: only the last one counts
  let lead = 0.15; // seconds that a change takes, as measured
  let playing = false;

  /** Return a point's video, which begins to load if it is new. */
  function layerOf(point) {
    const known = layers.get(point.file);
    const video = known ?? document.createElement("video");
    layers.delete(point.file);
    layers.set(point.file, video);
    if (!known) {
      video.className = "layer";
      video.muted = video.playsInline = true;
      video.preload = "auto";
      video.tabIndex = -1;
      video.src = point.file;
      video.addEventListener("ended", () => video === front && setPlaying(false));
      stage.prepend(video);
    }
    for (const [file, other] of layers) {
      if (layers.size <= MOST) break;
      if (other === front || other === video) continue;
      layers.delete(file);
      other.removeAttribute("src");
      other.load();
      other.remove();
    }
    return video;
  }

  function beatAt(point, seconds) {
    return point.beats.findLast((beat) => beat.start <= seconds + data.frame) ?? point.beats[0];
  }

  /** Return when another point's video is at the moment of the same beat at which this one is. */
  function sameMoment(from, to, seconds) {
    const places = from.beats.slice(0, from.beats.indexOf(beatAt(from, seconds)) + 1);
    for (const [back, beat] of places.reverse().entries()) {
      const twin = to.beats.find((other) => other.name === beat.name);
      if (!twin) continue;
      // Of a beat that is left out there, the end of the last one before it that is not.
      const into = back === 0 ? seconds - beat.start : Infinity;
      return Math.max(twin.start, Math.min(twin.start + into, twin.end - data.frame / 2));
    }
    return data.frame / 2;
  }

  function happened(video, event) {
    return new Promise((resolve) => video.addEventListener(event, resolve, { once: true }));
  }

  function painted(video) {
    const seen = new Promise((resolve) => video.requestVideoFrameCallback?.(resolve));
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    return Promise.race([seen, late]);
  }

  async function seek(video, seconds) {
    if (video.readyState < HTMLMediaElement.HAVE_METADATA) await happened(video, "loadedmetadata");
    const done = happened(video, "seeked");
    const picture = painted(video);
    video.currentTime = seconds;
    await done;
    await picture;
  }

  /** Show a point: its video takes over when its picture is there, and goes on if one plays. */
  async function show(point, place) {
    const mine = ++asked;
    if (point === shown) return;
    const video = layerOf(point);
    const began = performance.now();
    const ahead = playing ? lead : 0;
    const at = shown
      ? sameMoment(shown, point, front.currentTime + ahead)
      : (point.beats[0]?.still ?? 0) + data.frame / 2;
    await seek(video, at);
    if (mine !== asked) return;
    const before = front;
    front = video;
    shown = point;
    if (playing) {
      lead = (lead + (performance.now() - began) / 1000) / 2;
      await video.play();
    }
    bringForward(video);
    before?.pause();
    if (playing && mine === asked) video.play();
    listBeats();
    tell();
    if (mine === asked) for (const other of beside(place)) layerOf(other);
  }

  function setPlaying(on) {
    playing = on;
    if (on && front.ended) front.currentTime = 0;
    if (on) front.play();
    else front?.pause();
    play.textContent = on ? "Pause" : "Play";
    play.setAttribute("aria-pressed", String(on));
  }

  function listBeats() {
    const buttons = shown.beats.map((beat) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = beat.title;
      button.addEventListener("click", () => (front.currentTime = beat.start + data.frame / 2));
      item.append(button);
      return item;
    });
    list.replaceChildren(...buttons);
  }

  /** Say where the video is. */
  function tell() {
    const seconds = front.currentTime;
    const beat = beatAt(shown, seconds);
    time.max = shown.seconds;
    time.value = seconds;
    told.textContent = `${clock(seconds)} / ${clock(shown.seconds)}`;
    time.setAttribute("aria-valuetext", `${told.textContent}, ${beat?.title ?? ""}`);
    tellBeat(beat);
    [...list.querySelectorAll("button")].forEach((button, place) => {
      button.setAttribute("aria-current", String(shown.beats[place] === beat));
    });
  }

  play.addEventListener("click", () => front && setPlaying(!playing));
  time.addEventListener("input", () => front && (front.currentTime = Number(time.value)));
  (function follow() {
    if (front) tell();
    requestAnimationFrame(follow);
  })();

  return { show };
})();
