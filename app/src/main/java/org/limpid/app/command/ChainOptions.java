package org.limpid.app.command;

import java.nio.file.Path;
import org.limpid.experiment.chain.ChainRequest;
import org.limpid.experiment.chain.GapPrice;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say in which windows of a log chains are looked at. */
final class ChainOptions {
  /** Those without the size of a chain. */
  static final class Windows {
    @Mixin private SharedOptions.DataSet data;

    @Option(
        names = "--windows",
        required = true,
        paramLabel = "N",
        converter = WholeNumber.FromOne.class,
        description = "Windows of the log; each begins four hours after the one before.")
    private int windows;

    @Option(
        names = "--from",
        required = true,
        paramLabel = "T",
        description =
            "Start of the first window: 2023-03-01, 2023-03-01T04:00, or seconds since the data"
                + " set's origin.")
    private String from;

    @Mixin private SharedOptions.Threads threads;

    /** Chains of so many nodes in these windows. */
    ChainRequest value(int nodes) {
      return new ChainRequest(data.folder(), windows, from, nodes, threads.value());
    }
  }

  /** Which model says when to submit. */
  static final class ChosenModel {
    @Option(
        names = "--models",
        required = true,
        paramLabel = "MODELS",
        description = "Folder that 'limpid chain train' made.")
    private Path models;

    @Option(
        names = "--gap-price",
        paramLabel = "P",
        converter = Converters.PriceOfGaps.class,
        description =
            "What an hour's gap costs if an hour's overlap costs 1; chooses the model"
                + " (${DEFAULT-VALUE}).")
    private GapPrice price = new GapPrice(2);

    /** Folder that 'limpid chain train' made. */
    Path folder() {
      return models;
    }

    GapPrice price() {
      return price;
    }
  }

  @Mixin private Windows windows;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Nodes of each job of a chain (${DEFAULT-VALUE}).")
  private int nodes = 1;

  ChainRequest value() {
    return windows.value(nodes);
  }
}
