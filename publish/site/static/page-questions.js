// Questions that wait: the player stops where a beat asks, takes a guess, and plays on.
"use strict";

(() => {
  const { page } = window.LanguageOfChange;
  const { player, data, beats } = page;
  const box = document.getElementById("question");
  if (!box) return;
  const wanted = document.getElementById("pause-at-questions");
  const asked = document.getElementById("question-text");
  const form = document.getElementById("question-form");
  const guess = document.getElementById("question-guess");
  const verdict = document.getElementById("question-verdict");
  const answered = document.getElementById("answered");
  const check = form.querySelector('[type="submit"]');
  const on = document.getElementById("question-on");
  const transcript = document.getElementById("transcript");
  const KEY = "language-of-change.pause-at-questions";

  const questions = data.questions.map((question) => {
    const { end } = beats.find((beat) => beat.id === question.beat);
    // Just before the next beat's first picture.
    return { ...question, at: end - data.frame / 2 };
  });
  const TRIES = 2; // before the answer is told
  const right = new Set(); // the questions that were answered
  let open = null;
  let missed = 0;
  let passed = null; // the question that was answered or left, until the player leaves its place
  let before = player.currentTime;

  function remembered() {
    try {
      return window.localStorage.getItem(KEY) === "yes";
    } catch {
      return false; // a page from a file may have no memory
    }
  }

  function remember(on) {
    try {
      window.localStorage.setItem(KEY, on ? "yes" : "no");
    } catch {
      wanted.dataset.remembered = "no";
    }
  }

  function choice(text, place) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: "guess", value: text, required: true });
    if (place === 0) input.id = "question-first";
    label.append(input, ` ${text}`);
    return label;
  }

  function field() {
    const label = document.createElement("label");
    const input = document.createElement("input");
    Object.assign(input, {
      type: "text",
      name: "guess",
      inputMode: "decimal",
      autocomplete: "off",
      required: true,
    });
    label.append("Your guess (a number) ", input);
    return label;
  }

  function ask(question) {
    open = question;
    player.pause();
    player.currentTime = question.at;
    asked.textContent = question.text;
    guess.replaceChildren(...(question.choices ? question.choices.map(choice) : [field()]));
    missed = 0;
    say("");
    box.hidden = false;
    // What comes next tells the answer.
    transcript.classList.add("asking");
    asked.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }

  function close() {
    passed = open;
    open = null;
    box.hidden = true;
    transcript.classList.remove("asking");
  }

  /** Return a typed number, also with a true minus sign, a comma or a fraction; NaN for none. */
  function read(text) {
    const clean = text.trim().replaceAll("−", "-").replace(",", ".");
    const parts = clean.split("/").map((part) => (part.trim() ? Number(part) : NaN));
    if (parts.length === 2) return parts[0] / parts[1];
    return parts.length === 1 ? parts[0] : NaN;
  }

  function judge(text) {
    const { answer, told, tolerance, choices } = open;
    if (choices) return { right: text === answer, known: answer };
    const number = read(text);
    if (!Number.isFinite(number)) return null;
    return { right: Math.abs(number - answer) <= tolerance * (1 + 1e-9), known: told };
  }

  /** Say how a guess is; once all is told, playing on is what comes next. */
  function say(text, kind = "", isOver = false) {
    verdict.textContent = text;
    verdict.className = `verdict ${kind}`;
    check.classList.toggle("quiet", isOver);
    on.classList.toggle("next", isOver);
    form.querySelectorAll("label").forEach((label) => label.classList.remove("right", "wrong"));
    if (kind) form.querySelector("input:checked, input[type='text']").parentElement.classList.add(kind);
    if (text) box.scrollIntoView({ block: "nearest" });
  }

  form.addEventListener("input", () => say(""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = judge(new FormData(form).get("guess") ?? "");
    if (!found) {
      say("Please type a number, such as 2.5 or −1/3.");
      return;
    }
    if (found.right) {
      right.add(open.beat);
      answered.textContent = `${right.size} of ${questions.length} answered`;
      say(`Right: ${found.known}.`, "right", true);
      return;
    }
    missed += 1;
    if (missed < TRIES) say("Not quite. Try once more.", "wrong");
    else say(`Not quite: it is ${found.known}. Watch why.`, "wrong", true);
  });
  on.addEventListener("click", () => {
    close();
    player.play().catch(() => player.focus());
  });

  player.addEventListener("timeupdate", () => {
    const time = player.currentTime;
    if (passed && Math.abs(time - passed.at) > 0.5) passed = null;
    if (wanted.checked && !player.paused && !open) {
      const due = questions.find(
        (question) => question !== passed && before < question.at && question.at <= time + 0.25,
      );
      // A jump over a question is no arrival at it.
      if (due && time - before < 1.5) ask(due);
    }
    before = time;
  });
  player.addEventListener("seeking", () => {
    before = player.currentTime;
    if (open && Math.abs(player.currentTime - open.at) > 0.5) close();
    // Who goes back before a question comes to it once more.
    if (passed && player.currentTime < passed.at - data.frame) passed = null;
  });
  player.addEventListener("play", () => {
    if (open) close();
  });
  wanted.checked = remembered();
  wanted.addEventListener("change", () => remember(wanted.checked));
  page.ask = ask;
})();
