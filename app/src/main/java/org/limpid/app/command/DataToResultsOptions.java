package org.limpid.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of commands that make a folder of results from a data set. */
final class DataToResultsOptions {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data set: a folder with dataset.json.")
  private Path data;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder for the results, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace older results in that folder.")
  private boolean overwrite;

  Path data() {
    return data;
  }

  Path out() {
    return out;
  }

  boolean overwrite() {
    return overwrite;
  }
}
