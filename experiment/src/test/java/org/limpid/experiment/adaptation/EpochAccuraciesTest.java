package org.limpid.experiment.adaptation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.adaptation.trainings.TrainingsFile;
import org.limpid.files.DataException;

final class EpochAccuraciesTest {
  private static final Scenario SCENARIO = MadeTrainings.scenario("simulation_a2", 70, _ -> .5);

  @TempDir private Path folder;

  private Path epochs(int sequences) throws IOException {
    StringBuilder text = new StringBuilder("scenario,sequence,epoch,seconds,test_accuracy\n");
    for (ActionSequence each : ActionSequence.all().subList(0, sequences)) {
      String digits = each.toString().replace(" ", "");
      text.append("a2,%s,0,11.5,0.4\na2,%s,1,23,0.3%d\n".formatted(digits, digits, each.index()));
    }
    return Files.writeString(folder.resolve("epochs.csv"), text);
  }

  /** Epochs end after 11.5 and 23 s, with .4 and .3 and the index behind it: 0 0 2 has .32. */
  @Test
  void theLastWholeEpochCounts() throws IOException {
    EpochAccuracies accuracies = EpochAccuracies.read(epochs(64), List.of(SCENARIO));
    ActionSequence sequence = ActionSequence.of(0, 0, 2);
    assertEquals(.4, accuracies.start(SCENARIO));
    assertEquals(.4, accuracies.after(SCENARIO, sequence, 0));
    assertEquals(.4, accuracies.after(SCENARIO, sequence, 22.9));
    assertEquals(.32, accuracies.after(SCENARIO, sequence, 23));
    assertEquals(.32, accuracies.after(SCENARIO, sequence, 1000));
  }

  @Test
  void allSequencesMustBeThere() throws IOException {
    Path file = epochs(63);
    DataException failure =
        assertThrows(DataException.class, () -> EpochAccuracies.read(file, List.of(SCENARIO)));
    assertTrue(failure.getMessage().contains("3 3 3 are not there"), failure.getMessage());
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.csv"), "scenario,sequence,seconds,test_accuracy\na2,4,1,0.5\n");
    DataException digits =
        assertThrows(DataException.class, () -> EpochAccuracies.read(wrong, List.of(SCENARIO)));
    assertTrue(digits.getMessage().contains("three digits of 0..3"), digits.getMessage());
  }

  /** What is made up agrees with itself: the accuracy of a training is that of its last epoch. */
  @Test
  void generatedTablesAgree() throws IOException {
    TrainingGenerator.make(folder.resolve("made"), false, 5);
    TrainingGenerator.make(folder.resolve("again"), false, 5);
    Path made = folder.resolve("made");
    for (String name : List.of(TrainingGenerator.TRAININGS, TrainingGenerator.EPOCHS)) {
      assertArrayEquals(
          Files.readAllBytes(made.resolve(name)),
          Files.readAllBytes(folder.resolve("again").resolve(name)));
    }
    List<Scenario> scenarios = TrainingsFile.read(made.resolve(TrainingGenerator.TRAININGS));
    assertEquals(10, scenarios.size());
    EpochAccuracies accuracies =
        EpochAccuracies.read(made.resolve(TrainingGenerator.EPOCHS), scenarios);
    for (Scenario scenario : scenarios) {
      for (ActionSequence sequence : ActionSequence.all()) {
        double left = scenario.before(sequence, 0).secondsLeft().getFirst();
        assertEquals(
            scenario.accuracy(sequence),
            accuracies.after(scenario, sequence, left),
            sequence::toString);
      }
    }
  }
}
