/** A curve of how incidents are spread over places, the fullest places first. */

/** The share of the incidents in that share of the places, between two points of the curve. */
export function incidentsIn({ places, incidents }, share) {
  const after = places.findIndex((place) => place >= share);
  if (after < 0) return 1;
  const [x, y] = after === 0 ? [0, 0] : [places[after - 1], incidents[after - 1]];
  const width = places[after] - x;
  return width === 0 ? incidents[after] : y + ((share - x) / width) * (incidents[after] - y);
}

/** At most `most` points of the curve, its ends among them, for a picture that could not show more. */
export function curveOf({ places, incidents }, most) {
  const step = Math.max(1, Math.ceil((places.length - 1) / most));
  const points = places.map((place, i) => [place, incidents[i]]).filter((_, i) => i % step === 0 || i === places.length - 1);
  return points[0]?.[0] === 0 ? points : [[0, 0], ...points];
}
