package org.limpid.data.importer;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How a trace that others publish becomes a data set, and how the command {@code limpid data import
 * NAME PATH --out DIR} is described. To add one: a class with a constant of this type, and a line
 * in {@link TraceImporters}.
 *
 * @param name word of the command
 * @param description one sentence on what is imported
 * @param path one sentence on what PATH is
 * @param example PATH and options of an example
 * @param options what can be chosen beside the folder of the data set
 * @param importing makes the data set, which appears only if all went well
 */
public record TraceImporter(
    String name,
    String description,
    String path,
    String example,
    List<ImportOption<?>> options,
    Function<ImportRequest, ImportReport> importing) {
  public TraceImporter {
    Objects.requireNonNull(importing, "importing");
    options = List.copyOf(options);
  }
}
