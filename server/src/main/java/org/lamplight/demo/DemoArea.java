package org.lamplight.demo;

import org.locationtech.jts.geom.Geometry;

/**
 * A synthetic area with a real name.
 *
 * @param code number or letter of the unit as published; empty where it has none
 * @param residents about how many people live there, 0 where not known
 */
record DemoArea(String name, String code, int residents, Geometry outline) {}
