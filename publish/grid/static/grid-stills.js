// Pictures: all of them are fetched and decoded beforehand, so that each change is at once.
"use strict";

const GridStage = (() => {
  const { data, stage, bringForward, tellBeat } = GridPage;
  const layers = new Map();
  let wanted = "";

  for (const point of Object.values(data.points)) {
    if (!point.file) continue;
    const image = new Image();
    image.className = "layer";
    image.alt = "";
    image.src = point.file;
    layers.set(point.file, image);
    stage.prepend(image);
  }

  /** Show a point as soon as its picture is decoded, unless another one is wanted by then. */
  async function show(point) {
    wanted = point.file;
    const image = layers.get(point.file);
    await image.decode();
    if (wanted !== point.file) return;
    bringForward(image);
    tellBeat(point.beats.at(-1));
  }

  return { show };
})();
