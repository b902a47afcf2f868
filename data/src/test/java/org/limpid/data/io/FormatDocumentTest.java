package org.limpid.data.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.JobAttribute;

/** The example in the documentation is a valid description. */
class FormatDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/data-format.md");

  @Test
  void exampleIsRead(@TempDir Path folder) throws Exception {
    String document = Files.readString(DOCUMENT);
    String example = document.split("```json\n")[1].split("```")[0];
    Path file = Files.writeString(folder.resolve("dataset.json"), example);
    assertEquals("venus-2020-09", DatasetDescription.read(file).name());
  }

  /** A row of the table: the column, its unit or kind, what it means. */
  @Test
  void everyOptionalColumnHasItsRow() throws Exception {
    String document = Files.readString(DOCUMENT);
    for (JobAttribute attribute : JobAttribute.values()) {
      String row = "(?s).*\n\\| `" + attribute.columnName() + "` (\\|[^|\n]+){2}\\|\n.*";
      assertTrue(document.replace("\\|", "/").matches(row), attribute.columnName());
    }
  }

  @Test
  void everyColumnOfJobsIsDocumented() throws Exception {
    String document = Files.readString(DOCUMENT);
    for (TraceColumn column : TraceColumn.values()) {
      String name = CsvSchema.nameOf(column);
      assertTrue(document.matches("(?s).*\\b" + name + "\\b.*"), name);
    }
  }
}
