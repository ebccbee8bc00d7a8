package org.lamplight.city;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamplight.fault.Fault;

/** Reads city profiles strictly: a field that is unknown, missing or contradictory is a fault that names file and field. */
public final class CityProfiles {

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .addModule(new SimpleModule().addDeserializer(ZoneId.class, new ZoneReader()))
      .build();

  private CityProfiles() {}

  /**
   * Every profile of a folder ({@code <folder>/<city>/profile.json}); without a folder those that travel with the program.
   * Cities that {@code index.txt} names come first, in its order, the others after them by name.
   */
  public static List<CityProfile> load(@Nullable Path folder) {
    try {
      return folder == null ? shipped() : inFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<CityProfile> shipped() throws IOException {
    String index = new String(resource("/cities/index.txt"), StandardCharsets.UTF_8);
    return index
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(CityProfiles::shipped)
        .toList();
  }

  private static CityProfile shipped(String slug) {
    String name = "/cities/" + slug + "/profile.json";
    try {
      return parse(name, resource(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = CityProfiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return in.readAllBytes();
    }
  }

  private static List<CityProfile> inFolder(Path folder) throws IOException {
    Fault.require(Files.isDirectory(folder), folder + ": is not a folder of city profiles");
    Path index = folder.resolve("index.txt");
    List<String> first = Files.isRegularFile(index) ? Files.readAllLines(index) : List.of();
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> files = children
          .map(child -> child.resolve("profile.json"))
          .filter(Files::isRegularFile)
          .sorted(
              Comparator.<Path>comparingInt(file -> place(file, first)).thenComparing(file -> file))
          .toList();
      Fault.require(!files.isEmpty(), folder + ": holds no <city>/profile.json");
      return files.stream().map(CityProfiles::read).toList();
    }
  }

  /** The text of another file of a city's folder, or among those that travel with the program; nothing where there is none. */
  public static Optional<String> beside(@Nullable Path folder, String slug, String name) {
    try {
      if (folder == null) {
        String resource = "/cities/" + slug + "/" + name;
        return CityProfiles.class.getResource(resource) == null
            ? Optional.empty()
            : Optional.of(new String(resource(resource), StandardCharsets.UTF_8));
      }
      Path file = folder.resolve(slug).resolve(name);
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int place(Path file, List<String> first) {
    int place = first.indexOf(String.valueOf(file.getName(file.getNameCount() - 2)));
    return place < 0 ? first.size() : place;
  }

  private static CityProfile read(Path file) {
    try {
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One profile; the name of its file begins every complaint. */
  public static CityProfile parse(String file, byte[] json) {
    CityProfile profile;
    try {
      profile = JSON.readValue(json, CityProfile.class);
    } catch (UnrecognizedPropertyException e) {
      throw Fault.invalid(file + ": " + path(e) + ": is not a field of a profile");
    } catch (JsonMappingException e) {
      throw Fault.invalid(file + ": " + path(e) + ": " + complaint(e));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw Fault.invalid(file + ": line " + line + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Fault.require(profile != null, file + ": is empty");
    ProfileCheck.check(file, profile);
    return profile;
  }

  private static String complaint(JsonMappingException e) {
    String message = e.getOriginalMessage();
    return message.startsWith("Cannot map `null`") ? "is missing" : message;
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.isEmpty() ? "the profile" : path.toString();
  }

  private static final class ZoneReader extends StdDeserializer<ZoneId> {
    private static final long serialVersionUID = 1L;

    ZoneReader() {
      super(ZoneId.class);
    }

    @Override
    public ZoneId deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw JsonMappingException.from(parser, "no time zone is called " + text, e);
      }
    }
  }
}
