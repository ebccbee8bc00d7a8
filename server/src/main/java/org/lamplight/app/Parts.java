package org.lamplight.app;

import org.lamplight.city.Cities;
import org.lamplight.db.Database;
import org.lamplight.db.Pulse;
import org.lamplight.incident.Incidents;
import org.lamplight.release.PublishingRoutes;
import org.lamplight.release.Releases;

/**
 * What routes are made of.
 *
 * @param publicPool connections of the role that knows no incident
 * @param staffPool connections of the role that reads the layers
 * @param releases what the public is answered from
 * @param publishing the administrators' way to a release
 */
record Parts(
    Cities cities,
    Database publicPool,
    Database staffPool,
    Incidents incidents,
    Pulse pulse,
    Releases releases,
    PublishingRoutes publishing) {}
