// The player: plays the beats of one video, and stands exactly on the last frame of each.
"use strict";

(() => {
  const app = (window.LectureDeck ??= {});
  const MARGIN = 0.05; // seconds that a browser may take to pause a video
  const FRESH = 0.5; // seconds; a frame that lies further from the video's time was shown before

  /**
   * Return what plays a video.
   *
   * `fps` are its frames in a second; each of its `beats` has a `first` frame, a `last` one, which
   * is the frame after its end, and may go round (`loops`). `changed` is told of each change.
   */
  app.createPlayer = (video, { fps, beats }, changed) => {
    // The video is paused so many frames early and then set to the frame that it is to stand on:
    // a frame of the next beat would be seen if it were paused a moment late.
    const margin = Math.ceil(MARGIN * fps);
    const state = { beat: 0, mode: "ready", held: false };
    let order = 0; // of what was asked for last; what was asked for before is given up
    let wanted = null; // the frame that the video is being set to

    /** Set the video to the middle of a frame; resolves when the frame is there. */
    function show(frame) {
      wanted = frame;
      return new Promise((done) => {
        const seek = () => {
          video.addEventListener("seeked", done, { once: true });
          video.currentTime = (wanted + 0.5) / fps;
        };
        if (video.readyState >= HTMLMediaElement.HAVE_METADATA) seek();
        else video.addEventListener("loadedmetadata", seek, { once: true });
      });
    }

    function become(beat, mode) {
      Object.assign(state, { beat, mode, held: false });
      changed();
    }

    /** Stand on a frame of a beat. */
    function stand(beat, mode, frame) {
      order += 1;
      video.pause();
      become(beat, mode);
      return show(frame);
    }

    /** The beat has come to its end: it stands there, or goes round. */
    function arrive() {
      const { first, last, loops } = beats[state.beat];
      if (!loops) {
        stand(state.beat, "stands", last - 1);
        return;
      }
      const mine = ++order;
      show(first).then(() => start(mine));
    }

    /** Look at each frame that is shown, until the beat ends or something else is asked for. */
    function watch(mine) {
      const end = () => beats[state.beat].last - 1 - margin;
      const look = (time) => {
        if (mine !== order || state.held) return;
        const fresh = !video.seeking && Math.abs(time - video.currentTime) < FRESH;
        if (fresh && Math.round(time * fps) >= end()) arrive();
        else next();
      };
      // A browser without the first way asks at each picture of the screen.
      const next = video.requestVideoFrameCallback
        ? () => video.requestVideoFrameCallback((_, { mediaTime }) => look(mediaTime))
        : () => requestAnimationFrame(() => look(video.currentTime - 0.5 / fps));
      next();
    }

    /** Let the video play from where it is, as what was asked for with the number `mine`. */
    function start(mine) {
      if (mine !== order || state.held) return;
      watch(mine);
      video.play().catch((error) => {
        // A browser may refuse to play before a key was pressed: then the beat's end is shown.
        if (mine === order && error.name === "NotAllowedError") player.finish();
      });
    }

    // In a window that is covered no frame is shown, and nothing else says that the beat is over.
    for (const kind of ["timeupdate", "ended"]) {
      video.addEventListener(kind, () => {
        if (state.mode !== "plays" || state.held || video.seeking) return;
        const frame = video.ended ? Infinity : Math.floor(video.currentTime * fps);
        if (frame >= beats[state.beat].last - 1) arrive();
      });
    }

    const player = {
      /** Play a beat from its first frame. */
      play(beat) {
        const mine = ++order;
        const { first } = beats[beat];
        const goesOn = state.mode === "stands" && beats[state.beat].last === first;
        become(beat, "plays");
        if (goesOn && wanted === first - 1 && !video.seeking) start(mine);
        else {
          video.pause();
          show(first).then(() => start(mine));
        }
      },
      /** Stand on the last frame of a beat. */
      stand: (beat) => stand(beat, "stands", beats[beat].last - 1),
      /** Stand on the first frame of all. */
      ready: () => stand(0, "ready", beats[0].first),
      /** Show the end of the beat that plays. */
      finish: () => player.stand(state.beat),
      /** Stop where it is, for as long as the screen is blank. */
      hold() {
        if (state.mode !== "plays" || state.held) return;
        state.held = true;
        video.pause();
        changed();
      },
      /** Go on where it was held. */
      release() {
        if (!state.held) return;
        state.held = false;
        start(++order);
        changed();
      },
      /** Return where it is: the beat, counted from 0, what it does, and the seconds left of it. */
      state() {
        const { first, last, loops } = beats[state.beat];
        const left = {
          ready: (last - first) / fps,
          plays: Math.min((last - first) / fps, Math.max(0, last / fps - video.currentTime)),
          stands: 0,
        }[state.mode];
        return { ...state, loops, left, length: (last - first) / fps };
      },
    };
    return player;
  };
})();
