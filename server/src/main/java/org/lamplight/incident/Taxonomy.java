package org.lamplight.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.city.CityProfile;
import org.lamplight.city.Offence;

/** The codes that a city's incidents carry, each with the offence it counts as. */
public final class Taxonomy {

  /** A code of the source, by our number. */
  public record Code(int id, String code, @Nullable String label, Offence offence) {}

  private final List<Code> codes;
  private final @Nullable Code[] byId;
  private final Map<String, Offence> offences = new LinkedHashMap<>();
  private final boolean whole;

  Taxonomy(List<Code> codes, CityProfile profile) {
    this(codes, profile.offences(), true);
  }

  private Taxonomy(List<Code> codes, List<Offence> offences, boolean whole) {
    this.codes = List.copyOf(codes);
    this.byId = new Code[codes.stream().mapToInt(Code::id).max().orElse(0) + 1];
    this.whole = whole;
    codes.forEach(code -> byId[code.id()] = code);
    offences.forEach(offence -> this.offences.put(offence.id(), offence));
  }

  /** The same without sensitive offences and their codes, as if the city had none. */
  Taxonomy open() {
    return new Taxonomy(
        codes.stream().filter(code -> isOpen(code.offence())).toList(),
        offences.values().stream().filter(Taxonomy::isOpen).toList(),
        false);
  }

  private static boolean isOpen(Offence offence) {
    return offence.sensitivity() == Offence.Sensitivity.OPEN;
  }

  /** Whether no offence was left out. */
  boolean isWhole() {
    return whole;
  }

  /** The offences, in the order of the profile. */
  public List<Offence> offences() {
    return List.copyOf(offences.values());
  }

  public List<Code> codes() {
    return codes;
  }

  /** The code of a stored number; a number that is not stored is a bug. */
  public Code code(int id) {
    Code code = id >= 0 && id < byId.length ? byId[id] : null;
    if (code == null) {
      throw new IllegalArgumentException("no code has the number " + id);
    }
    return code;
  }

  public Optional<Offence> findOffence(String id) {
    return Optional.ofNullable(offences.get(id));
  }

  /** Numbers of the codes that the test holds for. */
  public List<Integer> ids(Predicate<Code> test) {
    List<Integer> ids = new ArrayList<>();
    codes.stream().filter(test).forEach(code -> ids.add(code.id()));
    return ids;
  }
}
