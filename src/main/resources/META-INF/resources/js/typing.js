// What is being typed is newer than an answer that was asked for before: it goes along into the new part, and is told later.
export const keepTyping = (old, next) => {
  const field = document.activeElement;
  if (!old.contains(field) || !field.id || !/^(text|search)$/.test(field.type) || field.value === field.defaultValue) return;
  const again = next.querySelector(`#${CSS.escape(field.id)}`);
  if (!again) return;
  again.value = field.value;
  again.addEventListener("blur", () => {
    if (again.value !== again.defaultValue) again.dispatchEvent(new Event("change", { bubbles: true }));
  }, { once: true });
};
