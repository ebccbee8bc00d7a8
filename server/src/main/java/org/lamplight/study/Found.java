package org.lamplight.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.analysis.chance.Alternative;
import org.lamplight.analysis.chance.Permutations;
import org.lamplight.analysis.chance.Warning;

/** What several methods take and say alike. */
final class Found {

  private static final int USUAL_ROUNDS = 999;
  private static final int MOST_ROUNDS = 99_999;

  static final Input SEED = Input.optional(
      "seed", "What chance begins with; the same seed gives the same bytes", whole());

  static final Input PERMUTATIONS = Input.optional(
      "permutations",
      "How often chance is asked; 999 is usual, 9999 for reports",
      Schema.whole(USUAL_ROUNDS, 9, MOST_ROUNDS));

  static final Input ALTERNATIVE = Input.optional(
      "alternative",
      "Which side p is of: more alike than by chance (greater), less, or both",
      Schema.choice("greater", "less", "two.sided"));

  private Found() {}

  private static java.util.Map<String, Object> whole() {
    java.util.Map<String, Object> schema = Schema.of("integer");
    schema.put("default", 1);
    return schema;
  }

  /** Takes the warnings along; a run of a stored layer with too little data ends here. */
  static Outcome with(Values values, List<Warning> warnings) {
    if (values.stored()) {
      Warning.refuseBelowMinimum(warnings);
    }
    return new Outcome().warn(warnings.stream().map(Warning::sentence).toList());
  }

  /** The permutations that are asked for; none where neither they nor their kind of inference is named. */
  static @Nullable Permutations permutations(Values values, boolean asked) {
    if (!asked && !values.has("permutations")) {
      return null;
    }
    int rounds = values.whole("permutations", USUAL_ROUNDS, 0, MOST_ROUNDS);
    return rounds == 0 ? null : new Permutations(rounds, values.seed());
  }

  static Alternative alternative(Values values) {
    return switch (values.choice("alternative", "greater", "less", "two.sided", "two-sided")) {
      case "greater" -> Alternative.GREATER;
      case "less" -> Alternative.LESS;
      default -> Alternative.TWO_SIDED;
    };
  }
}
