package org.limpid.app.command;

import java.util.Optional;
import org.limpid.experiment.chain.ChainRequest;
import org.limpid.experiment.chain.ChainWhy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "why",
    customSynopsis = "limpid chain why --data=DIR --models=MODELS --from=T [OPTIONS]",
    description = {
      "Say why a readable model submits the second of two chained jobs when it does, or not yet.",
      "Shows what each feature adds to the predicted wait."
    },
    footer = {
      "%nExample:",
      "  limpid chain why --data ls6-76 --models models --from 2023-03-04T16:00 --nodes 8"
    })
final class ChainWhyCommand extends CommandInSession {
  @Mixin private SharedOptions.DataSet data;

  @Mixin private ChainOptions.ChosenModel model;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "T",
      description = "Start of the window: 2023-03-01, 2023-03-01T04:00, or seconds.")
  private String from;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Nodes of each job of the chain (${DEFAULT-VALUE}).")
  private int nodes = 1;

  @Option(
      names = "--at",
      paramLabel = "T",
      description = "The first decision from this time on, instead of the last one.")
  private Optional<String> at;

  @Option(names = "--json", description = "Print the answer as JSON.")
  private boolean json;

  @Override
  public void run() {
    ChainRequest request = new ChainRequest(data.folder(), 1, from, nodes, 1);
    ChainWhy.Answer answer = ChainWhy.run(request, model.folder(), model.price(), at);
    if (json) {
      session().json(answer.json());
    } else {
      session().result(answer.text());
    }
  }
}
