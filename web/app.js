/** Puts the page together: the state, the city, the map, and the panels beside it. */
import { api } from "./api.js";
import { loadCities } from "./boot.js";
import { loadCity } from "./city.js";
import { createContext } from "./context.js";
import { comparedDates, compareQuery, parseCompare } from "./core/compare.js";
import { queryOf } from "./core/filters.js";
import { textOf } from "./core/format.js";
import { homeCity } from "./core/home.js";
import { Latest } from "./core/latest.js";
import { signInAddress } from "./core/next.js";
import { START, formatState, parseState } from "./core/state.js";
import { createStore } from "./core/store.js";
import { formatBox, sameView } from "./core/view.js";
import { ShapeShelf } from "./desk.js";
import { Exploration } from "./exploration.js";
import { languageFrom, translator } from "./i18n/catalog.js";
import { KeptView } from "./kept_view.js";
import { printPage } from "./print.js";
import { Scene } from "./scene.js";
import { Session } from "./session.js";
import { keepAddress } from "./ui/address.js";
import { showCityFailure } from "./ui/city_failure.js";
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
  let shapes = null;
  let page = null;
  const exploration = new Exploration(drawAnswer);
  const comparison = new Exploration((fresh) => (fresh ? drawMap() : null, update()));
  const kept = new KeptView(api, store, { onChange: update, onFailed: (error) => page.tell(page.context.t("views.failed", { reason: reasonOf(error) })) });

  const outlineSet = () => {
    const wanted = store.get().layers.outlines ?? city?.profile.areaSets[0]?.id ?? null;
    return city?.profile.areaSets.some((set) => set.id === wanted) ? wanted : null;
  };
  const reasonOf = (error) => error.message || page.context.t("state.offline");
  const setFilters = (filters) => store.set({ filters }, { step: true });
  const toMap = () => {
    scene.selection.remember(document.activeElement);
    page.uncoverMap();
  };
  const deeds = {
    setFilters, reasonOf, signInHref,
    signOut: () => session.leave((error) => page.tell(page.context.t("app.signOutFailed", { reason: reasonOf(error) }))),
    setLayers: (change) => store.set({ layers: { ...store.get().layers, ...change } }, { step: true }),
    select(selected) {
      toMap();
      scene.goTo(selected, city);
      store.set({ selected });
    },
    showBin(bin) {
      toMap();
      scene.showBin(bin, exploration.state.answer.map.sizeMetres);
    },
    retry: explore,
    toggleTheme: () => theme.toggle(),
    openView: (one) => kept.open(one, parseState),
    openViews: () => page.openViews(view()),
    openExport: () => page.openExport(view()),
    drawPattern: (drawing) => (scene.patterns.set(drawing), drawMap()),
    print: () => printPage(scene, () => exploration.state.phase !== "loading"),
  };

  const scene = new Scene(document.getElementById("map"), api, {
    still: isStill(),
    basemap,
    onMoved: (seen) => sameView(seen, store.get().view) || store.set({ view: seen }),
    onPicked: (selected) => store.set({ selected }),
    onGround(position) {
      const area = city && page?.context.areaAt(position);
      const counts = exploration.state.answer?.areas?.[area?.set];
      if (area) scene.selection.showArea({ ...area, count: counts ? (counts[area.slug] ?? 0) : null }, position);
    },
    page: () => ({ context: page.context, state: store.get(), mode: mode(), tell: page.tell, deselect: () => store.set({ selected: null }), turnTo: (selected) => store.set({ selected }), points: () => exploration.state.answer?.map.points ?? [] }),
  });

  function view() {
    return { state: store.get(), ...exploration.state, change: comparison.state, mode: mode(), outlineSet: outlineSet(), shapes, ...kept.state, canUndo: address.canUndo(), canRedo: address.canRedo() };
  }

  function buildPage() {
    page?.stop();
    // The page outlives its city for the moment in which the next one loads.
    const context = createContext({ store, api, scene, city, cities, basemap, address, session, deeds, outlineSet, filterQuery, incidentQuery });
    document.title = context.t("app.title", { city: textOf(city.profile.name, context.language) });
    page = createPage(context);
    for (const error of city.failures) page.tell(context.t("state.partFailed", { part: context.t("legend.programs"), reason: reasonOf(error) }));
  }

  const filterQuery = () => queryOf(store.get().filters, city.profile);

  /** The filter and what is seen, as the API asks for it. */
  function incidentQuery() {
    return { bbox: formatBox(scene.box()), ...filterQuery() };
  }

  async function explore() {
    if (city?.access !== "open") return;
    const query = { ...incidentQuery(), zoom: scene.view().zoom, ...(store.get().clock === "aoristic" && { clock: "aoristic" }) };
    await exploration.run((signal) => api.explore(store.get().city, query, signal));
  }

  async function compare() {
    const { tab, filters, compare: what } = store.get();
    if (city?.access !== "open" || tab !== "compare") return;
    const { from, until } = comparedDates(filters, city.profile.incidents);
    const query = { ...incidentQuery(), zoom: scene.view().zoom, datetime: `${from}/${until}`, set: outlineSet() ?? city.profile.areaSets[0].id };
    const usable = parseCompare(what).kind === "area" && filters.areas.length === 0 ? null : what;
    await comparison.run((signal) => api.compare(store.get().city, compareQuery(usable, query), signal));
  }

  function drawMap() {
    const { layers, tab } = store.get();
    if (scene.patterns.show(tab === "patterns", mode())) return scene.drawIncidents(null, mode());
    const change = tab === "compare" && comparison.state.answer;
    if (layers.incidents && change) scene.drawChange(change, mode());
    else scene.drawIncidents(layers.incidents ? exploration.state.answer : null, mode());
  }

  function drawAnswer(fresh) {
    if (fresh) {
      drawMap();
      page.sayCount(exploration.state.answer);
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

  async function drawShapes() {
    const wanted = store.get().filters.shapes;
    const found = await shapes.load(wanted);
    if (wanted === store.get().filters.shapes) scene.draw.show(found.map((shape) => shape.geometry));
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
    comparison.clear();
    showPlace();
    scene.clear();
    try {
      const loaded = await opening.run((signal) => loadCity(api, store.get().city, signal));
      if (!loaded) return;
      city = loaded;
    } catch (error) {
      showCityFailure(error, translator(store.get().language), openCity);
      return;
    }
    shapes = new ShapeShelf(api, city.profile.slug);
    buildPage();
    redraw();
    drawGround(city);
    await kept.load(city.access, parseState);
    compare();
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

  function update() {
    if (city) page?.update(view());
  }

  /** Draws all that does not need the server. */
  function redraw() {
    if (!city || !page) return;
    scene.drawSites(city.sites.filter(({ site }) => !store.get().layers.hiddenPrograms.includes(site.properties.program)), page.context);
    drawMap();
    drawOutlines();
    drawShapes();
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
    const asks = (s) => formatState({ ...START, filters: s.filters, view: s.view, clock: s.clock });
    const compares = (s) => [asks({ ...s, clock: "start" }), s.compare, s.tab, s.tab === "compare" && s.layers.outlines].join();
    if (state.filters !== before.filters) scene.selection.closeBin();
    if (asks(state) !== asks(before)) explore();
    if (compares(state) !== compares(before)) compare();
    if (state.tab !== before.tab && ["compare", "patterns"].some((tab) => [state.tab, before.tab].includes(tab))) drawMap();
    if (state.saved !== before.saved) kept.load(city.access, parseState);
    if (state.layers !== before.layers || state.filters.areas !== before.filters.areas || state.filters.shapes !== before.filters.shapes || state.language !== before.language) redraw();
    if (state.selected !== before.selected) scene.selection.show(state.selected);
    update();
  });

  openCity();
}
