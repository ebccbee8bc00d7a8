package org.lamplight.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Objects;

/**
 * One route: what is asked, who may ask, who answers. A GET route answers HEAD too. A request that changes something
 * reaches its handler only from our own pages, with a JSON body where it has one.
 *
 * @param path in Javalin's syntax: {@code /cities/{city}}; {@code <rest>} takes slashes
 * @param role what it asks of its caller, in the city of its path where it has one; to all others it does not exist
 * @param allowance what it draws on where nobody is signed in
 * @param takesFile whether its body is a file, streamed to the handler, which bounds it, instead of JSON
 */
public record Route(
    HandlerType method,
    String path,
    Role role,
    Handler handler,
    Allowance allowance,
    boolean takesFile) {

  public Route {
    Objects.requireNonNull(role, () -> "route " + path + " names no role");
  }

  public Route(HandlerType method, String path, Role role, Handler handler) {
    this(method, path, role, handler, Allowance.DATA, false);
  }

  /** A POST whose body is a file. */
  public static Route upload(String path, Role role, Handler handler) {
    return new Route(HandlerType.POST, path, role, handler, Allowance.DATA, true);
  }

  public static Route get(String path, Role role, Handler handler) {
    return new Route(HandlerType.GET, path, role, handler);
  }

  public static Route post(String path, Role role, Handler handler) {
    return new Route(HandlerType.POST, path, role, handler);
  }

  public static Route put(String path, Role role, Handler handler) {
    return new Route(HandlerType.PUT, path, role, handler);
  }

  public static Route delete(String path, Role role, Handler handler) {
    return new Route(HandlerType.DELETE, path, role, handler);
  }

  /** The same route, drawing on another allowance. */
  public Route drawingOn(Allowance other) {
    return new Route(method, path, role, handler, other, takesFile);
  }

  /** The same route with another handler, such as one around this one's. */
  public Route handledBy(Handler other) {
    return new Route(method, path, role, other, allowance, takesFile);
  }
}
