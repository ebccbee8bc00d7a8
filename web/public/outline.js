/** Outlines as the page draws them: path data of whole units, written as steps from corner to corner. */

/** Rings of [x, y] from path data of the form "M1 2l3 4-5 6z". */
export function ringsOf(path) {
  return path.split("M").slice(1).map((part) => {
    const [x, y, ...steps] = part.match(/-?\d+/g).map(Number);
    const ring = [[x, y]];
    for (let i = 0; i + 1 < steps.length; i += 2) {
      const [lastX, lastY] = ring.at(-1);
      ring.push([lastX + steps[i], lastY + steps[i + 1]]);
    }
    return ring;
  });
}

/** Whether a point lies within rings, by the even-odd rule. */
export function holds(rings, [x, y]) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
      if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/** Where a longitude and a latitude stand in a drawing. `frame`: {west, south, east, north, width, height}. */
export function placeIn({ west, south, east, north, width, height }, [longitude, latitude]) {
  return [
    ((longitude - west) / (east - west)) * width,
    ((mercator(north) - mercator(latitude)) / (mercator(north) - mercator(south))) * height,
  ];
}

function mercator(latitude) {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
}
