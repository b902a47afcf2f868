package org.limpid.estimator;

import java.nio.file.Path;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.io.DatasetReader;

/** Generated data sets, with profiles and names. */
final class GeneratedTraces {
  private GeneratedTraces() {}

  /** A data set of this many jobs and days in an empty folder. */
  static DatasetReader generate(int jobs, int days, Path folder) throws InterruptedException {
    GeneratorOptions options =
        GeneratorOptions.defaults().withJobs(jobs).withDays(days).withHistoryDays(1);
    TraceGenerator.generate(options, folder.resolve("data"), false, count -> {});
    return DatasetReader.open(folder.resolve("data"));
  }
}
