/** What part of the world is seen. */

export const FARTHEST_ZOOM = 8;
export const CLOSEST_ZOOM = 18;

/** The box [west, south, east, north] as the API reads it, cut to the world. */
export function formatBox([west, south, east, north]) {
  const cut = (value, limit) => Math.max(-limit, Math.min(limit, value)).toFixed(5);
  return [cut(west, 180), cut(south, 90), cut(east, 180), cut(north, 90)].join(",");
}

/** True when two views are the same as far as a link can tell. */
export function sameView(a, b) {
  if (a === null || b === null) return a === b;
  return a.zoom === b.zoom && Math.abs(a.lat - b.lat) < 5e-5 && Math.abs(a.lon - b.lon) < 5e-5;
}
