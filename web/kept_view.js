/** The kept view that the page came from: its name and note, and whether the page still shows it. */
import { START, formatState } from "./core/state.js";

/** A view without what does not belong to it: who looks, in which language, from which list. */
const bare = (state) => formatState({ ...state, language: null, saved: null, study: null, selected: null });

export class KeptView {
  #api;
  #store;
  #onChange;
  #onFailed;
  #view = null;
  #state = "";

  constructor(api, store, { onChange, onFailed }) {
    this.#api = api;
    this.#store = store;
    this.#onChange = onChange;
    this.#onFailed = onFailed;
  }

  /** {saved, savedIsShown}: the view as the server gives it, or null. */
  get state() {
    const { view, ...rest } = this.#store.get();
    const shown = this.#view !== null && bare({ ...rest, view: null }) === this.#state;
    return { saved: this.#view, savedIsShown: shown };
  }

  /** Asks for the view that the state names; a link that names nothing else becomes that view. */
  async load(access, parse) {
    const { saved, city } = this.#store.get();
    if (!saved || access !== "open") return this.#set(null, parse);
    if (String(this.#view?.id) === saved) return;
    try {
      const found = await this.#api.view(city, saved);
      if (this.#store.get().saved !== saved) return;
      this.#set(found, parse);
      const named = bare({ ...this.#store.get(), view: null });
      if (named === formatState({ ...START, city })) this.open(found, parse);
    } catch (error) {
      this.#onFailed(error);
      this.#store.set({ saved: null });
    }
  }

  /** Shows a kept view. */
  open(view, parse) {
    this.#set(view, parse);
    const state = parse(view.state);
    this.#store.set({ ...state, language: this.#store.get().language, saved: String(view.id) }, { step: true });
  }

  #set(view, parse) {
    this.#view = view;
    this.#state = view ? bare({ ...parse(view.state), view: null }) : "";
    this.#onChange();
  }
}
