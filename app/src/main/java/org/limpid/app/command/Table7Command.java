package org.limpid.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limpid.experiment.compare.ComparedModel;
import org.limpid.experiment.compare.Comparison;
import org.limpid.experiment.compare.ComparisonReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "table7",
    customSynopsis = "limpid table7 --data=DIR [OPTIONS]",
    description = {
      "Compare readable models and black boxes on the three models of Lucid.",
      "Each contest has one split, the same for all: error, rank correlation, time of the fit and"
          + " size of the model, as in Table 7 of the paper."
    },
    footer = {
      "%nExamples:",
      "  limpid table7 --data venus --out table7",
      "  limpid table7 --data venus --models packing,workload"
    })
final class Table7Command extends CommandInSession {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Data set: a folder with dataset.json.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "Folder for the table as CSV and Markdown, new or empty. By default none.")
  private Optional<Path> out;

  @Option(names = "--overwrite", description = "Replace older results in that folder.")
  private boolean overwrite;

  @Option(
      names = "--models",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "MODEL",
      converter = Choices.ComparedModels.class,
      completionCandidates = Choices.ComparedModels.class,
      description = "Which models, with commas between: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<ComparedModel> models = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description =
          "Fits at the same time, each on a thread of its own. Results don't depend on it. By"
              + " default one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print all figures as JSON.")
  private boolean json;

  @Override
  public void run() {
    ComparisonReport report = Comparison.run(request(), session().reporter(json));
    if (json) {
      session().json(report.toJson());
    } else {
      report.notices().forEach(session()::notice);
      session().result(report.toText());
      out.ifPresent(folder -> session().notice("The results are in %s.".formatted(folder)));
    }
  }

  private Comparison.Request request() {
    List<ComparedModel> chosen =
        Arrays.stream(ComparedModel.values())
            .filter(model -> models.isEmpty() || models.contains(model))
            .toList();
    return new Comparison.Request(data, out, overwrite, chosen, threads, session().commandLine());
  }
}
