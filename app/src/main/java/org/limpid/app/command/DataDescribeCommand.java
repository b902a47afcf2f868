package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.data.io.DatasetNotices;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.io.DatasetSummary;
import org.limpid.data.io.DatasetSummaryText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "describe",
    description = "Summarise a data set: jobs, users, load per virtual cluster, durations, sizes.",
    footer = {"%nExample:", "  limpid data describe venus"})
final class DataDescribeCommand extends CommandInSession {
  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json.")
  private Path folder;

  @Option(names = "--json", description = "Print the summary as a JSON object.")
  private boolean json;

  @Override
  public void run() {
    DatasetReader reader = DatasetReader.open(folder);
    DatasetSummary summary = DatasetSummary.of(reader);
    DatasetNotices.of(reader, reader.trace()).forEach(session()::notice);
    if (json) {
      session().json(summary);
    } else {
      session().result(DatasetSummaryText.of(summary));
    }
  }
}
