import { behaviour } from "./behaviour.js";

// Follows one generation: the tab says how far it is and marks the end, aloud where somebody listens.
const wanted = (name, otherwise) => (localStorage.getItem(`inbetween:${name}`) ?? otherwise) === "yes";
const key = (main) => `inbetween:watching:${main.dataset.generation}`;

function finished(main) {
  const title = `Done · ${main.dataset.title}`;
  main.querySelector("[data-said]").textContent = title;
  if (wanted("notify", "no") && document.hidden && globalThis.Notification?.permission === "granted") {
    new Notification(title, { body: "The video is in your gallery.", tag: main.dataset.generation });
  }
  if (!wanted("mark", "yes") || !document.hidden) return;
  const plain = document.title;
  document.title = title;
  document.addEventListener("visibilitychange", () => { document.title = plain; }, { once: true });
}

function follow(main) {
  const status = () => main.querySelector("#status");
  const headline = () => status().querySelector("h2").textContent;
  let said = headline();
  let last = "";
  // An answer that says the same again leaves the page, its focus and its animations alone.
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.target !== status()) return;
    if (detail.serverResponse === last) detail.shouldSwap = false;
    last = detail.serverResponse;
  });
  document.addEventListener("htmx:afterSettle", () => {
    document.title = wanted("mark", "yes") || status().dataset.phase !== "working" ? status().dataset.tab : `${main.dataset.title} · Inbetween`;
    if (headline() !== said) main.querySelector("[data-said]").textContent = said = headline();
  });
  sessionStorage.setItem(key(main), status().dataset.phase);
}

behaviour("watch", (main) => {
  const before = sessionStorage.getItem(key(main));
  sessionStorage.removeItem(key(main));
  if (main.querySelector("#status")) follow(main);
  else if (before === "working") finished(main);
});

behaviour("when-done", (card) => {
  const [mark, notify] = card.querySelectorAll("input");
  card.hidden = false;
  mark.checked = wanted("mark", "yes");
  notify.checked = wanted("notify", "no") && globalThis.Notification?.permission === "granted";
  notify.closest("label").hidden = !("Notification" in globalThis);
  card.addEventListener("change", async ({ target }) => {
    if (target === notify && target.checked) target.checked = (await Notification.requestPermission()) === "granted";
    localStorage.setItem(`inbetween:${target.name}`, target.checked ? "yes" : "no");
  });
});
