package org.lamplight.http;

import io.javalin.http.Context;

/** How a request tells who asks. */
@FunctionalInterface
public interface Callers {

  Caller identify(Context ctx);
}
