package org.limpid.adaptation.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.adaptation.MadeUp;
import org.limpid.adaptation.SharedFiles;
import org.limpid.adaptation.course.CourseRequest.LearningFiles;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.files.Problem;

final class DataCheckTest {
  @TempDir private Path folder;
  private LearningFiles files;
  private List<String> epochs;

  @BeforeEach
  void write() throws IOException {
    files = MadeUp.write(folder, "simulation_early2", "late3");
    epochs = epochs();
  }

  /** Five epochs of each training; the last accuracy is that of the table. */
  private List<String> epochs() {
    List<String> rows = new ArrayList<>();
    rows.add("scenario,sequence,epoch,seconds,train_accuracy,test_accuracy,epoch_seconds,action");
    for (String row : MadeUp.trainings("early2", "late3").stream().skip(1).toList()) {
      String[] fields = row.split(",");
      String sequence = fields[1] + fields[2] + fields[3];
      for (int epoch = 0; epoch < 5; epoch++) {
        rows.add(
            "%s,%s,%d,%d,.5,%s,11,%s"
                .formatted(
                    fields[0],
                    sequence,
                    epoch,
                    12 + 12 * epoch,
                    epoch == 4 ? fields[8] : ".4",
                    epoch < ActionSequence.LENGTH ? sequence.substring(epoch, epoch + 1) : "3"));
      }
    }
    return rows;
  }

  private DataCheck check() throws IOException {
    return DataCheck.of(files, Optional.of(Files.write(folder.resolve("epochs.csv"), epochs)));
  }

  private static String texts(DataCheck check) {
    return check.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void goodFilesHaveNoProblems() throws IOException {
    DataCheck check = check();
    assertEquals("", texts(check));
    assertEquals(2, check.scenarios().size());
  }

  /**
   * Line 3 is 0 0 1 of early2, whose accuracy is .511. Where it can't be read, the sequence is
   * missing as well, which comes after it.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          330.0,318.5,307.0,400 | 340.0,328.5,317.0,400 | timeleft1 | about 330.0 s left | 340.0
          330.0,318.5,307.0,400 | 330.0,318.5,318.5,400 | timeleft3 | less time left     | 318.5
          330.0,318.5,307.0,400 | 330.0,318.5,290.0,400 | timeleft3 | about 11.5 s bet   | 290.0
          330.0,318.5,307.0,400 | 330.0,318.5,307.0,401 | total     | budget 400.0 s     | 401.0
          330.0,318.5,307.0,400 | 330.0,31x.5,307.0,400 | timeleft2 | expected a         | 31x.5
          0.511                 | 1.0                   | acc       | at most 0.9999     | 1.0
          """)
  void rowsAreComparedWithTheirScenario(
      String old, String replacement, String column, String message, String value)
      throws IOException {
    List<String> rows = MadeUp.trainings("simulation_early2", "late3");
    assertTrue(rows.get(2).contains(old));
    rows.set(2, rows.get(2).replace(old, replacement));
    Files.write(files.trainings(), rows);
    String text = texts(check()).lines().findFirst().orElseThrow();
    assertTrue(text.contains("trainings.csv:3: " + column + ": "), text);
    assertTrue(text.contains(message), text);
    assertTrue(text.contains("'" + value + "'"), text);
  }

  @Test
  void missingSequencesAreNamed() throws IOException {
    List<String> rows = MadeUp.trainings("simulation_early2", "late3");
    rows.remove(2);
    Files.write(files.trainings(), rows);
    assertTrue(texts(check()).contains("found 63, and 0 0 1 is not there"), texts(check()));
  }

  /** Line 5 has epoch 3 of 0 0 0 of early2, line 6 the last one. */
  @ParameterizedTest
  @CsvSource({
    "5, '3,48,.5,.4,11,3', '3,48,.5,.4,11,2', action",
    "3, '1,24,.5,.4,11,0', '1,24,.5,.4,11,1', action",
    "5, '3,48', '3,36', seconds",
    "5, ',3,48', ',4,48', epoch",
    "6, 0.500, 0.499, test_accuracy",
    "6, 0.500, 49.9, test_accuracy",
    "6, 'early2,000', 'early2,004', sequence",
    "6, early2, earliest2, scenario"
  })
  void epochsAreComparedWithTheTable(int line, String old, String replacement, String column)
      throws IOException {
    String row = epochs.get(line - 1);
    assertTrue(row.contains(old), row);
    epochs.set(line - 1, row.replace(old, replacement));
    String text = texts(check());
    assertEquals(1, text.lines().count(), text);
    assertTrue(text.contains("epochs.csv:%d: %s: ".formatted(line, column)), text);
  }

  @Test
  void trainingsWithoutEpochsAreNamed() throws IOException {
    epochs.removeIf(row -> row.startsWith("late3,333"));
    String text = texts(check());
    assertTrue(text.contains("expected about 5 epochs of 3 3 3 of late3, found 0"), text);
  }

  @Test
  void layersThatAreMissingAreNamed() throws IOException {
    String vocabulary = MadeUp.vocabulary().replace("\"ReLU()\"", "\"Relu()\"");
    Files.writeString(files.vocabulary(), vocabulary);
    String text = texts(check());
    assertEquals(1, text.lines().count(), text);
    assertTrue(text.contains("expected the layer 'ReLU()'"), text);
  }

  /** 18 rows of embeddings; of 11 layers two share one. */
  @Test
  void whatIsHardlyMeantIsAWarning() throws IOException {
    String vocabulary = MadeUp.vocabulary();
    int layers = (int) vocabulary.chars().filter(c -> c == ':').count();
    Files.writeString(
        files.vocabulary(), vocabulary.replace("\": %d\n".formatted(layers - 1), "\": 0\n"));
    List<String> warnings = check().warnings();
    assertEquals(2, warnings.size(), warnings::toString);
    assertTrue(warnings.getFirst().contains("identifier 0"), warnings::toString);
    assertTrue(
        warnings.getLast().startsWith("%d of 18 rows".formatted(18 - layers + 1)),
        warnings::toString);
  }

  /** As published: identifiers 9, 10 and 11 are shared, and rows 13 to 17 are left over. */
  @Test
  void thePublishedFilesAreFine() {
    DataCheck check =
        DataCheck.of(
            new LearningFiles(
                SharedFiles.data("trainings.csv"),
                SharedFiles.data("vocabulary.json"),
                SharedFiles.data("embeddings_18x16.f32le")),
            Optional.of(SharedFiles.data("epochs.csv.gz")));
    assertEquals("", texts(check));
    assertEquals(10, check.scenarios().size());
    assertEquals(4, check.warnings().size(), check.warnings()::toString);
    assertTrue(RecordedTable.page(check.scenarios()).toString().contains("simulation_late3_v2"));
  }
}
