import { behaviour } from "./behaviour.js";

// <button data-behaviour="copy" data-copies="48213907">: says so when it is done.
behaviour("copy", (button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  const words = button.querySelector("[data-words]");
  const before = words.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copies);
    words.textContent = "Copied";
    setTimeout(() => { words.textContent = before; }, 2000);
  });
});
