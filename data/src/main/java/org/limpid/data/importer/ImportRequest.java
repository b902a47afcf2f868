package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be imported, and whereto.
 *
 * @param overwrite whether an older data set there may be replaced
 * @param values of the options that were given, each of the type of its option
 */
public record ImportRequest(
    Path path, Path out, boolean overwrite, Map<ImportOption<?>, Object> values) {
  public ImportRequest {
    values = Map.copyOf(values);
  }

  /** The value of an option, if it was given. */
  public <T> Optional<T> get(ImportOption<T> option) {
    return Optional.ofNullable(values.get(option)).map(option.type()::cast);
  }
}
