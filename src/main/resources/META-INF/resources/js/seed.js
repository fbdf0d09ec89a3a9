import { behaviour } from "./behaviour.js";

// A new seed at the press of a button.
behaviour("seed", (row) => {
  const input = row.querySelector("input");
  const roll = row.querySelector("[data-roll]");
  roll.hidden = false;
  roll.addEventListener("click", () => {
    input.value = crypto.getRandomValues(new Uint32Array(1))[0] >>> 1;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
});
