import { behaviour } from "./behaviour.js";

// What is typed is kept in this tab until the server has it, so that neither a reload nor a new sign-in loses it.
const key = (field) => `inbetween:${location.pathname}:${field.name}`;

behaviour("keep", (field) => {
  const kept = sessionStorage.getItem(key(field));
  // The server keeps no blanks around it, which is no reason to tell it anew.
  if (kept !== null && kept.trim() !== field.value.trim()) {
    field.value = kept;
    const tell = () => field.dispatchEvent(new Event("change", { bubbles: true }));
    if (document.readyState === "complete") tell();
    else addEventListener("load", tell);
  }
  field.addEventListener("input", () => sessionStorage.setItem(key(field), field.value));
});

document.addEventListener("htmx:afterOnLoad", ({ detail }) => {
  if (!detail.successful || detail.requestConfig.verb !== "post") return;
  for (const field of document.querySelectorAll("[data-behaviour~=keep]")) {
    if (detail.requestConfig.formData?.get(field.name) === field.value) sessionStorage.removeItem(key(field));
  }
});

// Whoever signs in next in this tab must not find them.
document.addEventListener("click", (event) => { if (event.target.closest?.("a[href='/sign-out']")) sessionStorage.clear(); });
