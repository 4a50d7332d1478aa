"use strict";
document.documentElement.classList.add("live");
// The choices of a page live in its address, after the "#": a link shows the same view, and Back goes back.
const pageState = (() => {
  const read = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  const write = (state, quietly) => {
    const kept = Object.entries(state).filter(([, value]) => value !== "" && value !== null && value !== undefined);
    const hash = "#" + new URLSearchParams(kept).toString();
    if (hash === (location.hash || "#")) return;
    if (quietly) location.replace(hash);
    else location.hash = hash;
  };
  return { read, write };
})();

// A new element with text (never markup) in it.
const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};
