package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.data.io.CsvOutput;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.json.ModelJson;
import org.limpid.reference.mirage.ChainMoment;
import org.limpid.simulation.run.InputProblem;

/** Trains readable models of how long the second job of a chain will wait, one per price. */
public final class ChainTraining {
  /** Kind of the folder. */
  private static final String KIND = "chain models";

  private ChainTraining() {}

  /**
   * What is trained.
   *
   * @param nodes sizes of chains that one model knows, each from 1
   * @param moments submissions per window and size, from 2
   * @param prices of gaps, a model for each
   * @param out folder to make
   * @param overwrite whether it may replace an older one
   */
  public record Options(
      List<Integer> nodes, int moments, List<GapPrice> prices, Path out, boolean overwrite) {
    public Options {
      nodes = nodes.stream().distinct().sorted().toList();
      prices = prices.stream().distinct().toList();
      if (nodes.isEmpty() || prices.isEmpty() || moments < 2) {
        throw new IllegalArgumentException(
            "expected sizes, prices and 2 moments or more, found %s, %s and %d"
                .formatted(nodes, prices, moments));
      }
    }
  }

  /**
   * Makes the samples and trains the models. Either all files are there in the end, or none.
   *
   * @param request the windows; its nodes are not looked at
   * @return how many samples there are
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws InputProblem if the data can't serve
   */
  public static long run(ChainRequest request, Options options, Reporter reporter) {
    if (request.windows() < WaitTrainer.FEWEST_WINDOWS) {
      throw new InputProblem(
          "A model is calibrated on windows that it has not seen: expected %d windows or more, found %d. Maybe give more with --windows."
              .formatted(WaitTrainer.FEWEST_WINDOWS, request.windows()));
    }
    try (AtomicFolder folder = AtomicFolder.begin(options.out(), KIND, options.overwrite())) {
      ChainWindows windows = ChainWindows.read(request.withNodes(options.nodes().getLast()));
      List<WaitTrainer.Sample> samples = samples(request, options, reporter);
      write(folder.path().resolve("samples.csv"), samples, windows);
      WaitTrainer trainer = new WaitTrainer(windows.origin(), request.threads());
      reporter.begin("Training models", options.prices().size());
      for (GapPrice price : options.prices()) {
        EbmModel model = trainer.train(samples, request.windows(), price.quantile());
        AtomicFiles.write(
            folder.path().resolve(price.fileName()), out -> ModelJson.write(model, out));
        reporter.advance(1);
      }
      reporter.end();
      folder.commit();
      return samples.size();
    }
  }

  private static List<WaitTrainer.Sample> samples(
      ChainRequest request, Options options, Reporter reporter) {
    List<WaitTrainer.Sample> samples = new ArrayList<>();
    for (int nodes : options.nodes()) {
      ChainWindows.read(request.withNodes(nodes))
          .forEach(
              window -> window.waits(options.moments()),
              (index, waits) ->
                  waits.forEach(wait -> samples.add(new WaitTrainer.Sample(index, wait))),
              reporter);
    }
    return samples;
  }

  private static void write(Path file, List<WaitTrainer.Sample> samples, ChainWindows windows) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.field("index").field("time");
            ChainFeature.names().forEach(csv::field);
            csv.field(WaitTrainer.TARGET).endRow();
            for (WaitTrainer.Sample sample : samples) {
              ChainMoment moment = sample.waited().moment();
              csv.field(sample.window()).field(windows.text(moment.second()));
              for (ChainFeature feature : ChainFeature.values()) {
                csv.field(feature.of(moment, windows.origin()));
              }
              csv.field(sample.waited().waitSeconds() / 3600.0).endRow();
            }
          }
        });
  }
}
