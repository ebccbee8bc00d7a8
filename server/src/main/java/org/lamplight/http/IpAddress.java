package org.lamplight.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as they stand in headers and settings: literal ones alone, so that no name is ever looked up. */
final class IpAddress {

  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 =
      Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:]*(\\d{1,3}(\\.\\d{1,3}){3})?");
  private static final int NETWORK_BYTES = 8;

  private IpAddress() {}

  /** The address, without brackets and without its port; empty for names and other texts. */
  static Optional<InetAddress> parse(@Nullable String text) {
    String bare = text == null ? "" : bare(text.strip());
    if (!V4.matcher(bare).matches() && !V6.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static String bare(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? text : text.substring(1, end);
    }
    int colon = text.indexOf(':');
    // One colon separates a port; several are an address of version 6.
    return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
  }

  /** What counts as one client: an address of version 4, or the network of 64 bits that one of version 6 is in. */
  static String client(String address) {
    return parse(address)
        .filter(Inet6Address.class::isInstance)
        .map(a -> HexFormat.of().formatHex(Arrays.copyOf(a.getAddress(), NETWORK_BYTES)))
        .orElse(address);
  }
}
