package org.limpid.interpret.survival;

import java.util.List;

/** What may happen within a period, as the classes that a model of hazards tells apart. */
public final class PeriodClasses {
  /** That it goes on, and that it ends. */
  public static final List<String> NAMES = List.of("goes on", "ends");

  private PeriodClasses() {}
}
