"use strict";
(() => { // a page that is served: asks its server now and then, and comes anew when something changed
  const { live } = JSON.parse(document.getElementById("data").textContent);
  let known = null;
  setInterval(async () => {
    try {
      const told = await (await fetch(live, { cache: "no-store" })).text();
      if (known !== null && told !== known) location.reload();
      known = told;
    } catch { /* the server has gone; the page stays */ }
  }, 1000);
})();
