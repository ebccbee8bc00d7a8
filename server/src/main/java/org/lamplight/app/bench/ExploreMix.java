package org.lamplight.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lamplight.area.AreaNames;
import org.lamplight.city.Offence;
import org.lamplight.incident.Incidents;

/** Random filters as analysts set them: offences, dates, hours, weekdays, areas, origin, in any mixture. */
final class ExploreMix {

  private final List<String> offences;
  private final List<AreaNames.Ref> areas;
  private final Random random;

  ExploreMix(Incidents.Loaded data, long seed) {
    this.offences = data.taxonomy().offences().stream().map(Offence::id).toList();
    this.areas = data.areas().all().stream()
        .filter(ref -> ref.set().equals("neighborhoods") || ref.set().equals("divisions"))
        .toList();
    this.random = new Random(seed);
  }

  /** The parameters of one filter; no two are likely to be equal. */
  Map<String, String> draw() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (random.nextInt(10) < 5) {
      parameters.put("offence", some(offences, 1 + random.nextInt(5)));
    }
    if (random.nextInt(10) < 5) {
      int month = random.nextInt(48);
      int last = month + 1 + random.nextInt(18);
      parameters.put("datetime", day(month) + "/" + day(Math.min(last, 59)));
    }
    if (random.nextInt(10) < 4) {
      parameters.put("hours", random.nextInt(24) + "-" + random.nextInt(24));
    }
    if (random.nextInt(10) < 3) {
      parameters.put("weekdays", 1 + random.nextInt(7) + "-" + (1 + random.nextInt(7)));
    }
    if (random.nextInt(10) < 4 && !areas.isEmpty()) {
      AreaNames.Ref ref = areas.get(random.nextInt(areas.size()));
      parameters.put("area", ref.set() + ":" + ref.slug());
    }
    if (random.nextInt(10) < 2) {
      parameters.put("origin", "reported");
    }
    return parameters;
  }

  private String some(List<String> names, int count) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = names.get(random.nextInt(names.size()));
      if (!chosen.contains(name)) {
        chosen.add(name);
      }
    }
    return String.join(",", chosen);
  }

  private String day(int month) {
    return String.format(
        "%04d-%02d-%02d", 2020 + month / 12, month % 12 + 1, 1 + random.nextInt(28));
  }
}
