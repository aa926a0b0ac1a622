// The speaker's window: the same page opened once more without its video, in step with the deck.
"use strict";

(() => {
  const app = (window.LectureDeck ??= {});
  const byId = (id) => document.getElementById(id);
  const EVERY = 500; // milliseconds between two signs of life
  const LOST = 4; // signs without an answer after which the deck is taken for closed
  const FEATURES = "popup,width=1120,height=760";
  const DEEDS = new Set(["next", "back", "first", "last", "replay", "blank", "go"]);
  // Two pages from files have no origin in common: what counts is which window it comes from.
  const target = self.origin === "null" ? "*" : self.origin;

  app.isSpeaker = new URLSearchParams(window.location.search).has("speaker");

  /** Return the deck's end of the line: `act(deed, number)` does what the window asks for. */
  app.createLine = (act, describe) => {
    let speaker = null;

    const tell = () => {
      if (speaker && !speaker.closed) speaker.postMessage({ deck: describe() }, target);
    };
    window.addEventListener("message", (event) => {
      const told = event.data?.speaker;
      const ours = event.origin === self.origin && event.source?.opener === window;
      if (!told || !ours) return;
      speaker = event.source; // it may have been opened before this page was loaded again
      if (DEEDS.has(told.deed)) act(told.deed, told.number);
      tell();
    });
    return {
      tell,
      /** Open the window, or bring it to the front. */
      open() {
        if (speaker && !speaker.closed) {
          speaker.focus();
          return;
        }
        const { pathname, href } = window.location;
        const address = `${href.split(/[?#]/)[0]}?speaker`;
        speaker = window.open(address, `speaker of ${pathname}`, FEATURES);
      },
    };
  };

  /** Run this page as the speaker's window. */
  app.runSpeaker = () => {
    document.documentElement.classList.add("speaker");
    document.title = `Speaker · ${document.title}`;
    byId("video").remove();
    byId("stage").remove();
    byId("notes").hidden = false;
    const lost = byId("notes-lost");
    const deck = window.opener;
    const notes = app.speakerNotes;
    let silent = 0;

    const send = (deed, number) => {
      if (deck && !deck.closed) deck.postMessage({ speaker: { deed, number } }, target);
    };
    const dialogs = app.createDialogs((place) => send("go", place));
    let at = 0;
    window.addEventListener("message", (event) => {
      if (event.source !== deck || event.origin !== self.origin || !event.data?.deck) return;
      silent = 0;
      lost.textContent = "";
      at = event.data.deck.beat;
      notes.show(event.data.deck);
    });
    app.listen({
      act(deed, number) {
        if (deed === "overview") dialogs.showBeats(at);
        else if (deed === "help") dialogs.showHelp();
        else if (deed === "full") document.documentElement.requestFullscreen();
        else send(deed, number);
      },
      typed: () => {},
      blocked: dialogs.isOpen,
    });
    setInterval(() => {
      silent += 1;
      const gone = !deck || deck.closed || silent > LOST;
      lost.textContent = gone
        ? "The slides do not answer: open them again and press S there."
        : "";
      send("hello");
    }, EVERY);
    send("hello");
  };
})();
