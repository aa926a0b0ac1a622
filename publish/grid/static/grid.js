// The sliders: what they mean, and what is shown for it.
"use strict";

(() => {
  const { data, stage, pointAt, say } = GridPage;
  const refusal = document.getElementById("refusal");
  const sliders = data.axes.map((_, at) => document.getElementById(`axis-${at}`));
  const about = stage.getAttribute("aria-label");

  function update() {
    const place = sliders.map((slider) => Number(slider.value));
    const point = pointAt(place);
    data.axes.forEach((axis, at) => {
      const value = axis.values[place[at]];
      document.getElementById(`value-${at}`).textContent = value;
      sliders[at].setAttribute("aria-valuetext", `${axis.name} = ${value}`);
    });
    stage.setAttribute("aria-label", `${about}: ${say(place)}`);
    stage.classList.toggle("refused", !point.file);
    refusal.textContent = point.file ? "" : `${say(place)}: ${point.refusal}`;
    if (point.file) GridStage.show(point, place);
  }

  for (const slider of sliders) slider.addEventListener("input", update);
  update(); // a browser keeps the sliders of the last visit
})();
