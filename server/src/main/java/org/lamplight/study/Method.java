package org.lamplight.study;

import java.util.List;
import java.util.Optional;

/**
 * An analysis that can be run.
 *
 * @param id name in paths
 * @param title what it does, one line
 * @param question the question that it answers, for people
 * @param inputs what it takes besides {@code layer}
 * @param outputs what it gives besides {@code run} and, for layers, {@code features}
 * @param layer what a stored layer fills for it
 * @param run the run itself
 */
public record Method(
    String id,
    String title,
    String question,
    MethodCard card,
    List<Input> inputs,
    List<Output> outputs,
    LayerUse layer,
    Run run) {

  /** Raised when a method's answers to the same inputs change. */
  public static final String VERSION = "1.0.0";

  public Method {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Works the outputs out of the inputs. */
  @FunctionalInterface
  interface Run {
    Outcome of(Values values, Work work);
  }

  Optional<Input> input(String name) {
    return inputs.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  boolean hasSeed() {
    return input("seed").isPresent();
  }
}
