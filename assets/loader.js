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
    // Tests and styles may wait for this: from now on every control answers.
    document.documentElement.dataset.hydrated = "";
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
