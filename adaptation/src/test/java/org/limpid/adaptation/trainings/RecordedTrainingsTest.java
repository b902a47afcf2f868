package org.limpid.adaptation.trainings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.adaptation.SharedFiles;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.Problems;

/** What is known of the trainings that the artifact recorded. */
final class RecordedTrainingsTest {
  private enum Column {
    SCENARIO,
    SEQUENCE,
    EPOCH,
    TEST_ACCURACY,
    ACTION
  }

  /** The epochs of one training: how many there are, and the accuracy after the last. */
  private record Epochs(int count, double accuracy) {}

  @ParameterizedTest
  @CsvSource({
    "early2,           1 1 0, .7391, .6221, 60, .6895, .5954",
    "early_middle2,    1 1 1, .7388, .6046, 62, .6814, .5982",
    "middle2,          0 1 0, .7348, .6045, 60, .6690, .5681",
    "middle_late2,     0 1 1, .7016, .5775, 62, .6482, .5631",
    "late2,            0 1 1, .6827, .5912, 50, .6189, .5148",
    "early3_v2,        3 1 0, .4190, .3079, 63, .3627, .3024",
    "early_middle3_v2, 0 0 0, .4215, .3607, 59, .3906, .3391",
    "middle3_v2,       2 0 2, .4092, .3249, 52, .3429, .3043",
    "middle_late3_v2,  0 3 0, .4098, .3585, 54, .3777, .3114",
    "late3_v2,         0 0 2, .3707, .2950, 62, .3178, .2200"
  })
  void bestNoneMeanAndWorst(
      String name,
      String best,
      double bestAccuracy,
      double none,
      int noneRank,
      double mean,
      double worst) {
    Scenario scenario = SharedFiles.scenario("simulation_" + name);
    List<ActionSequence> ranking = scenario.ranking();
    assertEquals(best, ranking.getFirst().toString());
    assertEquals(bestAccuracy, scenario.accuracy(ranking.getFirst()));
    assertEquals(none, scenario.accuracy(ActionSequence.NOTHING));
    assertEquals(noneRank, scenario.rank(ActionSequence.NOTHING));
    assertEquals(worst, scenario.accuracy(ranking.getLast()));
    assertEquals(
        mean, ranking.stream().mapToDouble(scenario::accuracy).average().orElseThrow(), 5e-5);
  }

  /** Whole epochs that a budget leaves, by the start of the scenario. */
  @ParameterizedTest
  @CsvSource({
    "early, 26, 30, 328.8, 330",
    "early_middle, 20, 23, 258.8, 260",
    "middle, 15, 18, 198.6, 200",
    "middle_late, 10, 12, 128.8, 130",
    "late, 5, 6, 68.8, 70"
  })
  void epochsAgreeWithTrainings(String start, int fewest, int most, double least, double longest) {
    Map<String, Epochs> epochs = epochs();
    assertEquals(640, epochs.size());
    for (String version : List.of("2", "3_v2")) {
      Scenario scenario = SharedFiles.scenario("simulation_" + start + version);
      for (ActionSequence sequence : ActionSequence.all()) {
        Epochs found = epochs.get(start + version + " " + sequence.toString().replace(" ", ""));
        assertEquals(scenario.accuracy(sequence), found.accuracy());
        assertTrue(found.count() >= fewest && found.count() <= most, found::toString);
        Training training = scenario.trainings().get(sequence.index());
        double left = training.secondsLeft().getFirst();
        assertTrue(left >= least && left <= longest, training::toString);
        assertEquals(400, training.totalSeconds());
      }
    }
  }

  /** Also checks that the actions are those of the sequence, and to do nothing after it. */
  private static Map<String, Epochs> epochs() {
    Map<String, Epochs> epochs = new HashMap<>();
    Problems problems = new Problems();
    CsvSchema schema = CsvSchema.of(List.of(Column.values()), List.of()).ignoringOthers();
    CsvInput.read(SharedFiles.data("epochs.csv.gz"), schema, problems, row -> add(row, epochs));
    problems.throwIfAny();
    return epochs;
  }

  private static void add(CsvRow row, Map<String, Epochs> epochs) {
    String sequence = row.text(Column.SEQUENCE);
    String training = row.text(Column.SCENARIO) + " " + sequence;
    int epoch = (int) row.wholeNumber(Column.EPOCH, 0, 100, "");
    int before = epochs.containsKey(training) ? epochs.get(training).count() : 0;
    assertEquals(before, epoch);
    String action = epoch < sequence.length() ? sequence.substring(epoch, epoch + 1) : "3";
    assertEquals(action, row.text(Column.ACTION));
    epochs.put(training, new Epochs(epoch + 1, row.number(Column.TEST_ACCURACY, 0, 1, "")));
  }
}
