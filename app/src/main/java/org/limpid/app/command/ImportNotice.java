package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.importer.ImportReport;

/** Says what an import did. */
final class ImportNotice {
  private ImportNotice() {}

  static String of(ImportReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("Imported %,d jobs into %s.".formatted(report.jobs(), report.folder()));
    report
        .leftOut()
        .forEach((reason, rows) -> lines.add("Left out %,d rows: %s.".formatted(rows, reason)));
    lines.addAll(report.notes());
    return String.join(System.lineSeparator(), lines);
  }
}
