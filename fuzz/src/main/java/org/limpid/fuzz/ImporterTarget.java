package org.limpid.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.importer.ImportOption;
import org.limpid.data.importer.ImportRequest;
import org.limpid.data.importer.TraceImporter;
import org.limpid.data.importer.TraceImporters;
import org.limpid.data.io.DatasetCheck;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * What the fuzzer calls: imports a {@link Bundle}. An importer makes a data set in which {@code
 * limpid data check} finds nothing wrong, or refuses the input with a message and leaves nothing.
 */
public final class ImporterTarget {
  private static final List<TraceImporter> IMPORTERS = TraceImporters.all();

  private ImporterTarget() {}

  /** The method that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    if (bytes.length > 1) {
      Path folder = Files.createTempDirectory("fuzz");
      try {
        importFrom(IMPORTERS.get(Byte.toUnsignedInt(bytes[0]) % IMPORTERS.size()), bytes, folder);
      } finally {
        Bundle.delete(folder);
      }
    }
  }

  private static void importFrom(TraceImporter importer, byte[] bytes, Path folder)
      throws IOException {
    Path source = Bundle.unpack(bytes, Files.createDirectory(folder.resolve("in")));
    if (source == null) {
      return;
    }
    Path out = folder.resolve("out");
    try {
      importOrThrow(importer, source, out);
    } catch (DataException refused) {
      require(!refused.getMessage().isBlank(), "no message");
      require(Files.notExists(out), "half a data set");
    }
  }

  /**
   * Imports an input that must be good.
   *
   * @throws DataException if it is refused
   */
  static void importOrThrow(TraceImporter importer, Path source, Path out) {
    Map<ImportOption<?>, Object> needed = needed(importer, source);
    boolean withFiles = needed.values().stream().anyMatch(Path.class::isInstance);
    Path path = withFiles ? source.resolve("jobs.csv") : source;
    importer.importing().apply(new ImportRequest(path, out, false, needed));
    List<Problem> faults = DatasetCheck.check(out);
    require(faults.isEmpty(), "a data set with faults: " + faults);
  }

  /** Options that must be given: the name of a cluster, or a file called like the option. */
  private static Map<ImportOption<?>, Object> needed(TraceImporter importer, Path source) {
    Map<ImportOption<?>, Object> values = new HashMap<>();
    for (ImportOption<?> option : importer.options()) {
      if (option.required()) {
        values.put(option, option.type() == Path.class ? source.resolve(option.name()) : "Venus");
      }
    }
    return values;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("an import left " + what);
    }
  }
}
