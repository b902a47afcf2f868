package org.limpid.interpret.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.files.InputFiles;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;

/** The reference model and the rows it was tested with; tests are skipped where they are not. */
public final class ReferenceModel {
  private static final String MODEL = "ebm_throughput_job_notebook.json.gz";

  private ReferenceModel() {}

  public static Path file(String name) {
    Path file = Path.of(System.getProperty("limpid.shared", "none"), "golden/models", name);
    assumeTrue(Files.exists(file), () -> "there is no " + file);
    return file;
  }

  public static EbmModel read() {
    return InterpretJson.read(file(MODEL));
  }

  static JsonObject json() {
    return JsonFile.read(file(MODEL));
  }

  public static List<Row> septemberRows(EbmModel model) {
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .ofNamedCsvRecord(InputFiles.openText(file("throughput_features.csv.gz")))) {
      for (NamedCsvRecord line : csv) {
        if (line.getField("month").equals("9")) {
          rows.add(row(model, line));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(EbmModel model, NamedCsvRecord line) {
    Row row = model.newRow();
    for (Feature feature : model.features()) {
      row.set(feature.name(), Double.parseDouble(line.getField(feature.name())));
    }
    return row;
  }
}
