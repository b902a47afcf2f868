package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.experiment.chain.ChainRequest;
import org.limpid.experiment.chain.ChainTraining;
import org.limpid.experiment.chain.GapPrice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    customSynopsis = "limpid chain train --data=DIR --windows=N --from=T --out=OUT [OPTIONS]",
    description = {
      "Train readable models of how long the second of two chained jobs will wait.",
      "A model predicts the quantile of the wait that its price of a gap makes the cheapest; it is"
          + " calibrated on windows that it was not trained on. 'limpid model explain' shows it."
    },
    footer = {
      "%nExample:",
      "  limpid chain train --data ls6-76 --windows 684 --from 2022-11-01 --nodes 1,8 --out models"
    })
final class ChainTrainCommand extends CommandInSession {
  @Mixin private ChainOptions.Windows options;

  @Option(
      names = "--nodes",
      paramLabel = "N,...",
      split = ",",
      converter = WholeNumber.FromOne.class,
      description = "Nodes of each job of a chain, which every model knows (${DEFAULT-VALUE}).")
  private List<Integer> nodes = List.of(1);

  @Option(
      names = "--moments",
      paramLabel = "N",
      converter = WholeNumber.OfMoments.class,
      description =
          "Submissions per window, at equal distances while the first job runs (${DEFAULT-VALUE}).")
  private int moments = 13;

  @Option(
      names = "--gap-price",
      paramLabel = "P,...",
      split = ",",
      converter = Converters.PriceOfGaps.class,
      description =
          "What an hour's gap costs if an hour's overlap costs 1; a model for each"
              + " (${DEFAULT-VALUE}).")
  private List<GapPrice> prices = List.of(new GapPrice(2));

  @Option(
      names = "--learner",
      paramLabel = "NAME,...",
      split = ",",
      description =
          "Who learns: glass-box, and learners of optional modules that keep files. Default:"
              + " glass-box.")
  private List<String> learners = List.of("glass-box");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "OUT",
      description = "Folder for models and samples, new or empty.")
  private Path out;

  @Option(names = "--overwrite", description = "Replace older models in that folder.")
  private boolean overwrite;

  @Override
  public void run() {
    ChainRequest request = options.value(nodes.getFirst());
    long count =
        ChainTraining.run(
            request,
            new ChainTraining.Options(nodes, moments, prices, learners, out, overwrite),
            session().reporter(false));
    session().notice("%,d samples and the models are in %s.".formatted(count, out));
  }
}
