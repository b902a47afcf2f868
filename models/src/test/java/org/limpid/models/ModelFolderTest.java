package org.limpid.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.predictor.ThroughputPreset;

final class ModelFolderTest {
  @TempDir private Path folder;

  @Test
  void modelsThatWereReadAreWrittenAsTheSameBytes() throws InterruptedException, IOException {
    Path data = folder.resolve("data");
    GeneratorOptions options =
        GeneratorOptions.defaults().withJobs(300).withDays(8).withHistoryDays(3);
    TraceGenerator.generate(options, data, false, jobs -> {});
    Path first = folder.resolve("first");
    ModelsTraining.run(
        new ModelsTraining.Request(
            data,
            first,
            false,
            ThroughputPreset.SQUARED,
            new DurationKind(FeatureSet.WITH_PROFILE, DurationForm.READABLE),
            1,
            List.of("limpid", "train")),
        Reporter.SILENT);
    Path second = Files.createDirectory(folder.resolve("second"));
    TrainedModels read = ModelFolder.read(first);
    ModelFolder.write(read, second);
    List<Path> files = filesBelow(first);
    assertTrue(read.predictsPairs());
    assertEquals(12, files.size(), files.toString());
    List<Path> models =
        files.stream().filter(file -> !file.equals(Path.of(HeldOutFile.NAME))).toList();
    assertEquals(models, filesBelow(second));
    for (Path file : models) {
      assertArrayEquals(
          Files.readAllBytes(first.resolve(file)),
          Files.readAllBytes(second.resolve(file)),
          file.toString());
    }
  }

  private static List<Path> filesBelow(Path top) throws IOException {
    try (Stream<Path> paths = Files.walk(top)) {
      return paths
          .filter(Files::isRegularFile)
          .map(top::relativize)
          .filter(file -> !file.endsWith(AtomicFolder.MARK))
          .sorted()
          .toList();
    }
  }
}
