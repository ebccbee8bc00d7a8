package org.lamplight.config;

import static org.lamplight.fault.Fault.invalid;
import static org.lamplight.fault.Fault.require;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings by name and kind; a fault names the setting and never repeats a value that may be secret. */
final class Reader {

  private final Map<String, String> environment;

  Reader(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The value, or null where the setting is absent or blank. */
  @Nullable
  String find(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  String text(String name, String otherwise) {
    String value = find(name);
    return value == null ? otherwise : value;
  }

  /** Values written with commas; empty when the setting is absent. */
  List<String> list(String name) {
    String value = find(name);
    return value == null
        ? List.of()
        : Arrays.stream(value.split(",", -1))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .toList();
  }

  int number(String name, int otherwise, int least, int most) {
    String value = find(name);
    if (value == null) {
      return otherwise;
    }
    String wanted = name + ": must be a whole number from " + least + " to " + most;
    try {
      int number = Integer.parseInt(value);
      require(number >= least && number <= most, wanted);
      return number;
    } catch (NumberFormatException e) {
      throw invalid(wanted);
    }
  }

  Path path(String name, Path otherwise) {
    String value = find(name);
    try {
      return (value == null ? otherwise : Path.of(value)).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw invalid(name + ": is not a path");
    }
  }

  /** A folder that is there. */
  @Nullable
  Path folder(String name) {
    if (find(name) == null) {
      return null;
    }
    Path folder = path(name, Path.of("."));
    require(Files.isDirectory(folder), name + ": there is no folder " + folder);
    return folder;
  }

  /** An http address without a slash at its end. */
  @Nullable
  String url(String name) {
    String value = find(name);
    if (value == null) {
      return null;
    }
    URI uri = http(name, value);
    require(
        uri.getRawQuery() == null && uri.getRawFragment() == null,
        name + ": must end with its path");
    return value.replaceAll("/+$", "");
  }

  /** The address of an OpenID provider, as it is: over https, or on this very machine. */
  @Nullable
  String issuer(String name) {
    String value = find(name);
    if (value == null) {
      return null;
    }
    URI uri = http(name, value);
    require(
        "https".equals(uri.getScheme())
            || List.of("localhost", "127.0.0.1").contains(uri.getHost()),
        name + ": must begin with https://");
    return value;
  }

  /** An http address, or one of mail with mailto: before it. */
  @Nullable
  String contact(String name) {
    String value = find(name);
    if (value == null || value.matches("mailto:[^@\\s?&]+@[^@\\s?&]+")) {
      return value;
    }
    http(name, value);
    return value;
  }

  /** The address of a tile server with {z}, {x} and {y} in it. */
  @Nullable
  String template(String name) {
    String value = find(name);
    if (value == null) {
      return null;
    }
    for (String part : new String[] {"{z}", "{x}", "{y}"}) {
      require(value.contains(part), name + ": must contain " + part);
    }
    http(name, value.replaceAll("[{}]", ""));
    return value;
  }

  /** A text that must be there when another setting is. */
  @Nullable
  String neededWith(String name, String other, @Nullable String value) {
    String text = find(name);
    require(
        value == null || text != null,
        name + ": must be set with " + other + ", it is the basemap's licence");
    return value == null ? null : text;
  }

  private static URI http(String name, String value) {
    String wanted = name + ": must be an address that begins with http:// or https://";
    try {
      URI uri = new URI(value);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      require(http && uri.getHost() != null, wanted);
      require(uri.getRawUserInfo() == null, name + ": must hold no password");
      return uri;
    } catch (URISyntaxException e) {
      throw invalid(wanted);
    }
  }
}
