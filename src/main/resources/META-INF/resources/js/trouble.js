import { behaviour } from "./behaviour.js";

// Says when the server did not do what was asked, and offers the way back in when the sign-in has expired. The page stays
// as it is: sign-in happens in a second tab, and what was refused is then asked again.
const channel = new BroadcastChannel("sign-in");
const EXPIRED = new Set([401, 499]);
let again = () => {};

const wayIn = () => {
  const link = Object.assign(document.createElement("a"), { href: "/sign-in?to=/signed-in", target: "_blank", textContent: "Sign in" });
  link.className = "button button--small button--primary";
  return link;
};

behaviour("trouble", (toasts) => {
  const blank = toasts.querySelector("template").content.firstElementChild;
  const show = (toast) => {
    toasts.replaceChildren(toast);
    return toast;
  };
  const say = (title, advice) => {
    const toast = blank.cloneNode(true);
    toast.querySelector("b").textContent = title;
    toast.querySelector("p + p").textContent = advice;
    return show(toast);
  };
  document.addEventListener("htmx:responseError", ({ detail: { xhr, elt, requestConfig } }) => {
    if (EXPIRED.has(xhr.status)) {
      again = () => globalThis.htmx.trigger(elt, requestConfig.triggeringEvent?.type === "input" ? "input" : "change");
      say("Your sign-in has expired", "Nothing you filled in is lost.").append(wayIn());
      return;
    }
    const sent = new DOMParser().parseFromString(xhr.responseText, "text/html").querySelector(".toast");
    if (sent) show(sent);
    else say("That did not work", `The server answered ${xhr.status}. Try again in a minute.`);
  });
  document.addEventListener("htmx:sendError", () => say("Inbetween cannot be reached", "Nothing you filled in is lost. It is sent with your next change."));
  document.addEventListener("htmx:afterOnLoad", ({ detail }) => { if (detail.successful) toasts.querySelector(".toast--bad")?.remove(); });
  channel.addEventListener("message", () => { toasts.replaceChildren(); again(); again = () => {}; });
});

behaviour("signed-in", () => {
  channel.postMessage("signed in");
  window.close();
});
