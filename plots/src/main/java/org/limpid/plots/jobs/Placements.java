package org.limpid.plots.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All placements that a page speaks of, each once, those of most jobs first, so that their numbers
 * are short. Immutable.
 */
final class Placements {
  private final List<String> texts;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Placements(List<String> texts) {
    this.texts = List.copyOf(texts);
    for (int i = 0; i < texts.size(); i++) {
      numbers.put(texts.get(i), i);
    }
  }

  static Placements of(List<String[]> nodesOfPolicies, int[] rows) {
    Map<String, Integer> counts = new HashMap<>();
    for (String[] nodes : nodesOfPolicies) {
      for (int row : rows) {
        counts.merge(nodes[row], 1, Integer::sum);
      }
    }
    List<String> texts = new ArrayList<>(counts.keySet());
    texts.sort(
        Comparator.comparingInt((String text) -> -counts.get(text))
            .thenComparing(Comparator.naturalOrder()));
    return new Placements(texts);
  }

  /** As the tables write them: {@code node:gpu+gpu;node:gpu}; may be empty. */
  List<String> texts() {
    return texts;
  }

  int number(String nodes) {
    return numbers.get(nodes);
  }
}
