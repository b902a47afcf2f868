package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.data.Estimates;
import org.limpid.data.Trace;
import org.limpid.estimator.history.RandomTraces;
import org.limpid.files.DataException;

final class WorkloadModelFolderTest {
  private static final LocalDateTime ORIGIN = LocalDateTime.of(2026, 9, 1, 0, 0);
  private static final Trace TRACE = RandomTraces.of(200, 1);
  private static final JobDurationModel MODEL =
      WorkloadEstimator.train(
          WorkloadTrainer.quickEbm(FeatureSet.WITH_PROFILE), TRACE, ORIGIN, TrainingJobs.all());

  @TempDir private Path parent;
  private Path folder;

  @BeforeEach
  void write() {
    folder = parent.resolve("estimator");
    WorkloadModelFolder.write(MODEL, folder);
  }

  @Test
  void aModelThatWasReadGivesTheSameEstimates() {
    JobDurationModel read = WorkloadModelFolder.read(folder);
    assertEquals(MODEL.calibration(), read.calibration());
    assertEquals(MODEL.features(), read.features());
    assertEquals(DurationScale.SECONDS, read.scale());
    assertEquals(MODEL.leftOut(), read.leftOut());
    assertEquals(MODEL.lastSubmission(), read.lastSubmission());
    assertEquals(MODEL.model().provenance(), read.model().provenance());
    Estimates expected = WorkloadEstimator.estimates(MODEL, TRACE, ORIGIN);
    Estimates found = WorkloadEstimator.estimates(read, TRACE, ORIGIN);
    for (int row = 0; row < TRACE.size(); row++) {
      assertEquals(expected.seconds(row), found.seconds(row));
    }
  }

  @Test
  void theSameModelGivesTheSameBytes() throws IOException {
    Path other = parent.resolve("other");
    WorkloadModelFolder.write(WorkloadModelFolder.read(folder), other);
    for (String file : new String[] {"estimator.json", "model.json"}) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(other.resolve(file)));
    }
  }

  @Test
  void anOlderModelIsReplacedButNothingElse() throws IOException {
    WorkloadModelFolder.write(MODEL, folder);
    Path mine = Files.createDirectory(parent.resolve("mine"));
    Files.writeString(mine.resolve("letter.txt"), "dear");
    assertThrows(DataException.class, () -> WorkloadModelFolder.write(MODEL, mine));
  }

  @ParameterizedTest
  @CsvSource({
    "limpid-workload-estimate, something-else, format",
    "with-profile, with-everything, features",
    "longestSeconds, longest, longestSeconds",
    "'\"version\": 2', '\"version\": 3', version",
    "'\"scale\": \"seconds\"', '\"scale\": \"hours\"', scale"
  })
  void changedFilesAreRefusedByName(String what, String replacement, String named)
      throws IOException {
    Path file = folder.resolve("estimator.json");
    String text = Files.readString(file);
    String changed = text.replace(what, replacement).replace(what.replace(" ", ""), replacement);
    assertTrue(!changed.equals(text), text.substring(0, 200));
    Files.writeString(file, changed);
    String message =
        assertThrows(DataException.class, () -> WorkloadModelFolder.read(folder)).getMessage();
    assertTrue(message.contains(named), message);
  }

  @Test
  void aModelOfOtherFeaturesIsRefused() throws IOException {
    Path file = folder.resolve("model.json");
    Files.writeString(file, Files.readString(file).replace("\"CPUs\"", "\"CPUz\""));
    String message =
        assertThrows(DataException.class, () -> WorkloadModelFolder.read(folder)).getMessage();
    assertTrue(message.contains("CPUz") && message.contains("'CPUs'"), message);
  }

  @Test
  void aFolderWithoutModelIsRefused() {
    assertThrows(DataException.class, () -> WorkloadModelFolder.read(parent.resolve("nowhere")));
  }

  @Test
  void aCalibrationThatDoesNotRiseIsRefused() throws IOException {
    Path file = folder.resolve("estimator.json");
    String text = Files.readString(file);
    String flat =
        text.replaceAll("(\"calibrationInputs\": ?)\\[[^\\]]*\\]", "$1[0, 1]")
            .replaceAll("(\"calibrationOutputs\": ?)\\[[^\\]]*\\]", "$1[0, 0]");
    Files.writeString(file, flat);
    String message =
        assertThrows(DataException.class, () -> WorkloadModelFolder.read(folder)).getMessage();
    assertTrue(message.contains("increasing inputs and outputs"), message);
  }
}
