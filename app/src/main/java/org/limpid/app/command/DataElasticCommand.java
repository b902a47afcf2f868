package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.data.derive.ElasticDataset;
import org.limpid.data.generate.ElasticOptions;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "elastic",
    description = "Give the jobs of a data set deadlines, iterations and scaling curves.",
    footer = {
      "%nExamples:",
      "  limpid data elastic venus --out venus-elastic",
      "  limpid data elastic venus --min-deadline 1 --max-deadline 2 --best-effort 0.3 --out loose"
    })
final class DataElasticCommand extends CommandInSession {
  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json.")
  private Path folder;

  @Mixin private DeadlineOptions deadlines;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another seed, other deadlines and curves (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private SharedOptions.MadeData output;

  @Override
  public void run() {
    ElasticDataset.Report report =
        ElasticDataset.write(
            DatasetReader.open(folder), options(), output.path(), output.overwrite());
    session()
        .notice(
            "%s with %s in %s; without a deadline: %,d."
                .formatted(
                    Words.count(report.jobs(), "job"),
                    Words.count(report.curves(), "scaling curve"),
                    output.path(),
                    report.bestEffort()));
  }

  private ElasticOptions options() {
    try {
      return deadlines.of(seed);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
  }
}
