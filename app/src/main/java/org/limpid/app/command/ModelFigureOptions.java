package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.limpid.plots.figure.ModelChoice;
import picocli.CommandLine.Option;

final class ModelFigureOptions {
  @Option(
      names = "--term",
      paramLabel = "NAME",
      description =
          "Term for shape, such as hour, or hour & user. Default: the most important one.")
  private Optional<String> term;

  @Option(
      names = "--row",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description =
          "Row for waterfall, from 1: a job, a ten-minute slot or a workload of the data set, or a"
              + " row of the CSV file; models that have no such row are left out. Default: that of"
              + " the largest prediction.")
  private Integer row;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "CSV file with the columns that the model of a file needs.")
  private Optional<Path> csv;

  @Option(
      names = "--shared-scores",
      description = "The same axis of scores for all shapes of a model.")
  private boolean sharedScores;

  @Option(
      names = "--weekly",
      description =
          "For drift: train an estimate of durations for every week of the data set, as Lucid does"
              + " in a run, and compare these. Takes some seconds for each.")
  private boolean weekly;

  Optional<Path> csv() {
    return csv;
  }

  ModelChoice choice() {
    OptionalInt chosen = row == null ? OptionalInt.empty() : OptionalInt.of(row);
    return new ModelChoice(term, chosen, sharedScores, weekly);
  }
}
