/** What the page knows of one city: its profile, its programs and sites, its outlines as they are asked for. */

/** Sites and programs may fail without the city failing; `failures` then names them. */
export async function loadCity(api, slug, signal) {
  const [profile, programs, sites] = await Promise.allSettled([api.profile(slug, signal), api.programs(slug, signal), api.sites(slug, signal)]);
  if (profile.status === "rejected") throw profile.reason;
  const access = accessOf(profile.value);
  const features = (settled) => (settled.status === "fulfilled" ? settled.value.features : []);
  const byProgram = new Map(features(programs).map((program) => [program.properties.slug, program]));
  return {
    profile: { ...profile.value, areaSets: profile.value.areaSets.filter((set) => set.count > 0) },
    /** "open" with incidents to show, "empty" before the first import, "closed" to this caller. */
    access,
    /** The public's numbers, for who sees no others; null before the first release. */
    release: access === "closed" ? await api.release(slug, signal).catch(nothingIfMissing) : null,
    programs: features(programs),
    sites: features(sites).map((site) => ({ site, program: byProgram.get(site.properties.program) ?? null })),
    failures: [programs, sites].filter((settled) => settled.status === "rejected").map((settled) => settled.reason),
    outlines: new OutlineShelf(api, slug),
  };
}

function nothingIfMissing(error) {
  if (error.status !== 404) throw error;
  return null;
}

function accessOf({ incidents }) {
  if (!incidents) return "closed";
  return incidents.until ? "open" : "empty";
}

/** Outlines are asked for once each. */
class OutlineShelf {
  #loaded = new Map();
  #asked = new Map();
  #api;
  #slug;

  constructor(api, slug) {
    this.#api = api;
    this.#slug = slug;
  }

  /** The collection if it is here, else null. */
  find(set) {
    return this.#loaded.get(set) ?? null;
  }

  /** Names and slugs of a set's areas, as far as they are here, by name. */
  names(set) {
    const areas = (this.find(set)?.features ?? []).map((feature) => feature.properties);
    return areas.sort((a, b) => a.name.localeCompare(b.name));
  }

  load(set) {
    if (!this.#asked.has(set)) {
      const asked = this.#api.outlines(this.#slug, set).then((collection) => {
        this.#loaded.set(set, collection);
        return collection;
      });
      // A failure is forgotten, so that the next wish asks again.
      asked.catch(() => this.#asked.delete(set));
      this.#asked.set(set, asked);
    }
    return this.#asked.get(set);
  }
}
