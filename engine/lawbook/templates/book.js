
"use strict";
(() => {
  // What is folded is opened for printing, and folded again.
  const opened = [];
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details:not([open])")) { each.open = true; opened.push(each); }
  });
  addEventListener("afterprint", () => { for (const each of opened.splice(0)) each.open = false; });

  const box = document.getElementById("q");
  if (!box) return;
  const rows = JSON.parse(document.getElementById("search-data").textContent);
  const hits = document.getElementById("hits");
  const found = document.getElementById("found");
  const most = 50;
  // Marks and capitals do not count: «lang nghe» finds «Làng nghề».
  const folded = (text) => text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "");

  const look = () => {
    const words = folded(box.value).split(/\s+/).filter(Boolean);
    hits.replaceChildren();
    found.textContent = "";
    if (!words.length) return;
    // The words in a row come first, above all in a name; the order of the book decides between equals.
    const phrase = words.join(" ");
    const rank = (row) => (folded(row[0]).includes(phrase) ? 0 : row[3].includes(phrase) ? 1 : 2);
    const matching = rows.filter((row) => words.every((word) => row[3].includes(word)));
    matching.sort((one, other) => rank(one) - rank(other));
    found.textContent = matching.length ? found.dataset.some.replace("{number}", matching.length) : found.dataset.none;
    for (const [name, place, note] of matching.slice(0, most)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const about = document.createElement("p");
      link.href = place;
      link.textContent = name;
      about.textContent = note.length > 160 ? `${note.slice(0, 160)}…` : note;
      item.append(link, about);
      hits.append(item);
    }
  };
  box.addEventListener("input", look);
  box.value = new URLSearchParams(location.search).get("q") || "";
  look();
})();
