package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.adaptation.learning.EvaluationTable;
import org.limpid.adaptation.learning.GreedyEvaluation;
import org.limpid.adaptation.policy.Embeddings;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.TrainingsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "evaluate",
    customSynopsis =
        "limpid adapt evaluate --trainings=FILE --vocabulary=FILE --embeddings=FILE --weights=FILE"
            + " --manifest=FILE --out=OUT [OPTIONS]",
    description = {
      "Ask a policy how to grow a network in each recorded scenario, and show what that reached.",
      "The policy takes its most probable action at each of three decisions."
    },
    footer = {
      "%nExample:",
      "  limpid adapt evaluate --trainings trainings.csv --vocabulary vocabulary.json --embeddings"
          + " embeddings_18x16.f32le --weights early_learn2.f32le --manifest early_learn2.json"
          + " --out evaluation.csv"
    })
final class AdaptEvaluateCommand extends CommandInSession {
  @Mixin private AdaptOptions inputs;

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "Weights of the policy, as little-endian 32-bit floating point.")
  private Path weights;

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "FILE",
      description = "Where in the weights each tensor stands: a JSON array.")
  private Path manifest;

  @Mixin private SharedOptions.MadeFile file;

  @Override
  public void run() {
    file.value()
        .check(inputs.trainings(), inputs.vocabulary(), inputs.embeddings(), weights, manifest);
    Embeddings table = Embeddings.read(inputs.embeddings());
    List<GreedyEvaluation> evaluations =
        GreedyEvaluation.ofAll(
            PolicyNetwork.read(weights, manifest, table),
            Vocabulary.read(inputs.vocabulary(), table),
            TrainingsFile.read(inputs.trainings()));
    file.value().write(out -> EvaluationTable.write(out, evaluations));
    session().result(EvaluationTable.page(evaluations));
    session().notice("The evaluation is in %s.".formatted(file.path()));
  }
}
