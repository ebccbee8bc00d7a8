/** Lays a surface that was worked out in a city's metric plane onto the map's own plane (Web Mercator). */

const RADIANS = Math.PI / 180;
/** Pixels each way for one cell of the grid, up to so many in all. */
const FINE = 2;
const MOST_PIXELS = 1_400_000;

const northing = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)) / RADIANS;
const latitude = (north) => (Math.atan(Math.exp(north * RADIANS)) - Math.PI / 4) * 2 / RADIANS;

/** Five rising breaks of the series 1, 2, 5, the highest at most the largest value. */
export function breaksOf(most) {
  const series = [];
  for (let power = -4; power <= 8; power++) series.push(...[1, 2, 5].map((digit) => Number((digit * 10 ** power).toPrecision(1))));
  const below = series.filter((value) => value <= most);
  return (below.length >= 5 ? below : series).slice(-5);
}

/**
 * The picture of a grid: {width, height, box: [west, south, east, north], values}, `values` row by row from the north-west,
 * NaN where there is none. `grid`: columns, rows, parts and nodes, the longitude and latitude of every corner of parts x parts
 * blocks; between the nodes of a block the bend of the projection is far smaller than a cell.
 */
export function surfacePicture(grid, values) {
  const nodes = grid.nodes.map(([lon, lat]) => [lon, northing(lat)]);
  const [west, east] = ends(nodes, 0);
  const [south, north] = ends(nodes, 1);
  const scale = Math.min(FINE, Math.sqrt(MOST_PIXELS / (grid.columns * grid.rows)));
  const [width, height] = [Math.round(grid.columns * scale), Math.round(grid.rows * scale)];
  const find = inverse(nodes, grid.parts);
  const picture = new Float64Array(width * height);
  for (let row = 0; row < height; row++) {
    const y = north - ((row + 0.5) / height) * (north - south);
    for (let column = 0; column < width; column++) {
      const [u, v] = find(west + ((column + 0.5) / width) * (east - west), y);
      picture[row * width + column] = valueAt(grid, values, u * grid.columns - 0.5, v * grid.rows - 0.5);
    }
  }
  return { width, height, box: [west, latitude(south), east, latitude(north)], values: picture };
}

function ends(nodes, axis) {
  const along = nodes.map((node) => node[axis]);
  return [Math.min(...along), Math.max(...along)];
}

/** Gives the way from the map's plane to the part (u, v) of the grid, each 0 to 1: by its corners first, then twice corrected. */
function inverse(nodes, parts) {
  const corner = (column, row) => nodes[row * (parts + 1) + column];
  const origin = corner(0, 0);
  const [right, up] = [corner(parts, 0), corner(0, parts)];
  const [a, b, c, d] = [right[0] - origin[0], up[0] - origin[0], right[1] - origin[1], up[1] - origin[1]];
  const size = a * d - b * c;
  const step = (x, y) => [(d * x - b * y) / size, (a * y - c * x) / size];
  return (x, y) => {
    let [u, v] = step(x - origin[0], y - origin[1]);
    for (let round = 0; round < 2; round++) {
      const [i, j] = [u, v].map((part) => Math.max(0, Math.min(parts - 1, Math.floor(part * parts))));
      const [s, t] = [u * parts - i, v * parts - j];
      const [p, q, r, w] = [corner(i, j), corner(i + 1, j), corner(i, j + 1), corner(i + 1, j + 1)];
      const at = (axis) => p[axis] * (1 - s) * (1 - t) + q[axis] * s * (1 - t) + r[axis] * (1 - s) * t + w[axis] * s * t;
      const [du, dv] = step(x - at(0), y - at(1));
      u += du;
      v += dv;
    }
    return [u, v];
  };
}

/** Between the centres of four cells; the nearest one's where one of the four has no value. */
function valueAt({ columns, rows }, values, x, y) {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const near = values[Math.round(y) * columns + Math.round(x)];
  if (Math.round(x) < 0 || Math.round(y) < 0 || Math.round(x) >= columns || Math.round(y) >= rows || near === null || near === undefined) return NaN;
  if (i < 0 || j < 0 || i + 1 >= columns || j + 1 >= rows) return near;
  const four = [values[j * columns + i], values[j * columns + i + 1], values[(j + 1) * columns + i], values[(j + 1) * columns + i + 1]];
  if (four.some((value) => value === null)) return near;
  const [s, t] = [x - i, y - j];
  return four[0] * (1 - s) * (1 - t) + four[1] * s * (1 - t) + four[2] * (1 - s) * t + four[3] * s * t;
}
