package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.files.DataException;
import org.limpid.files.Reporter;

/** Generates a data set that is there in full or not at all. */
final class Generation {
  private Generation() {}

  /**
   * @throws DataException if it cannot be written
   */
  static void run(GeneratorOptions options, Path out, boolean overwrite, Reporter reporter) {
    try {
      reporter.begin("Generating", options.jobs());
      TraceGenerator.generate(options, out, overwrite, new Increments(reporter)::upTo);
      reporter.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The generator tells sums, a reporter wants what is added to them. */
  private static final class Increments {
    private final Reporter reporter;
    private long before;

    Increments(Reporter reporter) {
      this.reporter = reporter;
    }

    void upTo(long sum) {
      reporter.advance(sum - before);
      before = sum;
    }
  }
}
