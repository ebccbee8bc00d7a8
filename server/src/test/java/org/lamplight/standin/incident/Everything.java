package org.lamplight.standin.incident;

import io.javalin.http.Context;
import java.sql.Connection;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;

/** One class that does the work of a store, a route and geo. */
public record Everything(Context context, Connection connection, CoordinateReferenceSystem crs) {}
