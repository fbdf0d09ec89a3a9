import { behaviour } from "./behaviour.js";

// Shows how far a frame has come on its way, and refuses here what the server would refuse after a long wait.
const MEGA = 1024 * 1024;
const limit = (file) => Number(file.dataset.megabytes);
const size = (bytes) => (bytes / MEGA).toFixed(1);

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

function refuse(well, file, most) {
  const says = well.querySelector(".frame-well__says");
  says.querySelector(".field__error")?.remove();
  const sentence = `${file.name} has ${size(file.size)} MB, and a frame may have up to ${most} MB. Save it smaller, or as JPEG.`;
  says.prepend(make("p", { className: "field__error", role: "alert", textContent: sentence }));
  well.classList.add("frame-well--refused");
}

function cover(well) {
  well.querySelector(".field__error")?.remove();
  well.classList.remove("frame-well--refused");
  const line = make("progress", { className: "meter", max: 1, ariaLabel: "Upload" });
  const words = make("span", { textContent: "Sending" });
  const sheet = make("span", { className: "frame-well__sending" }, words, line);
  well.querySelector(".frame-well__stage").append(sheet);
  return ({ loaded, total }) => {
    line.value = loaded / total;
    words.textContent = loaded < total ? `${size(loaded)} of ${size(total)} MB` : "Checking the picture";
  };
}

behaviour("create", (form) => {
  const input = (well) => well.querySelector("input[type=file]");
  let covers = [];

  // Before htmx hears of the change, which it does at the form itself.
  form.addEventListener("change", (event) => {
    const well = event.target.type === "file" && event.target.closest(".frame-well");
    if (!well) return;
    for (const large of form.querySelectorAll("input[type=file]")) {
      const [file] = large.files;
      if (!file || file.size <= limit(large) * MEGA) continue;
      refuse(large.closest(".frame-well"), file, limit(large));
      large.value = "";
    }
    if (![...form.querySelectorAll("input[type=file]")].some((each) => each.files.length)) event.stopPropagation();
  }, true);

  form.addEventListener("htmx:beforeSend", () => {
    form.querySelectorAll(".frame-well__sending").forEach((old) => old.remove());
    covers = [...form.querySelectorAll(".frame-well")].filter((well) => input(well).files.length).map(cover);
    if (covers.length) form.querySelector("[value=generate]").setAttribute("aria-busy", "true");
  });
  // Nothing is spent on a frame whose crop has not been seen yet.
  form.addEventListener("htmx:confirm", (event) => {
    const generates = event.detail.triggeringEvent?.submitter?.value === "generate";
    if (generates && form.querySelector(".frame-well__sending")) event.preventDefault();
  });
  form.addEventListener("htmx:xhr:progress", ({ detail }) => { if (detail.lengthComputable) covers.forEach((show) => show(detail)); });
  form.addEventListener("htmx:xhr:loadend", () => { covers = []; });
  for (const end of ["htmx:responseError", "htmx:sendError", "htmx:afterOnLoad"]) {
    document.addEventListener(end, () => form.querySelectorAll(".frame-well__sending").forEach((old) => old.remove()));
  }
});
