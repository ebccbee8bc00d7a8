/** Prints the page: the map is drawn at the size of the paper first, which a browser does not wait for by itself. */

const PATIENCE = 3000;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** `isReady()` says whether what is seen has been answered. Ends when the print dialog is closed. */
export async function printPage(scene, isReady) {
  const back = scene.toPaper();
  try {
    const until = performance.now() + PATIENCE;
    do await nextFrame();
    while (!isReady() && performance.now() < until);
    await nextFrame();
    window.print();
  } finally {
    back();
  }
}
