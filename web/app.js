/** Puts the page together: the state, the city, the map, and the panels beside it. */
import { api } from "./api.js";
import { loadCities } from "./boot.js";
import { loadCity } from "./city.js";
import { queryOf } from "./core/filters.js";
import { createFormat, textOf } from "./core/format.js";
import { homeCity } from "./core/home.js";
import { Latest } from "./core/latest.js";
import { signInAddress } from "./core/next.js";
import { NO_FILTERS, START, formatState, parseState } from "./core/state.js";
import { createStore } from "./core/store.js";
import { formatBox, sameView } from "./core/view.js";
import { Exploration } from "./exploration.js";
import { languageFrom, translator } from "./i18n/catalog.js";
import { Scene } from "./scene.js";
import { Session } from "./session.js";
import { keepAddress } from "./ui/address.js";
import { button, el } from "./ui/dom.js";
import { createPage } from "./ui/page.js";
import { showSessionEnd } from "./ui/session_end.js";
import { createTheme, isStill, mode } from "./ui/theme.js";

const language = parseState(location.hash).language ?? languageFrom(navigator.languages);
const signInHref = () => signInAddress(location.pathname + location.hash);
const session = new Session(() => showSessionEnd(translator(parseState(location.hash).language ?? language), signInHref));
// The page serves without knowing who is signed in; then it offers to sign in.
const asked = session.load().catch(() => session);
const known = await loadCities(api, document.getElementById("boot"), translator(language));
if (known) {
  await asked;
  start(known);
}

