/** Which city a link without a city means. */

/** The city in the reader's own time zone, else the widest one. `cities`: [{slug, timeZone, extent}], at least one. */
export function homeCity(cities, timeZone) {
  const width = ({ extent: [west, south, east, north] }) => (east - west) * (north - south);
  const near = cities.filter((city) => city.timeZone === timeZone);
  return (near.length > 0 ? near : cities).reduce((a, b) => (width(b) > width(a) ? b : a)).slug;
}
