// Starts the program of a page. The page's own tag says what to load and which words to show when that fails:
// <script async src=".." data-js=".." data-wasm=".." data-texts=".." data-failed=".." data-reload=".." [data-live=".."]>
(() => {
  "use strict";
  const { js, wasm, texts, failed = "", reload = "", live } = document.currentScript.dataset;
  let leaving = false;
  let shown = false;

  // Everything is asked for at once; nothing waits for what it does not need.
  const code = import(js);
  const binary = fetch(wasm);
  const words = fetch(texts).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} for ${texts}`);
    return answer.text();
  });
  const parsed = new Promise((done) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", done, { once: true });
    else done();
  });

  // A page that is being left breaks off its downloads; that is no failure.
  addEventListener("beforeunload", () => (leaving = true));
  addEventListener("pagehide", () => (leaving = true));
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("foyer-crashed", () => show());

  // Listeners of the window hear in the order in which they came. So whoever has to hear this before the router does
  // is asked from here, where no router is yet.
  addEventListener("popstate", (event) => {
    const isFree = dispatchEvent(new Event("foyer-going-back", { cancelable: true }));
    if (!isFree) event.stopImmediatePropagation();
  });
  const takeOver = keepTyped();

  start().catch((error) => {
    console.error(error);
    show();
  });
  if (live) watch();

  async function start() {
    const started = code.then(async (app) => {
      await app.default({ module_or_path: binary });
      return app;
    });
    const [app, text] = await Promise.all([started, words, parsed]);
    await app.hydrate(text);
    takeOver();
    // Tests and styles may wait for this: from now on every control answers.
    document.documentElement.dataset.hydrated = "";
  }

  // What is typed or ticked before the program takes over would be lost: it sets each field to what the server wrote.
  // A field that somebody has changed turns that first setting down, and tells the program of the change instead.
  // Gives what ends this, once the whole page has been taken over.
  function keepTyped() {
    const changed = new Map();
    const property = (field) => (/^(checkbox|radio)$/.test(field.type) ? "checked" : "value");
    const tell = (field) => {
      const [name, mine] = [property(field), changed.get(field)];
      delete field[name];
      if (!changed.delete(field) || !field.isConnected) return;
      if (field[name] !== mine) field[name] = mine;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      if (name === "checked" || field.localName === "select") field.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const note = ({ target: field, isTrusted }) => {
      const name = isTrusted && property(field);
      if (!(name in Object(field))) return;
      const isNew = !changed.has(field);
      changed.set(field, field[name]);
      if (!isNew) return;
      const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), name);
      // The program listens to the field a moment after it has set it.
      const set = () => setTimeout(tell, 0, field);
      Object.defineProperty(field, name, { configurable: true, get: own.get, set });
    };
    addEventListener("input", note, true);
    return () => {
      removeEventListener("input", note, true);
      [...changed.keys()].forEach(tell);
    };
  }

  // Needs no style sheet and no other script: either may be what is missing.
  function show() {
    if (shown || leaving) return;
    shown = true;
    const bar = document.createElement("div");
    bar.setAttribute("role", "alert");
    Object.assign(bar.style, {
      position: "fixed",
      insetBlockEnd: "0",
      insetInline: "0",
      zIndex: "2147483647",
      display: "flex",
      flexWrap: "wrap",
      gap: "0.75rem 1rem",
      alignItems: "center",
      justifyContent: "center",
      padding: "0.75rem 1rem",
      background: "Canvas",
      color: "CanvasText",
      borderBlockStart: "2px solid CanvasText",
      font: "1rem/1.5 system-ui, sans-serif",
    });
    const sentence = document.createElement("span");
    sentence.textContent = failed;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = reload;
    Object.assign(button.style, { font: "inherit", minBlockSize: "2.75rem", paddingInline: "1rem", cursor: "pointer" });
    button.addEventListener("click", () => location.reload());
    bar.append(sentence, button);
    document.body.append(bar);
  }

  // Development only: the page loads again when there is a new build.
  async function watch() {
    let known;
    for (;;) {
      try {
        const answer = await fetch(live, { cache: "no-store" });
        const now = answer.ok ? await answer.text() : known;
        if (known !== undefined && now !== known) location.reload();
        known = now;
      } catch {
        // The server is being started again.
      }
      await new Promise((done) => setTimeout(done, 700));
    }
  }
})();
