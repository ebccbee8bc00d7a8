/** Where the name of an area may stand: the middle of its largest part. Coordinates are longitude, latitude. */

/** {lon, lat, west, south, east, north} of the largest ring of a Polygon or MultiPolygon. */
export function namePlace(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.map((polygon) => polygon[0]);
  const largest = rings.reduce((a, b) => (Math.abs(signedArea(b)) > Math.abs(signedArea(a)) ? b : a));
  return { ...centroid(largest), ...boxOf(largest) };
}

/** West, south, east, north of positions. */
export function boxOf(positions) {
  const lons = positions.map((p) => p[0]);
  const lats = positions.map((p) => p[1]);
  return { west: Math.min(...lons), south: Math.min(...lats), east: Math.max(...lons), north: Math.max(...lats) };
}

/** Mean of a ring's corners, a repeated last one left out. */
export function middleOf(ring) {
  const [first, last] = [ring[0], ring.at(-1)];
  const corners = first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring;
  return [0, 1].map((axis) => corners.reduce((sum, p) => sum + p[axis], 0) / corners.length);
}

/** Whether a position lies in a Polygon or MultiPolygon: inside an odd number of its rings (W. R. Franklin's crossing test). */
export function holds(geometry, [lon, lat]) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
      if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

function signedArea(ring) {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) twice += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return twice / 2;
}

function centroid(ring) {
  const area = signedArea(ring);
  let lon = 0;
  let lat = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    lon += (ring[i][0] + ring[i + 1][0]) * cross;
    lat += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  if (area === 0) return { lon: ring[0][0], lat: ring[0][1] };
  return { lon: lon / (6 * area), lat: lat / (6 * area) };
}
