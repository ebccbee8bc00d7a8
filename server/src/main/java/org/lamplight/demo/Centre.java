package org.lamplight.demo;

/**
 * A named centre of a neighborhood, from public facts.
 *
 * @param residents about how many people live there, 0 where not known
 * @param district the region or planning unit that it belongs to
 */
record Centre(String name, double lon, double lat, int residents, String district) {}
