package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.TrainingsFile;
import org.limpid.experiment.adaptation.AdaptationReview;
import org.limpid.experiment.adaptation.PoliciesFile;
import org.limpid.plots.adaptation.AdaptationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "report",
    customSynopsis =
        "limpid adapt report --trainings=FILE --policies=FILE --vocabulary=FILE --embeddings=FILE"
            + " [OPTIONS]",
    description = {
      "Draw what policies reach in each recorded scenario, beside the best, a random one and no"
          + " growth, and how they learnt where the list has their curves.",
      "Evaluations that were published of other weights stand beside those of the right ones."
    },
    footer = {
      "%nExample:",
      "  limpid adapt report --trainings trainings.csv --policies policies.csv --vocabulary"
          + " vocabulary.json --embeddings embeddings_18x16.f32le --out growth-report"
    })
final class AdaptReportCommand extends CommandInSession {
  @Option(
      names = "--trainings",
      required = true,
      paramLabel = "FILE",
      description = "Recorded trainings: a CSV file, all sequences of actions of each scenario.")
  private Path trainings;

  @Option(
      names = "--policies",
      required = true,
      paramLabel = "FILE",
      description = "Policies: a CSV file, with their weights and curves beside it.")
  private Path policies;

  @Option(
      names = "--vocabulary",
      required = true,
      paramLabel = "FILE",
      description = "Identifiers of layers: a JSON object.")
  private Path vocabulary;

  @Option(
      names = "--embeddings",
      required = true,
      paramLabel = "FILE",
      description = "Numbers for each identifier, as little-endian 32-bit floating point.")
  private Path embeddings;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "Folder to make, with figures and report (${DEFAULT-VALUE}).")
  private Path out = Path.of("out", "adaptation");

  @Option(names = "--overwrite", description = "Replace an earlier report.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print evaluations and transfers as JSON.")
  private boolean json;

  @Override
  public void run() {
    List<Scenario> scenarios = TrainingsFile.read(trainings);
    AdaptationReview.Result result =
        AdaptationReview.write(
            scenarios,
            PoliciesFile.read(policies, vocabulary, embeddings, scenarios),
            out,
            overwrite,
            (review, folder) -> AdaptationReport.write(review, folder, session().commandLine()));
    print(
        json,
        () -> Json.text(result.toJson()),
        List.of(),
        result::toText,
        "The figures and the report are in %s.".formatted(out));
  }
}
