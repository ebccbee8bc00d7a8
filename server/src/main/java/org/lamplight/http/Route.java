package org.lamplight.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Objects;

/**
 * One route: what is asked, who may ask, who answers. A GET route answers HEAD too.
 *
 * @param path in Javalin's syntax: {@code /cities/{city}}; {@code <rest>} takes slashes
 * @param role what it asks of its caller, in the city of its path where it has one; to all others it does not exist
 */
public record Route(HandlerType method, String path, Role role, Handler handler) {

  public Route {
    Objects.requireNonNull(role, () -> "route " + path + " names no role");
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
}
