package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Objects;

/** What a trained model is tested on. */
public sealed interface TestRows {
  /** What is held out unless somebody says otherwise. */
  TestRows STANDARD = new Estimated(0.2);

  /** Nothing. */
  record None() implements TestRows {}

  /**
   * Rows of a file of their own.
   *
   * @param csv the file
   */
  record OfFile(Path csv) implements TestRows {
    public OfFile {
      Objects.requireNonNull(csv, "csv");
    }
  }

  /**
   * Some of the rows, which the model does not learn from.
   *
   * @param share of the rows, above 0 and below 1
   */
  record HeldOut(double share) implements TestRows {
    public HeldOut {
      check(share);
    }
  }

  /**
   * Some of the rows, which a second, cheaper model does not learn from; the model itself learns
   * from all.
   *
   * @param share of the rows, above 0 and below 1
   */
  record Estimated(double share) implements TestRows {
    public Estimated {
      check(share);
    }
  }

  private static void check(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("expected a share between 0 and 1: " + share);
    }
  }
}
