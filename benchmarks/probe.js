// Notes, in the page, when a key went down and when the chart had changed on the screen. Times are wall clock, in ms.
(() => {
  const bench = (window.bench = { keys: [], frames: [] });
  const now = () => performance.timeOrigin + performance.now();
  const changed = ['src', 'd', 'points', 'transform'];

  // A message posted from an animation frame is handled right after that frame is committed.
  const committed = new MessageChannel();
  let waiting = [];
  committed.port1.onmessage = () => {
    const drawn = now();
    waiting.forEach(frame => bench.frames.push({ ...frame, drawn }));
    waiting = [];
  };
  const painted = frame =>
    requestAnimationFrame(() => {
      waiting.push(frame);
      committed.port2.postMessage(0);
    });

  const inChart = node => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    return element?.closest('.jp-OutputArea-output') && !element.closest('.bench-slider');
  };
  const images = node => (node.tagName === 'IMG' ? [node] : [...(node.querySelectorAll?.('img') ?? [])]);

  new MutationObserver(records => {
    const ours = records.filter(
      record => inChart(record.target) || [...record.addedNodes].some(node => inChart(node) && images(node).length)
    );
    if (!ours.some(record => record.type !== 'childList' || record.addedNodes.length)) return;
    const frame = { changed: now() };
    const found = ours.flatMap(record => [...images(record.target), ...[...record.addedNodes].flatMap(images)]);
    Promise.all(found.map(image => image.decode().catch(() => null))).then(() => painted(frame));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: changed });

  addEventListener('keydown', () => bench.keys.push(now()), true);
})();
