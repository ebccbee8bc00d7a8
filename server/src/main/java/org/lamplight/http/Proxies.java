package org.lamplight.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/**
 * The proxies whose word is taken. Whatever other peers say of the way that a request came is not heeded.
 *
 * <p>X-Forwarded-For beats Forwarded (RFC 7239): the common proxies write the first and pass on what a client puts into
 * the second.
 */
final class Proxies {

  private static final Pattern RANGE = Pattern.compile("[0-9a-fA-F:.]+(/\\d{1,3})?");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?");
  private final InetAddressSet trusted = new InetAddressSet();

  /**
   * Takes addresses, and networks such as 10.0.0.0/8.
   *
   * @throws Fault INVALID for a name, which could come to mean another machine
   */
  Proxies(List<String> addresses) {
    for (String address : addresses) {
      boolean literal = IpAddress.parse(address.replaceFirst("/.*", "")).isPresent();
      if (!literal || !RANGE.matcher(address).matches() || !added(address)) {
        throw Fault.invalid(
            "TRUSTED_PROXIES: must hold addresses such as 10.0.0.7, or networks such as 10.0.0.0/8");
      }
    }
  }

  private boolean added(String address) {
    try {
      return trusted.add(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean trusts(@Nullable String address) {
    return IpAddress.parse(address).filter(trusted).isPresent();
  }

  /** The client's address: the peer's, or the last one before the trusted proxies. */
  String client(HttpServletRequest request) {
    String nearest = request.getRemoteAddr();
    List<String> way = way(request);
    for (int i = way.size() - 1; i >= 0 && trusts(nearest); i--) {
      Optional<InetAddress> before = IpAddress.parse(way.get(i));
      if (before.isEmpty()) {
        // What is no address was not written by a proxy that we know: its own address is the last
        // sure one.
        return nearest;
      }
      nearest = before.get().getHostAddress();
    }
    return nearest;
  }

  private static List<String> way(HttpServletRequest request) {
    List<String> way = new ArrayList<>();
    for (String line : Collections.list(request.getHeaders("X-Forwarded-For"))) {
      way.addAll(List.of(line.split(",", -1)));
    }
    return way.isEmpty() ? Forwarded.of(request).stream().map(Forwarded::from).toList() : way;
  }

  /** Scheme and host that the client asked: as the request names them, or as a trusted proxy says. */
  String base(HttpServletRequest request) {
    String scheme = request.getScheme();
    String host = request.getHeader("Host");
    if (trusts(request.getRemoteAddr())) {
      List<Forwarded> way = Forwarded.of(request);
      Forwarded last = way.isEmpty() ? Forwarded.NOTHING : way.get(way.size() - 1);
      scheme = told(request, "X-Forwarded-Proto", last.proto(), "https?", scheme);
      host = told(request, "X-Forwarded-Host", last.host(), HOST.pattern(), host);
    }
    boolean named = host != null && HOST.matcher(host).matches();
    return scheme + "://"
        + (named ? host : request.getServerName() + ":" + request.getServerPort());
  }

  private static @Nullable String told(
      HttpServletRequest request,
      String header,
      String forwarded,
      String pattern,
      @Nullable String otherwise) {
    String value = request.getHeader(header);
    String last =
        value == null ? forwarded : value.substring(value.lastIndexOf(',') + 1).strip();
    return last.toLowerCase(Locale.ROOT).matches(pattern)
        ? last.toLowerCase(Locale.ROOT)
        : otherwise;
  }
}
