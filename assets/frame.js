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
    // By its window: a sandboxed frame has no origin to know it by.
    frames(document, function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = height + "px";
    });
  });
  // Every frame of a page, those inside its web components among them, as far as these let others look in.
  function frames(root, use) {
    root.querySelectorAll("iframe").forEach(use);
    root.querySelectorAll("*").forEach(function (element) {
      if (element.shadowRoot) frames(element.shadowRoot, use);
    });
  }
  // Frames that were ready before this script tell their height again.
  function ask() {
    frames(document, function (frame) {
      if (/[?&]_embed=1(&|$)/.test(frame.src)) frame.contentWindow.postMessage({ type: ours + "hello" }, "*");
    });
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", ask);
  else ask();
})();
