// For pages that show charts of the rare earth dashboard in frames: gives each frame the height that its chart needs.
// Include it once, before or after the frames: <script src="https://HOST/FOLDER/frame.js" async></script>
(function () {
  "use strict";
  var ours = "rare-earth-trade:";
  addEventListener("message", function (event) {
    var data = event.data;
    if (!data || data.type !== ours + "height" || typeof data.height !== "number" || !(data.height > 0)) return;
    // Never so low that it could not be seen, nor so high that a faulty page could fill the host's.
    var height = Math.min(Math.max(Math.ceil(data.height), 80), 6000);
    var frames = document.getElementsByTagName("iframe");
    for (var at = 0; at < frames.length; at += 1) {
      // By its window: a sandboxed frame has no origin to know it by.
      if (frames[at].contentWindow === event.source) frames[at].style.height = height + "px";
    }
  });
  // Frames that were ready before this script tell their height again.
  function ask() {
    var frames = document.getElementsByTagName("iframe");
    for (var at = 0; at < frames.length; at += 1) {
      if (/[?&]_embed=1(&|$)/.test(frames[at].src)) frames[at].contentWindow.postMessage({ type: ours + "hello" }, "*");
    }
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", ask);
  else ask();
})();
