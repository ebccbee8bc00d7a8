package org.lamplight.app;

import org.lamplight.access.Access;
import org.lamplight.city.Cities;
import org.lamplight.db.Database;
import org.lamplight.db.Pulse;
import org.lamplight.incident.Incidents;
import org.lamplight.ingest.Uploads;
import org.lamplight.release.PublishingRoutes;
import org.lamplight.release.Releases;
import org.lamplight.study.Analyses;
import org.lamplight.study.Jobs;
import org.lamplight.study.Studies;

/**
 * What routes are made of.
 *
 * @param publicPool connections of the role that knows no incident
 * @param staffPool connections of the role that reads the layers
 * @param importPool connections of the role that owns the layers
 * @param access accounts, with the audit trail
 * @param releases what the public is answered from
 * @param publishing the administrators' way to a release
 * @param analyses what can be run, over the layers that staff read
 * @param jobs the runs themselves
 * @param studies runs that are kept
 * @param uploads files that analysts send to be imported
 */
record Parts(
    Cities cities,
    Database publicPool,
    Database staffPool,
    Database importPool,
    Incidents incidents,
    Pulse pulse,
    Access access,
    Releases releases,
    PublishingRoutes publishing,
    Analyses analyses,
    Jobs jobs,
    Studies studies,
    Uploads uploads) {}
