/** Keeps the address equal to the state; back and forward, and a link typed in, change the state. */
import { formatState, parseState } from "../core/state.js";

/** `normal(state)` fills in what a link left out. Gives {canUndo, undo, canRedo, redo}. */
export function keepAddress(store, normal) {
  const depth = () => history.state?.depth ?? 0;
  let keepView = false;
  /** How far the history has gone: what was undone lies between here and there. */
  let furthest = depth();

  const write = (state, step) => {
    const text = `#${formatState(state)}`;
    if (text === location.hash) return;
    if (step) {
      history.pushState({ depth: depth() + 1 }, "", text);
      furthest = depth();
    } else history.replaceState({ depth: depth() }, "", text);
  };

  write(store.get(), false);
  store.listen((state, before, step) => write(state, step));
  addEventListener("popstate", () => {
    const state = normal(parseState(location.hash));
    // An undone filter leaves the map where it is; back shows the page as it was.
    if (keepView && state.city === store.get().city) state.view = store.get().view;
    keepView = false;
    store.set(state);
  });

  return {
    canUndo: () => depth() > 0,
    undo() {
      if (depth() === 0) return;
      keepView = true;
      history.back();
    },
    canRedo: () => depth() < furthest,
    redo() {
      if (depth() >= furthest) return;
      keepView = true;
      history.forward();
    },
  };
}
