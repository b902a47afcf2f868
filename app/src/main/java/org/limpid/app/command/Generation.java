package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.data.generate.ElasticOptions;
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
    run(options, Optional.empty(), false, out, overwrite, reporter);
  }

  /**
   * The same with deadlines and scaling curves, and with what models gain by CPUs and memory.
   *
   * @throws DataException if it cannot be written
   */
  static void run(
      GeneratorOptions options,
      Optional<ElasticOptions> elastic,
      boolean withResources,
      Path out,
      boolean overwrite,
      Reporter reporter) {
    try {
      long[] before = {0}; // the generator tells sums, a reporter wants what is added to them
      reporter.begin("Generating", options.jobs());
      TraceGenerator.generate(
          options,
          elastic,
          withResources,
          out,
          overwrite,
          sum -> {
            reporter.advance(sum - before[0]);
            before[0] = sum;
          });
      reporter.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