function start({ cities, basemap }) {
  const slugs = cities.map((city) => city.slug);
  const normal = (state) => ({
    ...state,
    city: slugs.includes(state.city) ? state.city : homeCity(cities, Intl.DateTimeFormat().resolvedOptions().timeZone),
    language: state.language ?? languageFrom(navigator.languages),
  });
  const store = createStore(normal(parseState(location.hash)));
  const address = keepAddress(store, normal);
  const theme = createTheme(() => redraw());
  const opening = new Latest();
  let city = null;
  let page = null;
  const exploration = new Exploration(drawAnswer);

  const setFilters = (filters) => store.set({ filters }, { step: true });
  const setLayers = (change) => store.set({ layers: { ...store.get().layers, ...change } }, { step: true });
  const select = (selected) => {
    scene.selection.remember(document.activeElement);
    page.uncoverMap();
    scene.goTo(selected, city);
    store.set({ selected });
  };
  const outlineSet = () => {
    const wanted = store.get().layers.outlines ?? city?.profile.areaSets[0]?.id ?? null;
    return city?.profile.areaSets.some((set) => set.id === wanted) ? wanted : null;
  };
  const reasonOf = (error) => error.message || page.context.t("state.offline");

  const scene = new Scene(document.getElementById("map"), api, {
    still: isStill(),
    basemap,
    onMoved: (view) => sameView(view, store.get().view) || store.set({ view }),
    onPicked: (selected) => store.set({ selected }),
    page: () => ({ context: page.context, state: store.get(), mode: mode(), tell: page.tell, deselect: () => store.set({ selected: null }), turnTo: (selected) => store.set({ selected }), points: () => exploration.state.answer?.map.points ?? [] }),
  });

  function view() {
    return { state: store.get(), ...exploration.state, mode: mode(), outlineSet: outlineSet(), canUndo: address.canUndo() };
  }

  function buildPage() {
    const { language } = store.get();
    const t = translator(language);
    const format = createFormat(language, city.profile.timeZone);
    page?.stop();
    // The page outlives its city for the moment in which the next one loads.
    const here = city;
    const context = {
      ...here, cities, basemap, store, t, format, language, setFilters, setLayers, select, reasonOf,
      today: () => new Date().toISOString().slice(0, 10),
      undo: () => address.undo(),
      resetFilters: () => setFilters(NO_FILTERS),
      areaNames: (set) => (set ? here.outlines.names(set) : []),
      listIncidents: (limit, signal) => api.incidents(store.get().city, { ...incidentQuery(), limit }, signal),
      showBin: (bin) => {
        scene.selection.remember(document.activeElement);
        page.uncoverMap();
        scene.showBin(bin, exploration.state.answer.map.sizeMetres);
      },
      showCity: () => scene.showBox(here.profile.extent),
      zoomBy: (steps) => scene.zoomBy(steps),
      retry: explore,
      chooseCity: (slug) => store.set({ ...START, city: slug, language: store.get().language }, { step: true }),
      chooseLanguage: (id) => store.set({ language: id }),
      toggleTheme: () => theme.toggle(),
      account: session.account,
      signInHref,
      signOut,
      escape: () => scene.selection.closeByKey(),
    };
    document.title = t("app.title", { city: textOf(city.profile.name, language) });
    page = createPage(context);
    for (const error of city.failures) page.tell(t("state.partFailed", { part: t("legend.programs"), reason: reasonOf(error) }));
  }

  async function signOut() {
    try {
      await session.signOut();
      location.reload();
    } catch (error) {
      page.tell(page.context.t("app.signOutFailed", { reason: reasonOf(error) }));
    }
  }

  /** The filter and what is seen, as the API asks for it. */
  function incidentQuery() {
    return { bbox: formatBox(scene.box()), ...queryOf(store.get().filters, city.profile) };
  }

  async function explore() {
    if (city?.access !== "open") return;
    const query = { ...incidentQuery(), zoom: scene.view().zoom };
    await exploration.run((signal) => api.explore(store.get().city, query, signal));
  }

  function drawAnswer(fresh) {
    const { answer } = exploration.state;
    if (fresh) {
      scene.drawIncidents(store.get().layers.incidents ? answer : null, mode());
      page.sayCount(answer);
    }
    update();
  }

  async function drawOutlines() {
    const set = outlineSet();
    const of = city;
    const chosen = store.get().filters.areas.filter((area) => area.startsWith(`${set}:`)).map((area) => area.split(":")[1]);
    try {
      const collection = set && (await of.outlines.load(set));
      if (of === city && set === outlineSet()) scene.drawOutlines(collection, chosen);
    } catch (error) {
      page.tell(page.context.t("state.partFailed", { part: page.context.t("filters.areas"), reason: reasonOf(error) }));
    }
    update();
  }

  /** Without a ground the map still serves; a failure of the same outlines is told by drawOutlines. */
  async function drawGround(of) {
    const set = of.profile.areaSets[0]?.id;
    const collection = set && (await of.outlines.load(set).catch(() => null));
    if (of === city) scene.drawGround(collection);
  }

  async function openCity() {
    city = null;
    exploration.clear();
    showPlace();
    scene.clear();
    try {
      const loaded = await opening.run((signal) => loadCity(api, store.get().city, signal));
      if (!loaded) return;
      city = loaded;
    } catch (error) {
      showCityFailure(error);
      return;
    }
    buildPage();
    redraw();
    drawGround(city);
    // The dots come first: they tell which incidents share the point of the selected one.
    await explore();
    if (city?.profile.slug === store.get().city) scene.selection.show(store.get().selected);
  }

  /** The view of the link, or the whole city. */
  function showPlace() {
    const { view: wanted, city: slug } = store.get();
    if (wanted) scene.showView(wanted);
    else scene.showBox(cities.find((one) => one.slug === slug).extent);
  }

  function showCityFailure(error) {
    const t = translator(store.get().language);
    const note = el("div", { class: "note", role: "alert" },
      el("p", { text: t("state.cityFailed", { reason: error.message || t("state.offline") }) }),
      button(t("app.tryAgain"), openCity, { class: "plain" }));
    document.getElementById("over-map").replaceChildren(el("div", { class: "notices" }, note));
  }

  function update() {
    page?.update(view());
  }

  /** Draws all that does not need the server. */
  function redraw() {
    if (!city || !page) return;
    scene.drawSites(city.sites.filter(({ site }) => !store.get().layers.hiddenPrograms.includes(site.properties.program)), page.context);
    scene.drawIncidents(store.get().layers.incidents ? exploration.state.answer : null, mode());
    drawOutlines();
    update();
  }

  store.listen((state, before) => {
    if (state.city !== before.city) return void openCity();
    if (!city) return;
    if (state.language !== before.language) {
      buildPage();
      scene.selection.closeBin();
      scene.selection.show(state.selected, { redraw: true });
    }
    if (!sameView(state.view, scene.view())) showPlace();
    const asks = (s) => formatState({ ...START, filters: s.filters, view: s.view });
    if (state.filters !== before.filters) scene.selection.closeBin();
    if (asks(state) !== asks(before)) explore();
    if (state.layers !== before.layers || state.filters.areas !== before.filters.areas || state.language !== before.language) redraw();
    if (state.selected !== before.selected) scene.selection.show(state.selected);
    update();
  });

  openCity();
}
