/** What the panels may ask of the server about one city; they know neither paths nor the city's name. */
export function createDesk(api, slug) {
  const bound = (name) => (...values) => api[name](slug, ...values);
  const names = ["addresses", "missingPlaces", "reconciliation", "keepShape", "views", "view", "saveView", "changeView", "deleteView", "exportAddress", "upload", "uploadState", "uploadReport", "undoImport",
    "process", "execute", "begin", "job", "jobResults", "dismissJob", "studies", "study", "saveStudy", "rerunStudy", "compareStudies", "shareStudy", "deleteStudy", "incidents"];
  return {
    ...Object.fromEntries(names.map((name) => [name, bound(name)])),
    /** Incidents of a record number of the source. */
    records: (record, signal) => api.incidents(slug, { record, limit: 50 }, signal),
  };
}

/** Shapes that the filter names, asked for once each. */
export class ShapeShelf {
  #api;
  #slug;
  #known = new Map();

  constructor(api, slug) {
    this.#api = api;
    this.#slug = slug;
  }

  /** {areaKm2, geometry} if it is here. */
  get(id) {
    return this.#known.get(id);
  }

  /** The shapes of these ids, each asked for once; one that is gone is left out. */
  async load(ids) {
    await Promise.all(ids.filter((id) => !this.#known.has(id)).map(async (id) => {
      const shape = await this.#api.shape(this.#slug, id).catch(() => null);
      if (shape) this.#known.set(id, shape);
    }));
    return ids.map((id) => this.#known.get(id)).filter(Boolean);
  }
}
