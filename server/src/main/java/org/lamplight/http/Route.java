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
 * @param effect what a request other than GET does
 */
public record Route(
    HandlerType method,
    String path,
    Role role,
    Handler handler,
    Allowance allowance,
    Effect effect) {

  /** What a request other than GET does. */
  public enum Effect {
    /** Changes something, as its JSON body says. */
    CHANGES,
    /** Works something out and changes nothing that others see: tokens may ask it, and anybody who sends no cookie. */
    COMPUTES,
    /** Changes something; its body is a file, streamed to the handler, which bounds it. */
    TAKES_FILE
  }

  public Route {
    Objects.requireNonNull(role, () -> "route " + path + " names no role");
  }

  public Route(HandlerType method, String path, Role role, Handler handler) {
    this(method, path, role, handler, Allowance.DATA, Effect.CHANGES);
  }

  /** A POST whose body is a file. */
  public static Route upload(String path, Role role, Handler handler) {
    return new Route(HandlerType.POST, path, role, handler, Allowance.DATA, Effect.TAKES_FILE);
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
    return new Route(method, path, role, handler, other, effect);
  }

  /** The same route with another handler, such as one around this one's. */
  public Route handledBy(Handler other) {
    return new Route(method, path, role, other, allowance, effect);
  }

  /** The same route, which only works something out. */
  public Route computing() {
    return new Route(method, path, role, handler, allowance, Effect.COMPUTES);
  }

  boolean computes() {
    return effect == Effect.COMPUTES;
  }
}
