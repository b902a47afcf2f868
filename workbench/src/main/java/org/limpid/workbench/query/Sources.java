package org.limpid.workbench.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.io.CsvSchema;
import org.limpid.simulation.waiting.WaitCause;
import org.limpid.workbench.DataSet;
import org.limpid.workbench.Run;
import tech.tablesaw.api.Table;

/** The tables that questions start from. They are read when one is named. */
final class Sources {
  /** Columns that hold lengths of time; the others of seconds are moments. */
  private static final Set<String> LENGTHS =
      Stream.concat(
              Stream.of("duration", "queue", "jct", "profqueue", "makespan"),
              Stream.concat(
                  Stream.of("jct", "queue")
                      .flatMap(time ->
                          Stream.of("mean", "median", "p99", "p999").map(of -> time + "_" + of)),
                  Stream.of(WaitCause.values()).map(CsvSchema::nameOf)))
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, Supplier<Table>> tables = new LinkedHashMap<>();

  /**
   * Those of a run.
   *
   * @param data opens its data set
   */
  Sources(Run run, Supplier<DataSet> data) {
    tables.put("jobs", run::jobs);
    tables.put("waits", run::waits);
    tables.put("cluster", run::cluster);
    tables.put("summary", run::summary);
    tables.put("trace", () -> data.get().jobs());
  }

  Rows rows(String name) {
    if (!tables.containsKey(name)) {
      throw QueryProblem.unknown(name, "expected a table", tables.keySet());
    }
    return new Rows(tables.get(name).get(), LENGTHS);
  }
}
