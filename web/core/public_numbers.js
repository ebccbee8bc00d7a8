/** Where the public's numbers stand, for who sees no others. */

/** Whether a release has a page for an area. `release`: null before the first; `area`: {set, slug}. */
export function isPublished(release, { set, slug }) {
  return !!release?.units?.some((unit) => unit.id === set && unit.areas.some((one) => one.area === slug));
}

/** The address of the public's page of an area, or of the city where `area` is null. */
export function publicPage(city, area, language) {
  const path = area ? `/release/areas/${encodeURIComponent(area.set)}/${encodeURIComponent(area.slug)}` : "/public";
  return `/cities/${encodeURIComponent(city)}${path}?f=html&lang=${language}`;
}
