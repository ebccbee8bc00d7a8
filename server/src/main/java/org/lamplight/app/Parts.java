package org.lamplight.app;

import org.lamplight.access.Access;
import org.lamplight.city.Cities;
import org.lamplight.db.Database;
import org.lamplight.db.Pulse;
import org.lamplight.incident.Incidents;

/**
 * What routes are made of.
 *
 * @param publicPool connections of the role that knows no incident
 * @param staffPool connections of the role that reads the layers
 * @param access accounts, with the audit trail
 */
record Parts(
    Cities cities,
    Database publicPool,
    Database staffPool,
    Incidents incidents,
    Pulse pulse,
    Access access) {}
