package org.limpid.data.io;

import java.util.HashMap;
import java.util.Map;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * Reads the columns of a workload and its profile. A trace repeats few of them, so each is parsed
 * once. Not safe for several threads.
 */
final class WorkloadColumns {
  private final Map<Key, WorkloadProfile> known = new HashMap<>();

  /** The fields as texts. */
  private record Key(
      String dataset,
      String model,
      String batchSize,
      String mixedPrecision,
      String speed,
      String gpuUtil,
      String memoryUtil,
      String memory) {}

  /** The workload of a row; null if its fields are all empty or wrong. */
  WorkloadProfile read(CsvRow row) {
    Key key =
        new Key(
            row.text(TraceColumn.DATASET),
            row.text(TraceColumn.MODEL),
            row.text(TraceColumn.BATCHSIZE),
            row.text(TraceColumn.AMP),
            row.text(TraceColumn.SPEED),
            row.text(TraceColumn.GPU_UTIL),
            row.text(TraceColumn.GMEM_UTIL),
            row.text(TraceColumn.GMEM));
    WorkloadProfile profile = known.get(key);
    if (profile == null && !key.equals(EMPTY)) {
      profile = parse(row);
      if (row.isGood()) {
        known.put(key, profile);
      }
    }
    return profile;
  }

  private static final Key EMPTY = new Key("", "", "", "", "", "", "", "");

  /** Parses the columns of a row; the row notes what is wrong. */
  static WorkloadProfile parse(CsvRow row) {
    Workload workload =
        new Workload(
            row.requiredText(TraceColumn.MODEL),
            row.requiredText(TraceColumn.DATASET),
            (int) row.wholeNumber(TraceColumn.BATCHSIZE, 1, Limits.MAX_COUNT, ""),
            row.flag(TraceColumn.AMP));
    return new WorkloadProfile(
        workload,
        row.number(TraceColumn.SPEED, Double.MIN_VALUE, Limits.MAX_NUMBER, ""),
        row.number(TraceColumn.GPU_UTIL, 0, 100, FieldHints::percent),
        row.number(TraceColumn.GMEM_UTIL, 0, 100, FieldHints::percent),
        row.number(TraceColumn.GMEM, 0, Limits.MAX_NUMBER, ""));
  }
}
