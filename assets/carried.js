// Only in a copy in one file (scripts/single.mjs), which carries the program, packed, and its script: starts it.
window.startCarried = function () {
  "use strict";
  var packed = Uint8Array.from(atob(document.getElementById("carried").textContent), function (letter) { return letter.charCodeAt(0); });
  var stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer().then(function (bytes) {
    return rareEarthTrade.default({ module_or_path: bytes });
  });
};
