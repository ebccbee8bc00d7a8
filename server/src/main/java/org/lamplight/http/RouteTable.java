package org.lamplight.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes as Javalin knows them, with an answer of each path to the methods that it does not have. */
final class RouteTable {

  private static final List<HandlerType> METHODS = List.of(
      HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE);
  private final JavalinConfig config;
  private final Gate gate;
  private final Problems problems;

  RouteTable(JavalinConfig config, Gate gate, Problems problems) {
    this.config = config;
    this.gate = gate;
    this.problems = problems;
  }

  /** Registers the routes; those that take every path come last, so that they hide nothing. */
  void register(List<Route> routes) {
    Map<Boolean, List<Route>> all =
        routes.stream().collect(Collectors.partitioningBy(RouteTable::takesEveryPath));
    for (boolean every : new boolean[] {false, true}) {
      List<Route> group = all.getOrDefault(every, List.of());
      group.forEach(this::add);
      Map<String, List<Route>> byPath = group.stream()
          .collect(Collectors.groupingBy(Route::path, LinkedHashMap::new, Collectors.toList()));
      byPath.forEach(this::addAbsent);
    }
  }

  private static boolean takesEveryPath(Route route) {
    return route.path().startsWith("/<");
  }

  private void add(Route route) {
    Handler guarded = ctx -> {
      if (StaffPages.needsSignIn(ctx, route)) {
        gate.arrive(ctx, Allowance.FILES);
        StaffPages.leadToSignIn(ctx);
        return;
      }
      gate.pass(ctx, route);
      route.handler().handle(ctx);
    };
    add(route.method(), route.path(), guarded);
    if (route.method().equals(HandlerType.GET)) {
      add(HandlerType.HEAD, route.path(), guarded);
    }
  }

  private void addAbsent(String path, List<Route> routes) {
    add(HandlerType.OPTIONS, path, ctx -> options(ctx, routes));
    List<HandlerType> has = routes.stream().map(Route::method).toList();
    for (HandlerType method : METHODS) {
      if (!has.contains(method)) {
        add(method, path, ctx -> absent(ctx, routes));
        if (method.equals(HandlerType.GET)) {
          add(HandlerType.HEAD, path, ctx -> absent(ctx, routes));
        }
      }
    }
  }

  private void add(HandlerType method, String path, Handler handler) {
    config.routes.addHttpHandler(method, path, ctx -> {
      try {
        handler.handle(ctx);
      } catch (Exception | Error e) {
        problems.answer(e, ctx);
      }
    });
  }

  /** Which methods there are is told to those who may use one; to all others nothing is there. */
  private void absent(Context ctx, List<Route> routes) {
    List<Route> allowed = allowed(ctx, routes);
    if (takesEveryPath(allowed.get(0))) {
      throw Gate.nothingHere();
    }
    throw new Refusal(405, "this method is not allowed here").header("Allow", methods(allowed));
  }

  /** Pages of other sites may read what anybody sees, and do nothing else. */
  private void options(Context ctx, List<Route> routes) {
    List<Route> allowed = allowed(ctx, routes);
    ctx.header("Allow", methods(allowed));
    boolean open = allowed.stream()
        .anyMatch(route -> route.role() == Role.PUBLIC && route.method().equals(HandlerType.GET));
    String wanted = ctx.header("Access-Control-Request-Method");
    if (open && (wanted == null || wanted.equals("GET") || wanted.equals("HEAD"))) {
      Crossing.allowReading(ctx);
    } else {
      Crossing.forbid(ctx);
    }
    ctx.status(204);
  }

  private List<Route> allowed(Context ctx, List<Route> routes) {
    Caller caller = gate.arrive(ctx, routes.get(0).allowance());
    Changes.refuseToken(ctx);
    List<Route> allowed =
        routes.stream().filter(route -> caller.may(route.role())).toList();
    if (allowed.isEmpty()) {
      throw Gate.nothingHere();
    }
    return allowed;
  }

  private static String methods(List<Route> routes) {
    List<String> names = new ArrayList<>();
    for (Route route : routes) {
      names.add(route.method().name());
      if (route.method().equals(HandlerType.GET)) {
        names.add("HEAD");
      }
    }
    return Stream.concat(names.stream(), Stream.of("OPTIONS")).collect(Collectors.joining(", "));
  }
}
