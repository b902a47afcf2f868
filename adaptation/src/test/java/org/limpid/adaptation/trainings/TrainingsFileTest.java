package org.limpid.adaptation.trainings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.files.DataException;

final class TrainingsFileTest {
  private static final String HEADER = "folder,a1,a2,a3,timeleft1,timeleft2,timeleft3,total,acc";

  @TempDir private Path folder;

  /** Accuracies fall from .5 by .001 per sequence, but the last one equals the first. */
  private static List<String> rows(String name, double firstLeft) {
    List<String> rows = new ArrayList<>();
    for (ActionSequence sequence : ActionSequence.all()) {
      int thousandths = sequence.equals(ActionSequence.NOTHING) ? 500 : 500 - sequence.index();
      rows.add(
          "%s,%s,%s,%s,%s,400,0.%03d"
              .formatted(
                  name,
                  sequence.toString().replace(' ', ','),
                  firstLeft,
                  firstLeft - 10,
                  firstLeft - 20 - sequence.index() / 10.0,
                  thousandths));
    }
    return rows;
  }

  private Path write(List<String> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.addAll(rows);
    return Files.write(folder.resolve("trainings.csv"), lines);
  }

  @Test
  void scenariosComeByNetworkAndTimeLeft() throws IOException {
    List<String> rows = new ArrayList<>(rows("early3_v2", 330));
    rows.addAll(rows("late2", 70));
    rows.addAll(rows("early2", 329.5));
    List<Scenario> scenarios = TrainingsFile.read(write(rows));
    assertEquals(
        List.of("early2", "late2", "early3_v2"), scenarios.stream().map(Scenario::name).toList());
  }

  /**
   * The third decision of 1 2 3 is told by 1 2 0, sequence 24; equal accuracies keep their order.
   */
  @Test
  void timesAndRanksOfAScenario() throws IOException {
    Scenario scenario = TrainingsFile.read(write(rows("late2", 70))).getFirst();
    ActionSequence sequence = ActionSequence.of(1, 2, 3);
    assertEquals(70 - 20 - 2.4, scenario.before(sequence, 2).secondsLeft().get(2));
    assertEquals(.473, scenario.accuracy(sequence));
    assertEquals(1, scenario.rank(ActionSequence.of(0, 0, 0)));
    assertEquals(2, scenario.rank(ActionSequence.NOTHING));
    assertEquals(29, scenario.rank(sequence));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          early2,0,0,1,        | early2,0,0,4,        | 3: | a3
          early2,0,0,1,        | early2,0,0,0,        | 3: | once
          early2,0,0,1,        | early7,0,0,1,        | 3: | ends with 2 or 3
          early2,0,0,1,330.0,  | early2,0,0,1,430,     | 3: | timeleft1
          early2,0,0,1,330.0,  | early2,0,0,1,        | 3: | fields
          0.499                | 49.9                 | 3: | percent
          0.499                | NaN                  | 3: | acc
          """)
  void badRowsAreNamed(String old, String replacement, String line, String word)
      throws IOException {
    List<String> rows = rows("early2", 330);
    rows.set(1, rows.get(1).replace(old, replacement));
    Path file = write(rows);
    DataException failure = assertThrows(DataException.class, () -> TrainingsFile.read(file));
    assertTrue(failure.getMessage().contains("trainings.csv:" + line), failure.getMessage());
    assertTrue(failure.getMessage().contains(word), failure.getMessage());
  }

  @Test
  void everySequenceIsNeeded() throws IOException {
    Path cut = write(rows("early2", 330).subList(0, 63));
    String message = assertThrows(DataException.class, () -> TrainingsFile.read(cut)).getMessage();
    assertTrue(message.contains("found 63, and 3 3 3 is not there"), message);
    Path empty = write(List.of());
    assertThrows(DataException.class, () -> TrainingsFile.read(empty));
  }
}
