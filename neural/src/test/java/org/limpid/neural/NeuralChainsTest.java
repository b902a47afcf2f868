package org.limpid.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.importer.ImportRequest;
import org.limpid.data.importer.TraceImporter;
import org.limpid.data.importer.TraceImporters;
import org.limpid.experiment.chain.ChainRequest;
import org.limpid.experiment.chain.ChainTraining;
import org.limpid.experiment.chain.ChainValidation;
import org.limpid.experiment.chain.GapPrice;
import org.limpid.files.Reporter;
import org.limpid.models.tool.OutputFile;

/** A learner of this module is trained and validated with others, on a random month. */
final class NeuralChainsTest {
  @TempDir private Path folder;

  private void importLog() throws IOException {
    Random random = new Random(11);
    StringBuilder log =
        new StringBuilder(
            "JobID JobName UID Start Submit End Priority TimelimitR ExitCode NNodes\n");
    LocalDateTime submit = LocalDateTime.parse("2023-02-01T00:00:00");
    for (int id = 1; id <= 300; id++) {
      submit = submit.plusSeconds(1 + random.nextInt(4 * 3600));
      int limit = 60 + random.nextInt(1000);
      String begin = submit.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      String end =
          submit
              .plusMinutes(1 + random.nextInt(limit))
              .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
      log.append(
          "%d a u %s %s %s 1 %d 0:0 %d\n"
              .formatted(id, begin, begin, end, limit, 1 + random.nextInt(6)));
    }
    TraceImporter importer =
        TraceImporters.all().stream()
            .filter(one -> one.name().equals("mirage"))
            .findFirst()
            .orElseThrow();
    importer
        .importing()
        .apply(
            new ImportRequest(
                Files.writeString(folder.resolve("log"), log),
                folder.resolve("data"),
                false,
                Map.of()));
  }

  private ChainRequest request(int windows, String from) {
    return new ChainRequest(folder.resolve("data"), windows, from, 2, 1);
  }

  private Path train() {
    Path out = folder.resolve("models");
    ChainTraining.run(
        request(120, "2023-02-01"),
        new ChainTraining.Options(
            List.of(2), 2, List.of(new GapPrice(2)), List.of("transformer"), out, false),
        Reporter.SILENT);
    return out;
  }

  @Test
  void aLearnerIsTrainedAndValidated() throws IOException {
    importLog();
    Path models = train();
    Path file = folder.resolve("validation.csv");
    String table =
        ChainValidation.run(
                request(2, "2023-02-21"),
                models,
                new GapPrice(2),
                new OutputFile(file, false),
                Reporter.SILENT)
            .toText();
    assertTrue(table.contains("transformer"), table);
    List<String> rows =
        Files.readAllLines(file).stream().filter(row -> row.contains(",transformer,")).toList();
    assertEquals(2, rows.size());
  }
}
