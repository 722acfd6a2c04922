// Runs before the page is painted: marks what the link asks for, and starts the program. Where that
// cannot run, says in plain words why; the built page then stays. A classic script on purpose: a module script never runs
// from a file or in a sandbox without CORS headers, so it could not say anything.
(function () {
  "use strict";
  var root = document.documentElement;
  root.dataset.boot = "";
  // The elements that hold the module's names, or the module itself, stand before this script.
  var link = document.getElementById("module");
  var carried = document.getElementById("carried");

  // ---- What the link asks for. The program reads it all; what is read here is what stands until then.
  var search = location.search.length > 1 ? location.search : location.hash.slice(1);
  var query = new URLSearchParams(plain(search).replace(/&(amp;)+/g, "&"));
  var OURS = ["chart", "figure", "t", "by", "as", "show", "change", "years", "year", "baskets", "basket", "base", "trade-base", "average", "scale", "product", "pr", "dy", "market", "unit", "vat", "asof"];
  // The page's own address of the overview, which the program reads without a part of it.
  var PLAIN = "view=overview&v=2";
  // Addresses come encoded again, in capitals, with letters that nobody sees.
  function plain(text) {
    for (var times = 0; times < 4; times++) {
      try { text = decodeURIComponent(text); } catch (_) { break; }
    }
    return text.toLowerCase().replace(/[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, "");
  }
  var view = query.get("view") || "overview";
  // A link of version 1 shows other months. It could leave its version out; a plain address has nothing to choose.
  var old = query.has("v") ? /^1(?!\d)/.test(query.get("v")) : query.has("view");
  var standard = view === "overview" && !old && (query.get("_lang") || "en") === "en" && !OURS.some(function (key) { return query.has(key); });
  var embedded = query.get("_embed") === "1";
  // The style sheet hides the built page, so that it never flashes where another view is asked for.
  if (embedded || !standard) root.dataset.asked = "";
  // The first screen of the overview needs the program alone. Other links need parts of it: they come with the program, not
  // after it.
  var ARTICLE = ["quarters", "additions", "capacity", "shares", "costs", "volumes", "oxide-prices", "newcomers", "demand", "supply", "break-even"];
  var chart = query.get("chart");
  var needed = [
    search && search.replace(/^\?/, "") !== PLAIN && "more",
    (embedded && chart ? ARTICLE.indexOf(chart) >= 0 : /^(article|whatif)$/.test(view)) && "article",
    query.get("tab") === "table" && "tables",
  ].map(function (part) { return link && part && link.dataset[part] || ""; }).join(" ").split(" ");
  needed.filter(function (file, at) { return file && needed.indexOf(file) === at; }).forEach(function (file) {
    var early = document.createElement("link");
    early.rel = "preload";
    early.as = "fetch";
    early.crossOrigin = "";
    early.href = file;
    document.head.append(early);
  });
  var framed = window.parent !== window;
  if (framed) root.dataset.framed = "";
  var theme = query.get("_theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  var parsed = new Promise(function (done) {
    if (document.readyState !== "loading") return done();
    document.addEventListener("DOMContentLoaded", done);
  });

  // ---- Where the program cannot run.
  var slow;

  function fail(reason, reload) {
    clearTimeout(slow);
    return parsed.then(function () {
      document.body.dataset.state = "failed";
      delete root.dataset.asked;
      // The page of the article stands below the overview, hidden.
      var article = view === "article" && !embedded;
      if (article) root.dataset.article = "";
      var app = document.getElementById("app");
      var status = document.getElementById("status") || document.createElement("p");
      status.className = "notice";
      if (embedded) app.replaceChildren(picture());
      if (!status.isConnected) {
        status.setAttribute("role", "status");
        app.prepend(status);
      }
      var said = [reason, embedded ? "The picture shows the figures of the last build." : status.dataset[article ? "article" : "limits"]];
      if (!embedded && !standard && !article) said.push(otherView(status));
      if ((embedded || article) && (query.has("asof") || query.has("figure") || view === "whatif")) said.push("The link asks for a day or figures of its own, which this does not show.");
      status.textContent = said.filter(Boolean).join(" ") + " ";
      if (reload) {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = "Reload";
        button.addEventListener("click", function () { location.reload(); });
        status.append(button);
      }
    });
  }

  // Which view the link asked for, by its name in the built page.
  function otherView(status) {
    var entry = document.querySelector('.views a[data-view="' + CSS.escape(view) + '"]');
    return entry && status.dataset.otherView && status.dataset.otherView.replace("{view}", entry.textContent);
  }

  // The chart that a frame's link asks for, as it was built, leading to the page in a window of its own.
  function picture() {
    var first = { sourcing: old ? "origins" : "gap", prices: old ? "prices" : "index", article: "quarters", whatif: "demand" };
    var all = ["trade", "ytd", "change", "gap", "origins", "shifts", "baskets", "origins-value", "partners", "index", "prices", "outside", "relative", "concentration"].concat(ARTICLE);
    var name = all.indexOf(chart) >= 0 ? chart : first[view] || "trade";
    if (name === "trade" && query.get("as") === "change") name = "change";
    if (name === "origins" && /value$/.test(query.get("show"))) name = "origins-value";
    var dark = root.dataset.theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    var image = new Image();
    image.src = ["charts/" + name, innerWidth < 600 ? "narrow" : "wide", (dark ? "dark" : "light") + ".svg"].join("-");
    image.alt = name;
    image.className = "picture";
    var out = document.createElement("a");
    out.href = location.href;
    out.target = "_blank";
    out.rel = "noopener";
    out.append(image);
    return out;
  }

  // What a failed start was, as far as a page can find out. A copy in one file has no files that could be missing.
  function explain(error, js, wasm) {
    var text = String(error && error.message || error);
    if (/unsafe-eval|Content Security Policy|by CSP|disallowed by embedder/i.test(text)) {
      return fail("The policy of this site forbids WebAssembly. Its administrator can allow it by adding 'wasm-unsafe-eval' to script-src of the Content-Security-Policy.");
    }
    return Promise.all((carried ? [] : [js, wasm]).map(function (file) {
      return fetch(file, { method: "HEAD" }).then(
        function (answer) { return answer.ok ? "there" : "missing"; },
        function () { return "refused"; }
      );
    })).then(function (found) {
      if (found.indexOf("missing") >= 0) {
        return fail("A file of this page is missing on its host, most likely because the page was updated.", true);
      }
      if (found.indexOf("refused") >= 0 && framed) {
        return fail("The browser was not allowed to load a file of this page. In a sandboxed frame the host must send the header Access-Control-Allow-Origin: * with it.");
      }
      if (found.indexOf("refused") >= 0) {
        return fail("A file of this page could not be loaded: the network is gone, or its host refused it.", true);
      }
      fail("The dashboard could not start: " + text, true);
    });
  }

  // The program could not load the part of it that reads the link.
  window.sayPartMissing = function () {
    fail("A part of this page could not be loaded.", true);
  };

  // A panic is a bug, and stops the program without words: the page says so in place of what it can no longer keep up.
  window.addEventListener("error", function (event) {
    if (typeof WebAssembly !== "object" || !(event.error instanceof WebAssembly.RuntimeError)) return;
    delete root.dataset.asked;
    document.body.dataset.state = "failed";
    var failure = document.getElementById("failure");
    failure.textContent = "The page stopped on an error of its own; what it shows may be out of date. Reload it, and if it happens again report the link.";
    failure.hidden = false;
  });

  // ---- The start.
  if (!link && !carried) return fail("This copy of the page is incomplete: its module is not named.");
  if (location.protocol === "file:" && !carried) {
    return fail("This page was opened as a file, and browsers load no modules from files. Put the folder on a web server, or serve it with: python3 -m http.server");
  }
  if (typeof WebAssembly !== "object") {
    return fail("This browser has no WebAssembly, or it is switched off. Open the page in a current browser.");
  }

  // Asked for anew at each visit: a file that was replaced shows after a plain reload, whatever its host says of caches.
  window.dataFiles = {};
  if (!carried) ["trade", "origins", "prices", "events", "article"].forEach(function (name) {
    var asked = window.dataFiles[name + ".csv"] = fetch("assets/data/" + name + ".csv", { cache: "no-cache", priority: "low" });
    // The program says what is missing.
    asked.catch(function () {});
  });

  // Charts are as wide as the style sheets make them.
  var styled = parsed.then(function () {
    var sheets = document.querySelectorAll("link[rel=stylesheet]");
    return Promise.all(Array.prototype.map.call(sheets, function (sheet) {
      return sheet.sheet || new Promise(function (done) { sheet.onload = sheet.onerror = done; });
    }));
  });
  // The built page is painted before its program takes the processor, for its compilation too; a hidden tab paints nothing.
  var painted = styled.then(function () {
    return "asked" in root.dataset || new Promise(function (done) {
      new PerformanceObserver(done).observe({ type: "paint", buffered: true });
      setTimeout(done, 250);
    });
  });

  var js, wasm, start;
  if (carried) {
    start = painted.then(window.startCarried);
  } else {
    js = new URL(link.dataset.js, document.baseURI).href;
    wasm = new URL(link.dataset.wasm, document.baseURI).href;
    start = painted.then(function () {
      // Compiled while its script is still on its way; by the script itself where that fails, as with a wrong media type.
      var compiled = WebAssembly.compileStreaming(fetch(wasm)).catch(function () { return wasm; });
      return Promise.all([import(js), compiled]);
    }).then(function (parts) {
      return parts[0].default({ module_or_path: parts[1] });
    });
  }
  // Also while the figures are on their way: the built page stands until there is more to show.
  slow = setTimeout(function () {
    var said = document.getElementById("asked" in root.dataset ? "loading" : "status");
    if (said && document.body.dataset.state === "loading") said.textContent = "Still loading: the network is slow.";
  }, 10000);
  start.catch(function (error) { return explain(error, js, wasm); });
})();
