package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import did.
 *
 * @param folder the data set
 * @param jobs jobs in it
 * @param leftOut number of rows that were left out, by reason
 * @param notes what else a user should know, one sentence each
 */
public record ImportReport(Path folder, int jobs, Map<String, Long> leftOut, List<String> notes) {
  public ImportReport {
    leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    notes = List.copyOf(notes);
  }
}
