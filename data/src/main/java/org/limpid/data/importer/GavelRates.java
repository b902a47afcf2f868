package org.limpid.data.importer;

import java.nio.file.Path;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;

/**
 * Steps per second of workloads on one type of GPU, as Gavel's table has them: by type, then by
 * {@code ('ResNet-18 (batch size 16)', 1)}, the model and its GPUs, then {@code null}: alone.
 * Immutable.
 */
final class GavelRates {
  /** The column with the steps of a job. */
  static final String STEPS = "total_steps";

  private final Path file;
  private final String gpuType;
  private final JsonObject rates;

  private GavelRates(Path file, String gpuType, JsonObject rates) {
    this.file = file;
    this.gpuType = gpuType;
    this.rates = rates;
  }

  /**
   * Reads a table.
   *
   * @throws DataException if it is none, or lacks the type
   */
  static GavelRates read(Path file, String gpuType) {
    JsonObject all = JsonFile.read(file);
    if (!(all.members().get(gpuType) instanceof JsonObject rates)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected throughputs of GPU type %s; found those of %s"
                  .formatted(gpuType, String.join(", ", all.members().keySet())),
              "Maybe --gpu-type."));
    }
    return new GavelRates(file, gpuType, rates);
  }

  /** How long the job of a row takes; NaN where the table doesn't know it, which is a problem. */
  double seconds(TextRow row) {
    String model = row.text("model_name");
    String gpus = row.text("num_gpu");
    double stepsPerSecond = stepsPerSecond("('%s', %s)".formatted(model, gpus));
    if (!(stepsPerSecond > 0)) {
      row.problem(
          "model_name",
          "expected a model with %s GPUs that %s has throughputs of on %s"
              .formatted(gpus, file.getFileName(), gpuType),
          "Maybe --gpu-type, or the throughputs are of other traces.");
      return Double.NaN;
    }
    return row.neededNumber(STEPS) / stepsPerSecond;
  }

  /** 0 where it isn't known. */
  private double stepsPerSecond(String workload) {
    return rates.members().get(workload) instanceof JsonObject known
            && known.members().get("null") instanceof JsonScalar alone
            && alone.token().isNumeric()
        ? Double.parseDouble(alone.text())
        : 0;
  }

  /** What users should know of it. */
  String text() {
    return "Durations are those on %s by %s: steps divided by steps per second."
        .formatted(gpuType, file.getFileName());
  }
}
