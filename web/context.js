/** What the panels of one city in one language may know and do. */
import { NO_FILTERS, START, formatState } from "./core/state.js";
import { holds } from "./core/outline.js";
import { filterPhrases } from "./core/sentence.js";
import { createFormat } from "./core/format.js";
import { createDesk } from "./desk.js";
import { translator } from "./i18n/catalog.js";
import { ask, createDialog } from "./ui/dialogs.js";
import { createIncidentCard } from "./ui/incident_card.js";
import { mode } from "./ui/theme.js";

/** `page`: what app.js alone knows: store, api, scene, city, cities, basemap, address, session and the deeds. */
export function createContext(page) {
  const { store, api, scene, city, address, session } = page;
  const { language } = store.get();
  const t = translator(language);
  const format = createFormat(language, city.profile.timeZone);
  const areaNames = (set) => (set ? city.outlines.names(set) : []);
  const areaName = (area) => {
    const [set, slug] = area.split(":");
    return areaNames(set).find((known) => known.slug === slug)?.name ?? slug;
  };
  const context = {
    ...city, cities: page.cities, basemap: page.basemap, store, t, format, language, areaNames,
    ...page.deeds,
    server: createDesk(api, city.profile.slug),
    today: () => new Date().toISOString().slice(0, 10),
    undo: () => address.undo(),
    redo: () => address.redo(),
    resetFilters: () => page.deeds.setFilters(NO_FILTERS),
    listIncidents: (limit, signal) => api.incidents(store.get().city, { ...page.incidentQuery(), limit }, signal),
    query: page.filterQuery,
    showCity: () => scene.showBox(city.profile.extent),
    zoomBy: (steps) => scene.zoomBy(steps),
    draw: scene.draw,
    showBox: (box) => scene.showBox(box),
    keepShape: (feature) => api.keepShape(city.profile.slug, feature),
    middle: () => scene.middle(),
    viewShape: () => boxFeature(scene.box()),
    metresAcross: (pixels) => scene.metresAcross(pixels),
    goToPoint: (lat, lon) => scene.goToPoint(lat, lon),
    chooseCity: (slug) => store.set({ ...START, city: slug, language: store.get().language }, { step: true }),
    chooseLanguage: (id) => store.set({ language: id }),
    account: session.account,
    escape: () => scene.selection.closeByKey(),
    confirm: (title, text, yes) => ask(t, title, text, yes),
    filterWords: (state) => `${filterPhrases(state.filters, { profile: city.profile, areaName, t, format, language }).join("; ")}.`,
    viewState: () => formatState({ ...store.get(), saved: null, study: null, selected: null, language: null }),
    viewLink: (view) => `${location.origin}${location.pathname}#city=${city.profile.slug}&saved=${view.id}`,
    studyLink: (study) => `${location.origin}${location.pathname}#city=${city.profile.slug}&tab=patterns&study=${study.id}`,
    showRecord: (feature) => {
      if (!feature.geometry) return showCard(feature, context);
      const [lon, lat] = feature.geometry.coordinates;
      scene.goToPoint(lat, lon);
      page.deeds.select(`incident:${feature.id}`);
    },
    areaAt: (position) => areaAt(position, page.outlineSet(), city),
  };
  return context;
}

function showCard(feature, context) {
  const card = createIncidentCard(feature, context, mode(), null, { ids: [feature.id] });
  createDialog(context.t("records.withoutPlace"), context.t, card).open();
}

/** {set, slug, name} of the outline that holds a position, or null. */
function areaAt(position, set, city) {
  const feature = set && city.outlines.find(set)?.features.find((area) => holds(area.geometry, position));
  return feature ? { set, slug: feature.properties.slug, name: feature.properties.name } : null;
}

function boxFeature([west, south, east, north]) {
  const [w, s, e, n] = [west, south, east, north].map((degrees) => Number(degrees.toFixed(6)));
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] } };
}
