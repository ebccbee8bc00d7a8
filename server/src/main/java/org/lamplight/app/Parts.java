package org.lamplight.app;

import org.lamplight.city.Cities;
import org.lamplight.db.Database;
import org.lamplight.db.Pulse;
import org.lamplight.incident.Incidents;
import org.lamplight.release.Releases;

/**
 * What routes are made of.
 *
 * @param publicPool connections of the role that knows no incident
 * @param staffPool connections of the role that reads the layers
 */
record Parts(
    Cities cities,
    Database publicPool,
    Database staffPool,
    Incidents incidents,
    Releases releases,
    Pulse pulse) {}
