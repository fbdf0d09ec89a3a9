import { behaviour } from "./behaviour.js";
import { keepTyping } from "./typing.js";

// The server answers each change with the whole form; only parts that differ are put in, so that focus, caret and what is
// being typed stay where they are.
const touched = (control) => (control.type === "file" ? control.files.length > 0
  : /radio|checkbox/.test(control.type) ? control.checked !== control.defaultChecked
    : control.options ? [...control.options].some((option) => option.selected !== option.defaultSelected)
      : control.value !== control.defaultValue);

const dirty = (part) => [...part.querySelectorAll("input, textarea, select")].some(touched);
const same = (old, next) => old.isEqualNode(next) && !dirty(old);
const writingIn = (old, next) => old.dataset.kind !== undefined && old.dataset.kind === next.dataset.kind
  && (dirty(old) || old.contains(document.activeElement));

// What changes with every answer and is not pressed is put in by itself: a button swapped under the pointer never gets its click.
const refresh = (old, next) => [...next.querySelectorAll("[data-quiet]")].flatMap((part) => {
  const before = old.querySelector(`[data-quiet="${part.dataset.quiet}"]`);
  if (!before || before.isEqualNode(part)) return [];
  const now = part.cloneNode(true);
  before.replaceWith(now);
  return [now];
});

const keepFolds = (old, next) => {
  for (const fold of old.querySelectorAll("details[id]:not(.menu)")) {
    const again = next.querySelector(`#${fold.id}`);
    if (again && !again.querySelector("[aria-invalid]")) again.open = fold.open;
  }
};

behaviour("create", (form) => {
  const said = form.querySelector("[data-price]");
  const button = () => form.querySelector("[value=generate]");
  let price = button().textContent;
  let focused;

  form.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target: old, fragment } = event.detail;
    const next = fragment.firstElementChild;
    keepFolds(old, next);
    keepTyping(old, next);
    const refreshed = refresh(old, next);
    if (writingIn(old, next) || same(old, next)) event.detail.shouldSwap = false;
    // Both are in the page for a moment, and of folds with one name the browser closes all but the first.
    else for (const fold of old.querySelectorAll("details[name]")) fold.removeAttribute("name");
    for (const part of refreshed) part.dispatchEvent(new Event("htmx:load", { bubbles: true }));
  });
  // A button that is gone after the swap hands its focus to the well it served.
  document.addEventListener("htmx:beforeSwap", () => { focused = form.contains(document.activeElement) ? document.activeElement : null; });
  document.addEventListener("htmx:afterSettle", () => {
    if (focused && !focused.isConnected && document.activeElement === document.body) {
      const side = focused.closest("[data-well]")?.dataset.well ?? "first";
      form.querySelector(`#${side}-file`)?.focus({ preventScroll: true });
    }
    if (button().textContent === price) return;
    price = button().textContent;
    said.textContent = form.querySelector(".dock__summary").textContent + " " + price;
  });
});

// How much of a text's room is used.
behaviour("counter", (field) => {
  const area = field.querySelector("textarea");
  const count = field.querySelector("[data-count]");
  const show = () => {
    const { length } = area.value.trim();
    count.textContent = `${length} of ${count.dataset.limit}`;
    count.classList.toggle("field__over", length > Number(count.dataset.limit));
  };
  area.addEventListener("input", show);
  show();
});
