package org.limpid.experiment.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;

/**
 * Semantics by the words that a grid has for them: {@code default} or {@code reference}, then what
 * is fixed, too, and what is not: {@code reference +exact-seconds}, {@code default -loans-kept}.
 *
 * @param name these words
 * @param value what they mean
 */
public record NamedSemantics(String name, Semantics value) {
  /** What is meant where a grid says nothing. */
  static final NamedSemantics DEFAULT = new NamedSemantics("default", Semantics.standard());

  private static final String LABELS =
      Arrays.stream(Fix.values()).map(Fix::label).collect(Collectors.joining(", "));

  private static final String REFERENCE = "reference";

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException if they mean nothing; the message says what was expected
   */
  static NamedSemantics parse(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    Semantics value = base(words.getFirst());
    for (String word : words.subList(1, words.size())) {
      value = value.with(fix(word), word.startsWith("+"));
    }
    if (value.has(Fix.PROFILED_WORK_COUNTS) && !value.has(Fix.PROFILING_DELAYS)) {
      throw new IllegalArgumentException(
          "%s needs +%s beside it"
              .formatted(Fix.PROFILED_WORK_COUNTS.label(), Fix.PROFILING_DELAYS.label()));
    }
    return new NamedSemantics(String.join(" ", words), value);
  }

  private static Semantics base(String word) {
    return switch (word) {
      case "default" -> Semantics.standard();
      case REFERENCE -> Semantics.reference();
      default ->
          throw new IllegalArgumentException(
              "expected %s or %s first".formatted(DEFAULT.name(), REFERENCE));
    };
  }

  private static Fix fix(String word) {
    String label = word.substring(1);
    return Arrays.stream(Fix.values())
        .filter(fix -> word.matches("[+-].*") && fix.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("expected + or - and one of %s behind".formatted(LABELS)));
  }
}
