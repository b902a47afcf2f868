package org.limpid.data.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.files.ClosestName;

/** What a table may tell of its jobs. In {@code --map} a column is called like the constant. */
enum TableColumn {
  SUBMIT("submit_time", "(?i).*(subm|creat|arriv|queu|ask|date|time|when).*"),
  START("start_time", "(?i).*start.*"),
  END("end_time", "(?i).*(end|finish|compl).*"),
  DURATION("duration", "(?i).*(dur|run|ran |took|elaps|length|hour|minut|seconds).*"),
  GPUS("gpu_num", "(?i).*(gpu|card|accel|tres).*"),
  USER("user", ""),
  VC("vc", ""),
  NAME("jobname", ""),
  ID("job_id", ""),
  STATE("state", ""),
  CPUS("cpu_num", ""),
  MEMORY("memory_mib", ""),
  NODES("node_num", ""),
  TIME_LIMIT("time_limit", ""),
  PRIORITY("job_priority", "");

  private final String known;
  private final String loosely;

  /**
   * @param known how data sets call it, and {@link org.limpid.data.io.ColumnSynonyms}
   * @param loosely what a name that may mean it looks like; empty: no guess
   */
  TableColumn(String known, String loosely) {
    this.known = known;
    this.loosely = loosely;
  }

  /** The name that {@code --map} has for it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of the column in data sets, by which others' names for it are known. */
  String known() {
    return known;
  }

  /** Whether a column of that name may be this one, if no other is. */
  boolean mayBe(String name) {
    return name.matches(loosely);
  }

  /** Whether its numbers and texts may stand for seconds. */
  boolean isTime() {
    return switch (this) {
      case SUBMIT, START, END, DURATION, TIME_LIMIT -> true;
      case GPUS, USER, VC, NAME, ID, STATE, CPUS, MEMORY, NODES, PRIORITY -> false;
    };
  }

  /** The column of a word, or of the name that data sets have for it. */
  static Optional<TableColumn> of(String word) {
    return Stream.of(values())
        .filter(each -> word.equals(each.word()) || word.equals(each.known))
        .findFirst();
  }

  /** A sentence "Maybe ..." about a word that is none. */
  static String hint(String word) {
    List<String> words = Stream.of(values()).map(TableColumn::word).toList();
    return ClosestName.hint(word, words);
  }
}
