package org.limpid.data.importer;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that can be chosen for an import: an option of its command, with values of one type.
 *
 * @param name how it is called, without hyphens
 * @param label placeholder of its value in the help
 * @param type what its values are: {@link String}, {@link Long}, {@link Double}, {@link Path},
 *     {@link LocalDateTime}, or that of the choices
 * @param choices values by name; empty: any value of the type
 * @param required whether it must be given
 * @param description sentences for the help
 */
public record ImportOption<T>(
    String name,
    String label,
    Class<T> type,
    Map<String, T> choices,
    boolean required,
    List<String> description) {
  public ImportOption {
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    description = List.copyOf(description);
  }

  /** An option with any value of a type. */
  public static <T> ImportOption<T> of(
      String name, String label, Class<T> type, String... description) {
    return new ImportOption<>(name, label, type, Map.of(), false, List.of(description));
  }

  /** An option whose values have names. */
  public static <T> ImportOption<T> choice(
      String name, String label, Class<T> type, Map<String, T> choices, String... description) {
    return new ImportOption<>(name, label, type, choices, false, List.of(description));
  }

  /** The same, but it must be given. */
  public ImportOption<T> asRequired() {
    return new ImportOption<>(name, label, type, choices, true, description);
  }
}
