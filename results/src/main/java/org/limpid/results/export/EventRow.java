package org.limpid.results.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.limpid.data.io.CsvSchema;

/**
 * What is said of an event. Values are numbers, texts, identifiers of jobs, or lists of these; what
 * is not known is left out.
 */
final class EventRow {
  private final Map<EventColumn, Object> values = new EnumMap<>(EventColumn.class);

  EventRow(long second, String policy, String event) {
    values.put(EventColumn.TIME, second);
    values.put(EventColumn.POLICY, policy);
    values.put(EventColumn.EVENT, event);
  }

  EventRow with(EventColumn column, Object value) {
    values.put(column, value);
    return this;
  }

  /** NaN stands for what is not known, and infinities can't be told in JSON. */
  EventRow withFinite(EventColumn column, double value) {
    return Double.isFinite(value) ? with(column, value) : this;
  }

  long second() {
    return (Long) values.get(EventColumn.TIME);
  }

  /** The value of a column; null if there is none. */
  Object get(EventColumn column) {
    return values.get(column);
  }

  /** The values by name, in the order of the columns: what it is in JSON. */
  @JsonValue
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    values.forEach((column, value) -> members.put(CsvSchema.nameOf(column), value));
    return members;
  }
}
