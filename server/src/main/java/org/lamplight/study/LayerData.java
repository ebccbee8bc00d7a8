package org.lamplight.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stored layer holds for a run.
 *
 * @param filled inputs by name
 * @param places of the values, where they have places
 * @param events incidents that are in it
 * @param withoutPlace incidents that the filter holds and that are on no map
 * @param police whether police-generated offences are among them
 * @param notes what is to be said of it
 */
record LayerData(
    Map<String, Object> filled,
    @Nullable Places places,
    int events,
    int withoutPlace,
    boolean police,
    List<String> notes) {

  /** That some of the periods are missing, in a sentence. */
  Optional<String> gaps() {
    return Optional.ofNullable(filled.get(LayerPeriods.GAPS)).map(String::valueOf);
  }
}
