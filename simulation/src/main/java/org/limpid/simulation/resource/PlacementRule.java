package org.limpid.simulation.resource;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;

/** The placement rules by name. */
public enum PlacementRule {
  /** As few nodes as possible; jobs wait for a suitable node. */
  CONSOLIDATE("consolidate", seed -> new ConsolidatePlacer()),
  /** As few nodes as possible when possible, else first fit. */
  CONSOLIDATE_FIRST("consolidate-first", seed -> consolidateFirst()),
  /** Nodes in order; what the published artifact calls "random". */
  FIRST_FIT("first-fit", seed -> new FirstFitPlacer()),
  /** Nodes in a seeded random order. */
  RANDOM("random", RandomPlacer::new);

  private final String label;
  private final LongFunction<Placer> factory;

  PlacementRule(String label, LongFunction<Placer> factory) {
    this.label = label;
    this.factory = factory;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** A placer for one partition; the seed matters to {@link #RANDOM} only. */
  public Placer placer(long seed) {
    return factory.apply(seed);
  }

  /** The rule with this name on the command line. */
  public static Optional<PlacementRule> named(String label) {
    return Arrays.stream(values()).filter(rule -> rule.label.equals(label)).findFirst();
  }

  private static Placer consolidateFirst() {
    Placer consolidate = new ConsolidatePlacer();
    Placer firstFit = new FirstFitPlacer();
    return (nodes, gpuCount) -> {
      var place = consolidate.place(nodes, gpuCount);
      return place != null ? place : firstFit.place(nodes, gpuCount);
    };
  }
}
