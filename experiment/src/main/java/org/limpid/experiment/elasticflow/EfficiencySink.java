package org.limpid.experiment.elasticflow;

import java.util.Arrays;
import java.util.List;
import org.limpid.reference.TableSink;

/**
 * Keeps, of the table of scheduling events, the time and the cluster efficiency, the first and the
 * last column. Not safe for several threads.
 */
final class EfficiencySink implements TableSink {
  private static final String EVENTS = "events";

  private double[] seconds = new double[64];
  private double[] values = new double[64];
  private int count;

  @Override
  public Rows open(String name, List<String> columns) {
    return name.equals(EVENTS) ? new Kept() : TableSink.NONE.open(name, columns);
  }

  double[] seconds() {
    return Arrays.copyOf(seconds, count);
  }

  double[] values() {
    return Arrays.copyOf(values, count);
  }

  private void add(double time, double efficiency) {
    if (count == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    seconds[count] = time;
    values[count++] = efficiency;
  }

  private final class Kept implements Rows {
    private double first = Double.NaN;
    private double last = Double.NaN;

    @Override
    public Rows number(double value) {
      first = Double.isNaN(first) ? value : first;
      last = value;
      return this;
    }

    @Override
    public Rows indices(int[] ignored) {
      return this;
    }

    @Override
    public Rows text(String ignored) {
      return this;
    }

    @Override
    public void endRow() {
      add(first, last);
      first = Double.NaN;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
