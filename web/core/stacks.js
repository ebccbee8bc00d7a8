/** Incidents at the very same point: sources give the block, so one point often holds several. */

/** `points`: [id, lon, lat, group]. Gives {lon, lat, ids, group}, where group is the most frequent one there. */
export function stacksOf(points) {
  const stacks = new Map();
  for (const [id, lon, lat, group] of points) {
    const key = `${lon},${lat}`;
    if (!stacks.has(key)) stacks.set(key, { lon, lat, ids: [], groups: [] });
    stacks.get(key).ids.push(id);
    stacks.get(key).groups.push(group);
  }
  return [...stacks.values()].map(({ groups, ...stack }) => ({ ...stack, group: mostFrequent(groups) }));
}

/** The ids that share the point of `id`, itself included; only itself when it is not among the points. */
export function stackWith(points, id) {
  const own = points.find((point) => String(point[0]) === String(id));
  return own ? points.filter((point) => point[1] === own[1] && point[2] === own[2]).map((point) => point[0]) : [id];
}

/** On a tie the group that stands first in the profile, which names the gravest first. */
function mostFrequent(groups) {
  const count = (group) => groups.filter((other) => other === group).length;
  return groups.reduce((best, group) => {
    const more = count(group) - count(best);
    return more > 0 || (more === 0 && group < best) ? group : best;
  });
}
