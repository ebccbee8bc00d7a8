package org.lamplight.http;

import io.javalin.http.Context;

/** How a request tells who asks. */
@FunctionalInterface
public interface Callers {

  /** Nobody is ever known. */
  Callers NOBODY = ctx -> Caller.ANYBODY;

  /** Who asks; anybody where the request carries no proof, or one that is not good. */
  Caller identify(Context ctx);

  /** A route was refused to the caller for want of its role; to him it does not exist. */
  default void refused(Context ctx, Route route) {}
}
