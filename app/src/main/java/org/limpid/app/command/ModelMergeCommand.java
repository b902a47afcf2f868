package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.models.tool.ModelMerging;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge",
    customSynopsis = "limpid model merge MODEL MODEL... --out=OUT [OPTIONS]",
    description = {
      "Make one EBM of several that predict the same from the same columns, for example each from"
          + " rows of another place.",
      "Its score is the weighted mean of theirs for every row."
    },
    footer = {
      "%nExamples:",
      "  limpid model merge north.json south.json --out both.json",
      "  limpid model merge old.json new.json --weights 1,3 --out mixed.json"
    })
final class ModelMergeCommand extends CommandInSession {
  @Parameters(
      arity = "2..*",
      paramLabel = "MODEL",
      description = "Models that 'train' wrote, or EBMs that interpret wrote as JSON.")
  private List<Path> models;

  @Option(
      names = "--weights",
      converter = NumberInRange.Positive.class,
      paramLabel = "NUMBER,...",
      description = "How much each model counts. By default as many as the rows it learnt from.")
  private List<CommaList<Double>> weights = List.of();

  @Mixin private SharedOptions.MadeFile output;

  @Override
  public void run() {
    List<Double> counts = CommaList.join(weights);
    require(
        counts.isEmpty() || counts.size() == models.size(),
        "expected a weight for each of %d models, found %d"
            .formatted(models.size(), counts.size()));
    String done = ModelMerging.run(new ModelMerging.Request(models, counts, output.value()));
    session().notice(done);
    session().notice("The merged model is in %s.".formatted(output.path()));
  }
}
