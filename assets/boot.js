// Starts the WebAssembly module and says in plain words why, where it cannot. A classic script on purpose:
// a module script never runs from a file or in a sandbox without CORS headers, so it could not say anything.
(function () {
  "use strict";
  var link = document.getElementById("module");
  var carried = document.getElementById("carried");
  var slow;
  // This script runs as soon as it is there, which may be before the page has been read to its end. The element with the
  // module's names stands before it.
  var parsed = new Promise(function (done) {
    if (document.readyState !== "loading") return done();
    document.addEventListener("DOMContentLoaded", done);
  });

  // Charts are as wide as the style sheet makes them.
  var sheet = document.querySelector("link[rel=stylesheet]");
  var styled = new Promise(function (done) {
    if (!sheet || sheet.sheet) return done();
    sheet.addEventListener("load", done);
    sheet.addEventListener("error", done);
  });

  function fail(text, reload) {
    parsed.then(function () { tell(text, reload); });
  }

  function tell(text, reload) {
    var message = document.getElementById("boot-message");
    clearTimeout(slow);
    document.body.dataset.state = "failed";
    if (!message) return;
    message.textContent = text + " ";
    if (reload) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = "Reload";
      button.addEventListener("click", function () { location.reload(); });
      message.appendChild(button);
    } else if (window.parent !== window) {
      var out = document.createElement("a");
      out.href = location.href;
      out.target = "_blank";
      out.rel = "noopener";
      out.textContent = "Open the chart in a window of its own.";
      message.appendChild(out);
    }
  }

  // What a failed start was, as far as a page can find out. A copy in one file has no files that could be missing.
  function explain(error, js, wasm) {
    var text = String(error && error.message || error);
    if (/unsafe-eval|Content Security Policy|disallowed by embedder/i.test(text)) {
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
      if (found.indexOf("refused") >= 0) {
        return fail("The browser was not allowed to load a file of this page. In a sandboxed frame the host must send the header Access-Control-Allow-Origin: * with it.");
      }
      fail("The dashboard could not start: " + text, true);
    });
  }

  // A panic is a bug, and stops the module without words: the page says so in place of what it can no longer keep up.
  window.addEventListener("error", function (event) {
    if (typeof WebAssembly !== "object" || !(event.error instanceof WebAssembly.RuntimeError)) return;
    document.body.dataset.state = "failed";
    var failure = document.getElementById("failure");
    failure.textContent = "The page stopped on an error of its own; what it shows may be out of date. Reload it, and if it happens again report the link.";
    failure.hidden = false;
  });

  // A copy in one file carries the module, packed, and its script.
  function carriedModule() {
    var packed = Uint8Array.from(atob(carried.textContent), function (letter) { return letter.charCodeAt(0); });
    var stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer().then(function (bytes) {
      return rareEarthTrade.default({ module_or_path: bytes });
    });
  }

  // The figures are asked for and read while the module is still compiled; ui::load takes them, or the refusal.
  function ask(file) {
    var answer = fetch("assets/data/" + file).then(function (answer) {
      return answer.ok ? answer.arrayBuffer() : answer;
    });
    // A refusal is told by whoever reads the answer.
    answer.catch(function () {});
    return answer;
  }

  // Before the first paint, so that a dark host does not flash; the module reads the whole link.
  if (window.parent !== window) document.documentElement.dataset.framed = "";
  var theme = /[?&]_theme=(light|dark)(&|$)/.exec(location.search);
  if (theme) document.documentElement.dataset.theme = theme[1];
  if (!link && !carried) return fail("This copy of the page is incomplete: its module is not named.");
  if (location.protocol === "file:" && !carried) {
    return fail("This page was opened as a file, and browsers load no modules from files. Put the folder on a web server, or serve it with: python3 -m http.server");
  }
  if (typeof WebAssembly !== "object") {
    return fail("This browser has no WebAssembly, or it is switched off. Open the page in a current browser.");
  }
  var js, wasm, start;
  if (carried) {
    start = parsed.then(carriedModule);
  } else {
    window.figures = {};
    ["trade.csv", "origins.csv", "prices.csv", "events.csv", "article.csv"].forEach(function (file) {
      window.figures[file] = ask(file);
    });
    js = new URL(link.dataset.js, document.baseURI).href;
    wasm = new URL(link.dataset.wasm, document.baseURI).href;
    // Compiled while its script is still on its way; by the script itself where that fails, as with a wrong media type.
    var compiled = WebAssembly.compileStreaming(fetch(wasm)).catch(function () { return wasm; });
    start = Promise.all([import(js), compiled, parsed, styled]).then(function (parts) {
      return parts[0].default({ module_or_path: parts[1] });
    });
  }
  // Also while the figures are on their way: the message stands until there is more to show.
  slow = setTimeout(function () {
    var message = document.getElementById("boot-message");
    if (message) message.textContent = "Still loading: the network is slow.";
  }, 10000);
  start.catch(function (error) { return explain(error, js, wasm); });
})();
