import { behaviour, writing } from "./behaviour.js";

// "?" shows what the keys do.
behaviour("shortcuts", (dialog) => {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || writing(event.target) || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    dialog.showModal();
  });
});
