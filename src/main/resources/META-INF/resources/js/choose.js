import { behaviour } from "./behaviour.js";

// A form that is sent as soon as something else is chosen in it. Without scripts it has a button.
behaviour("choose", (form) => form.addEventListener("change", () => form.requestSubmit()));
