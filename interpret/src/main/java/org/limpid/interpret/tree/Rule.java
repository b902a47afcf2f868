package org.limpid.interpret.tree;

import java.util.List;
import java.util.Objects;

/**
 * A leaf of a tree as a rule: all conditions together lead to it.
 *
 * @param conditions one per feature that is asked on the way, in the order in which they are first
 *     asked, for example {@code 3 < hour <= 7.5}; none for a tree of one leaf
 * @param support what the leaf knows of its training rows, outputs included
 * @param prediction the number, or the most probable class with its share
 */
public record Rule(List<String> conditions, NodeSummary support, String prediction) {
  public Rule {
    conditions = List.copyOf(conditions);
    Objects.requireNonNull(support, "support");
    Objects.requireNonNull(prediction, "prediction");
  }

  /** The rule in one line. */
  @Override
  public String toString() {
    String all = conditions.isEmpty() ? "always" : String.join(" and ", conditions);
    return "%s: %s (%d rows)".formatted(all, prediction, support.samples());
  }
}
