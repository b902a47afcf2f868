package org.limpid.reference.elasticflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.limpid.reference.TableSink;

/** Writes a row per scheduling point: what runs on each GPU, and the cluster efficiency. */
final class EventLog implements AutoCloseable {
  private final TableSink.Rows rows;
  private final int[] jobOfGpu;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private int busy;
  private double busySeconds;

  EventLog(TableSink tables, Machines machines) {
    List<String> columns = new ArrayList<>();
    columns.add("time");
    for (int node = 0; node < machines.nodes(); node++) {
      for (int gpu = 0; gpu < machines.gpusPerNode(); gpu++) {
        columns.add("gpu%d-%d".formatted(node, gpu));
      }
    }
    columns.add("ce");
    rows = tables.open("events", columns);
    jobOfGpu = new int[machines.gpus()];
  }

  /** The map of GPUs of the next row, to be filled: the row of a job, or -1. */
  int[] cleared() {
    Arrays.fill(jobOfGpu, -1);
    return jobOfGpu;
  }

  /**
   * Writes a row.
   *
   * @param running in the order in which the efficiency is summed up
   */
  void write(double time, List<Job> running) {
    if (Double.isNaN(first)) {
      first = time;
    } else {
      busySeconds += busy * (time - last);
    }
    last = time;
    busy = 0;
    for (int job : jobOfGpu) {
      busy += job < 0 ? 0 : 1;
    }
    if (rows.isWanted()) {
      rows.number(time).indices(jobOfGpu).number(efficiency(running)).endRow();
    }
  }

  private double efficiency(List<Job> running) {
    double sum = 0;
    for (Job job : running) {
      if (job.placed && job.gpus > 0) {
        sum += job.rate() / job.throughputOnOne;
      }
    }
    return sum / jobOfGpu.length;
  }

  /** Share of the GPU time between the first and the last row in which a GPU was held. */
  double utilisation() {
    return last > first ? busySeconds / (jobOfGpu.length * (last - first)) : Double.NaN;
  }

  @Override
  public void close() {
    rows.close();
  }
}
