package org.lamplight.http;

import io.javalin.http.Context;

/** How a request tells who asks. */
@FunctionalInterface
public interface Callers {

  /** Nobody is ever known. */
  Callers NOBODY = ctx -> Caller.ANYBODY;

  /** Who asks; anybody where the request carries no proof, or one that is not good. */
  Caller identify(Context ctx);
}
