import { behaviour } from "./behaviour.js";

// The server writes times in its own zone; here they are put into the reader's.
const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const minute = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

behaviour("time", (time) => { time.title = exact.format(new Date(time.dateTime)); });
behaviour("exact", (time) => { time.textContent = exact.format(new Date(time.dateTime)); });
behaviour("clock", (time) => { time.textContent = clock.format(new Date(time.dateTime)); });
behaviour("minute", (time) => { time.textContent = minute.format(new Date(time.dateTime)); });

// Counts up from a moment: "for 48 s".
behaviour("elapsed", (time) => {
  const show = () => {
    const seconds = Math.max(0, Math.round((Date.now() - new Date(time.dateTime)) / 1000));
    time.textContent = seconds < 60 ? `for ${seconds} s` : `for ${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  };
  show();
  const timer = setInterval(() => (time.isConnected ? show() : clearInterval(timer)), 1000);
});
