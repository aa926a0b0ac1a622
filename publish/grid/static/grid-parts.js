// The parts of the page, and what is known of each point.
"use strict";

const GridPage = (() => {
  const data = JSON.parse(document.getElementById("grid-data").textContent);
  const stage = document.getElementById("stage");

  /** Return the point at a place, which counts the values of each slider from 0. */
  function pointAt(place) {
    return data.points[place.join("-")];
  }

  /** Return the drawn points beside a place, one step of one slider away, without those refused. */
  function beside(place) {
    const found = [];
    place.forEach((at, axis) => {
      for (const step of [-1, 1]) {
        const other = place.with(axis, at + step);
        if (pointAt(other)?.file) found.push(pointAt(other));
      }
    });
    return found;
  }

  /** Say a place in words: "x0 = 1, h = 0.1". */
  function say(place) {
    return data.axes.map((axis, at) => `${axis.name} = ${axis.values[place[at]]}`).join(", ");
  }

  /** Put a picture or a video over the others; the one before stays beneath until then. */
  function bringForward(layer) {
    for (const other of stage.querySelectorAll(".front")) {
      if (other !== layer) other.classList.remove("front");
    }
    layer.classList.add("front");
  }

  /** Tell which beat is shown, and what is said in it. */
  function tellBeat(beat) {
    document.getElementById("beat").textContent = beat?.title ?? "";
    document.getElementById("says").textContent = beat?.says ?? "";
  }

  function clock(seconds) {
    const whole = Math.floor(seconds);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  }

  return { data, stage, pointAt, beside, say, bringForward, tellBeat, clock };
})();
