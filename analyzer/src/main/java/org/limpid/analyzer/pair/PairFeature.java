package org.limpid.analyzer.pair;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import org.limpid.data.WorkloadProfile;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/**
 * What the speed of a workload next to another is predicted from. Only what both compete for: the
 * utilisations of each, and their sums, in percent. Memory in use and mixed precision slow nobody
 * down by themselves, but would tell the models of the training apart.
 */
enum PairFeature {
  OWN_GPU_UTIL((own, other) -> own.gpuUtilPercent()),
  OWN_GMEM_UTIL((own, other) -> own.memoryUtilPercent()),
  OTHER_GPU_UTIL((own, other) -> other.gpuUtilPercent()),
  OTHER_GMEM_UTIL((own, other) -> other.memoryUtilPercent()),
  SUM_GPU_UTIL((own, other) -> own.gpuUtilPercent() + other.gpuUtilPercent()),
  SUM_GMEM_UTIL((own, other) -> own.memoryUtilPercent() + other.memoryUtilPercent());

  private final ToDoubleBiFunction<WorkloadProfile, WorkloadProfile> value;

  PairFeature(ToDoubleBiFunction<WorkloadProfile, WorkloadProfile> value) {
    this.value = value;
  }

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  double of(WorkloadProfile own, WorkloadProfile other) {
    return value.applyAsDouble(own, other);
  }

  static List<String> columns() {
    return Arrays.stream(values()).map(PairFeature::column).toList();
  }

  static Table table(List<PairRate> rates) {
    return Table.of(
        Arrays.stream(values())
            .map(feature ->
                NumericColumn.generate(
                    feature.column(),
                    rates.size(),
                    row -> feature.of(rates.get(row).own(), rates.get(row).other())))
            .toArray(NumericColumn[]::new));
  }
}
