/** Sites of several programs at one place: their signs stand beside one another instead of on top. */

/** About 100 m in latitude: sites are placed to a street block. */
const DECIMALS = 3;

/** For each position [lon, lat], or null, how many signs to the right of the place its own stands: …, -0.5, 0.5, … */
export function sideBySide(positions) {
  const keyOf = (position) => position && position.map((degrees) => degrees.toFixed(DECIMALS)).join();
  const groups = new Map();
  positions.forEach((position, i) => {
    if (position) groups.set(keyOf(position), [...(groups.get(keyOf(position)) ?? []), i]);
  });
  return positions.map((position, i) => {
    if (!position) return 0;
    const group = groups.get(keyOf(position));
    return group.indexOf(i) - (group.length - 1) / 2;
  });
}
