package org.limpid.results.export;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.limpid.data.JobId;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.CsvSchema;
import org.limpid.data.io.CsvTexts;

/** Events as CSV, with all columns for each of them. */
final class EventTable {
  private static final EventColumn[] COLUMNS = EventColumn.values();

  /** Between the elements of a list in one field. */
  private static final String SEPARATOR = ";";

  private final CsvOutput csv;

  EventTable(OutputStream out, CsvTexts texts) {
    csv = new CsvOutput(out, texts);
    csv.row(Arrays.stream(COLUMNS).map(CsvSchema::nameOf).toArray(String[]::new));
  }

  void add(EventRow event) {
    for (EventColumn column : COLUMNS) {
      write(event.get(column));
    }
    csv.endRow();
  }

  /** Hands all rows to the stream, which stays open. */
  void finish() {
    csv.flush();
  }

  private void write(Object value) {
    switch (value) {
      case null -> csv.emptyField();
      case Integer number -> csv.field(number);
      case Long number -> csv.field(number);
      case Double number -> csv.field(number.doubleValue());
      case JobId id -> csv.field(id);
      case List<?> list ->
          csv.field(list.stream().map(Object::toString).collect(Collectors.joining(SEPARATOR)));
      default -> csv.field(value.toString());
    }
  }
}
