"use strict";
(() => {
  const root = document.documentElement;
  let size = 1;
  const resize = (factor) => {
    size = Math.min(4, Math.max(.4, size * factor));
    root.style.setProperty("--size", size);
  };
  // As large as the wall has room for: what is read from the last row matters more than white space.
  const fits = () => root.scrollHeight <= innerHeight && root.scrollWidth <= innerWidth;
  while (fits() && size < 2.4) resize(1.06);
  if (!fits() && size > 1) resize(1 / 1.06);
  document.getElementById("sizes").hidden = false;
  document.getElementById("larger").addEventListener("click", () => resize(1.12));
  document.getElementById("smaller").addEventListener("click", () => resize(1 / 1.12));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "+" || event.key === "=") resize(1.12);
    if (event.key === "-" || event.key === "−") resize(1 / 1.12);
  });
})();
