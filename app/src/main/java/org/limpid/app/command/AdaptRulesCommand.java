package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.TrainingsFile;
import org.limpid.experiment.adaptation.GrowthRules;
import org.limpid.experiment.adaptation.ListedPolicy;
import org.limpid.experiment.adaptation.PoliciesFile;
import org.limpid.experiment.adaptation.RulesComparison;
import org.limpid.experiment.adaptation.RulesText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "rules",
    customSynopsis = "limpid adapt rules --trainings=FILE [OPTIONS]",
    description = {
      "Learn rules that say where a network should grow, from recorded trainings, and compare them"
          + " in scenarios that they have not seen.",
      "With --policies networks are compared as well."
    },
    footer = {
      "%nExamples:",
      "  limpid adapt rules --trainings trainings.csv",
      "  limpid adapt rules --trainings trainings.csv --policies policies.csv --vocabulary"
          + " vocabulary.json --embeddings embeddings_18x16.f32le"
    })
final class AdaptRulesCommand extends CommandInSession {
  @Option(
      names = "--trainings",
      required = true,
      paramLabel = "FILE",
      description = "Recorded trainings: a CSV file, all sequences of actions of each scenario.")
  private Path trainings;

  @Option(
      names = "--policies",
      paramLabel = "FILE",
      description = "Networks to compare with: a CSV file, with their weights beside it.")
  private Optional<Path> policies;

  @Option(
      names = "--vocabulary",
      paramLabel = "FILE",
      description = "With --policies: identifiers of layers, a JSON object.")
  private Optional<Path> vocabulary;

  @Option(
      names = "--embeddings",
      paramLabel = "FILE",
      description = "With --policies: numbers for each identifier.")
  private Optional<Path> embeddings;

  @Option(
      names = "--depth",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Most conditions of a rule (${DEFAULT-VALUE}).")
  private int depth = GrowthRules.DEPTH;

  @Option(names = "--json", description = "Print rules and comparison as JSON.")
  private boolean json;

  @Override
  public void run() {
    require(
        policies.isPresent() == vocabulary.isPresent()
            && policies.isPresent() == embeddings.isPresent(),
        "--policies, --vocabulary and --embeddings go together");
    List<Scenario> scenarios = TrainingsFile.read(trainings);
    List<ListedPolicy> networks =
        policies
            .map(list ->
                PoliciesFile.read(
                    list, vocabulary.orElseThrow(), embeddings.orElseThrow(), scenarios))
            .orElse(List.of());
    RulesComparison comparison = RulesComparison.of(scenarios, depth, networks);
    printPage(
        json,
        () -> Json.text(RulesText.json(comparison)),
        List.of(),
        () -> RulesText.page(comparison));
  }
}
