package org.limpid.experiment.adaptation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.data.generate.RandomStream;
import org.limpid.data.io.CsvTable;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;

/**
 * Makes up trainings of networks that grow, for those who have no recorded ones: ten scenarios with
 * all sequences of actions, and their epochs. Each epoch closes a part of the gap between the
 * accuracy and a limit. A block lifts the limit, the less the more stand there; takes some accuracy
 * at first; and makes epochs longer. Measured accuracies scatter. The numbers were chosen to look
 * like the published trainings, and say nothing about real networks.
 */
public final class TrainingGenerator {
  /** The file of trainings. */
  public static final String TRAININGS = "trainings.csv";

  /** The file of epochs. */
  public static final String EPOCHS = "epochs.csv";

  /** How the folder is marked. */
  public static final String KIND = "trainings of growing networks";

  private static final double BUDGET_SECONDS = 400;
  private static final List<String> NAMES =
      List.of("early", "early_middle", "middle", "middle_late", "late");
  private static final double[] GROWTH_BEGINS = {70, 140, 200, 270, 330};

  /** Of the gap to the limit, what an epoch closes. */
  private static final double PART_OF_GAP = 0.09;

  private static final double EPOCH_SECONDS = 10.9;

  /** What a block adds to an epoch, by place. */
  private static final double[] BLOCK_SECONDS = {0.55, 0.45, 0.1};

  /** What the second and third block at a place are worth, of the first. */
  private static final double[] WORTH = {1, 0.5, 0.2};

  /** What a new block takes at first. */
  private static final double DIP = 0.012;

  /** Measured accuracies lie so far from the true ones at most. */
  private static final double SCATTER = 0.015;

  private static final List<TableColumn> TRAINING_COLUMNS =
      List.of(
          TableColumn.ofTexts("folder"),
          TableColumn.ofLongs("a1"),
          TableColumn.ofLongs("a2"),
          TableColumn.ofLongs("a3"),
          TableColumn.ofTexts("timeleft1"),
          TableColumn.ofTexts("timeleft2"),
          TableColumn.ofTexts("timeleft3"),
          TableColumn.ofTexts("total"),
          TableColumn.ofTexts("acc"));

  private static final List<TableColumn> EPOCH_COLUMNS =
      List.of(
          TableColumn.ofTexts("scenario"),
          TableColumn.ofTexts("sequence"),
          TableColumn.ofLongs("epoch"),
          TableColumn.ofTexts("seconds"),
          TableColumn.ofTexts("test_accuracy"));

  /**
   * A network.
   *
   * @param start accuracy at 70 s
   * @param startGain what it gains until 330 s
   * @param span from the start to the limit without growth
   * @param blocks what the first block behind each place lifts the limit by
   */
  private record Kind(int number, double start, double startGain, double span, double[] blocks) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind(2, .55, .06, .08, new double[] {.06, .075, -.01}),
          new Kind(3, .29, .03, .03, new double[] {.045, .01, .02}));

  private final long seed;
  private final List<Made> trainings = new ArrayList<>();

  /** A training: the end and the accuracy of each epoch. */
  private record Made(
      String scenario, double left, ActionSequence sequence, List<double[]> epochs) {}

  private TrainingGenerator(long seed) {
    this.seed = seed;
    for (Kind kind : KINDS) {
      for (int i = 0; i < NAMES.size(); i++) {
        for (ActionSequence sequence : ActionSequence.all()) {
          trainings.add(training(kind, i, sequence));
        }
      }
    }
  }

  /**
   * Makes a folder with both files. Either both are there in the end, or none.
   *
   * @throws org.limpid.files.DataException if it can't be written
   */
  public static void make(Path out, boolean overwrite, long seed) {
    try (AtomicFolder folder = AtomicFolder.begin(out, KIND, overwrite)) {
      write(folder.path(), seed);
      folder.commit();
    }
  }

  /** Writes both files into a folder that is there. */
  static void write(Path folder, long seed) {
    TrainingGenerator made = new TrainingGenerator(seed);
    AtomicFiles.write(folder.resolve(TRAININGS), made::writeTrainings);
    AtomicFiles.write(folder.resolve(EPOCHS), made::writeEpochs);
  }

  private Made training(Kind kind, int place, ActionSequence sequence) {
    double left = BUDGET_SECONDS - GROWTH_BEGINS[place];
    RandomStream random =
        new RandomStream(
            seed, (kind.number() * NAMES.size() + place) * ActionSequence.COUNT + sequence.index());
    int[] behind = new int[ActionSequence.ACTIONS];
    double accuracy = kind.start() + kind.startGain() * place / (NAMES.size() - 1.0);
    double limit = kind.start() + kind.span() + kind.startGain();
    double seconds = 0;
    List<double[]> epochs = new ArrayList<>();
    while (true) {
      if (epochs.size() < ActionSequence.LENGTH) {
        int action = sequence.action(epochs.size());
        limit += worth(kind, action, behind[action]++);
        accuracy -= action == ActionSequence.ACTIONS - 1 ? 0 : DIP;
      }
      seconds += epochSeconds(behind);
      if (seconds > left) {
        return new Made(NAMES.get(place) + kind.number(), left, sequence, epochs);
      }
      accuracy += PART_OF_GAP * (limit - accuracy);
      epochs.add(new double[] {seconds, accuracy + SCATTER * (2 * random.uniform() - 1)});
    }
  }

  private static double worth(Kind kind, int action, int before) {
    return action == ActionSequence.ACTIONS - 1 ? 0 : kind.blocks()[action] * WORTH[before];
  }

  private static double epochSeconds(int[] behind) {
    return EPOCH_SECONDS
        + IntStream.range(0, BLOCK_SECONDS.length)
            .mapToDouble(i -> BLOCK_SECONDS[i] * behind[i])
            .sum();
  }

  private void writeTrainings(OutputStream out) throws IOException {
    new CsvTable().write(out, TRAINING_COLUMNS, rows -> trainings.forEach(each -> row(rows, each)));
  }

  /** Decisions fall at the begin and after the first and second epoch. */
  private static void row(TableRows rows, Made made) {
    rows.value(made.scenario());
    for (int step = 0; step < ActionSequence.LENGTH; step++) {
      rows.value(made.sequence().action(step));
    }
    for (int step = 0; step < ActionSequence.LENGTH; step++) {
      double passed = step == 0 ? 0 : made.epochs().get(step - 1)[0];
      rows.value(fixed(made.left() - passed, 3));
    }
    rows.value(fixed(BUDGET_SECONDS, 0)).value(fixed(made.epochs().getLast()[1], 4)).endRow();
  }

  private void writeEpochs(OutputStream out) throws IOException {
    new CsvTable()
        .write(out, EPOCH_COLUMNS, rows -> trainings.forEach(each -> epochRows(rows, each)));
  }

  private static void epochRows(TableRows rows, Made made) {
    for (int i = 0; i < made.epochs().size(); i++) {
      rows.value(made.scenario())
          .value(made.sequence().toString().replace(" ", ""))
          .value(i)
          .value(fixed(made.epochs().get(i)[0], 3))
          .value(fixed(made.epochs().get(i)[1], 4))
          .endRow();
    }
  }

  private static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
