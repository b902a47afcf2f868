package org.limpid.interpret.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.limpid.interpret.table.Reading;
import org.limpid.interpret.table.Table;

/**
 * Where a model comes from: enough to train it again and to notice when the data changed.
 *
 * @param trainer name and version of the trainer, for example {@code Limpid EBM 0.1.0}
 * @param dataHash SHA-256 of the training set as {@link DataHash} takes it, 64 hexadecimal digits;
 *     empty when not known
 * @param rowCount rows of the training set
 * @param target name of the predicted column
 * @param parameters all parameters of the trainer, by name, in their order
 * @param seed the seed of the training
 * @param edits what was changed by hand afterwards, oldest first
 * @param reading how the cells of the training set were read that are not plain
 * @param rows remembers rows of the training set
 */
public record Provenance(
    String trainer,
    String dataHash,
    long rowCount,
    String target,
    Map<String, String> parameters,
    long seed,
    List<String> edits,
    Reading reading,
    RowSketch rows) {
  public Provenance {
    Objects.requireNonNull(trainer, "trainer");
    Objects.requireNonNull(dataHash, "dataHash");
    Objects.requireNonNull(target, "target");
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    edits = List.copyOf(edits);
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(rows, "rows");
  }

  /** The provenance of a model whose data were plain numbers and texts; it remembers no rows. */
  public Provenance(
      String trainer,
      String dataHash,
      long rowCount,
      String target,
      Map<String, String> parameters,
      long seed,
      List<String> edits) {
    this(
        trainer,
        dataHash,
        rowCount,
        target,
        parameters,
        seed,
        edits,
        Reading.PLAIN,
        RowSketch.NONE);
  }

  /** Name of the parameter under which a regression keeps the smallest target of its training. */
  public static final String MINIMUM = "output.min_target";

  /** The same for the largest target. */
  public static final String MAXIMUM = "output.max_target";

  /** Version of the trainers of this module. */
  public static final String VERSION = "0.1.0";

  /** The provenance of a model of this kind, such as {@code tree}, that was just trained. */
  public static Provenance of(
      String kind, TrainingSet data, Map<String, String> parameters, long seed) {
    return new Provenance(
        "Limpid %s %s".formatted(kind, VERSION),
        DataHash.of(data),
        data.rowCount(),
        data.target().name(),
        parameters,
        seed,
        List.of(),
        data.inputs().reading(),
        RowSketch.of(data.inputs(), data.target()));
  }

  /** The provenance of a model that looks at these columns only. */
  public Provenance lookingAt(Table inputs, Target predicted) {
    return new Provenance(
        trainer,
        dataHash,
        rowCount,
        target,
        parameters,
        seed,
        edits,
        reading,
        RowSketch.of(inputs, predicted));
  }

  public Provenance withEdit(String edit) {
    List<String> longer = Stream.concat(edits.stream(), Stream.of(edit)).toList();
    return new Provenance(
        trainer, dataHash, rowCount, target, parameters, seed, longer, reading, rows);
  }
}
