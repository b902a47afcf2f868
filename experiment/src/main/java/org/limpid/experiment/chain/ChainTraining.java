package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.util.List;
import org.limpid.data.io.CsvOutput;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.reference.mirage.ChainMoment;
import org.limpid.simulation.run.InputProblem;

/** Trains models of how long the second job of a chain will wait, one per learner and price. */
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
   * @param learners names of those that learn, one or more
   * @param out folder to make
   * @param overwrite whether it may replace an older one
   */
  public record Options(
      List<Integer> nodes,
      int moments,
      List<GapPrice> prices,
      List<String> learners,
      Path out,
      boolean overwrite) {
    public Options {
      nodes = nodes.stream().distinct().sorted().toList();
      prices = prices.stream().distinct().toList();
      learners = List.copyOf(learners);
      if (nodes.isEmpty() || prices.isEmpty() || learners.isEmpty() || moments < 2) {
        throw new IllegalArgumentException(
            "expected sizes, prices, learners and 2 moments or more, found %s, %s, %s and %d"
                .formatted(nodes, prices, learners, moments));
      }
    }
  }

  /**
   * Makes the samples and trains the models. Either all files are there in the end, or none.
   *
   * @param request the windows; its nodes are not looked at
   * @return how many samples there are
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws InputProblem if the data can't serve, or a learner is unknown or keeps no files
   */
  public static long run(ChainRequest request, Options options, Reporter reporter) {
    List<ChainLearner> learners = LearnerChoice.named(options.learners());
    learners.forEach(ChainTraining::requireFiles);
    TaughtLessons.requireWindows(request.windows());
    try (AtomicFolder folder = AtomicFolder.begin(options.out(), KIND, options.overwrite())) {
      ChainWindows windows = ChainWindows.read(request.withNodes(options.nodes().getLast()));
      List<ChainLesson> lessons =
          TaughtLessons.of(request, options.nodes(), options.moments(), learners, reporter);
      write(folder.path().resolve("samples.csv"), lessons, windows);
      reporter.begin("Training models", (long) options.prices().size() * learners.size());
      for (GapPrice price : options.prices()) {
        ChainLessons taught =
            new ChainLessons(
                lessons, request.windows(), price, windows.origin(), request.threads());
        for (ChainLearner learner : learners) {
          learner
              .learn(taught)
              .write(folder.path().resolve(LearnerChoice.fileName(learner, price)));
          reporter.advance(1);
        }
      }
      reporter.end();
      folder.commit();
      return lessons.size();
    }
  }

  private static void requireFiles(ChainLearner learner) {
    if (!learner.keepsFiles()) {
      throw new InputProblem(
          "Models of %s aren't kept in files. Maybe compare it by 'limpid chain report', which trains and validates in one."
              .formatted(learner.name()));
    }
  }

  private static void write(Path file, List<ChainLesson> lessons, ChainWindows windows) {
    AtomicFiles.write(
        file,
        out -> {
          try (CsvOutput csv = new CsvOutput(out)) {
            csv.field("index").field("time");
            ChainFeature.names().forEach(csv::field);
            csv.field(WaitTrainer.TARGET).endRow();
            for (ChainLesson lesson : lessons) {
              ChainMoment moment = lesson.sight().moment();
              csv.field(lesson.window()).field(windows.text(moment.second()));
              for (ChainFeature feature : ChainFeature.values()) {
                csv.field(feature.of(moment, windows.origin()));
              }
              csv.field(lesson.waitHours()).endRow();
            }
          }
        });
  }
}
