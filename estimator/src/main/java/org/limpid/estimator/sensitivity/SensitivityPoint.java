package org.limpid.estimator.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.SpeedTable;

/**
 * A cell of a speed table that is predicted, with what is known of its model.
 *
 * @param model its name
 * @param cpus CPUs for each GPU
 * @param fairCpus CPUs that belong to a GPU where all is divided equally
 * @param memoryGb memory for each GPU, GB
 * @param probe what was measured of the model
 * @param logSpeed natural logarithm of its speed compared with the fair share
 */
record SensitivityPoint(
    String model,
    double cpus,
    double fairCpus,
    double memoryGb,
    SensitivityProbe probe,
    double logSpeed) {
  /**
   * All cells that no probe measures, but for those in which a model does not run. Models without a
   * cell for the fair share, or whose probes do not run, have none.
   */
  static List<SensitivityPoint> of(
      ResourceProfiles profiles, double fairCpus, double fairMemoryGb) {
    List<SensitivityPoint> points = new ArrayList<>();
    for (ResourceProfile profile : profiles.all()) {
      SpeedTable table = profile.speeds();
      int row = table.rowOf(fairCpus);
      int column = table.columnOf(fairMemoryGb);
      if (row >= 0 && column >= 0 && runs(table, row, column)) {
        addAll(profile.model(), table, row, column, points);
      }
    }
    return points;
  }

  private static boolean runs(SpeedTable table, int fairRow, int fairColumn) {
    int lastRow = table.rows() - 1;
    return table.speed(0, fairColumn) > 0
        && table.speed(fairRow, 0) > 0
        && table.speed(lastRow, fairColumn) > 0
        && table.speed(lastRow, table.columns() - 1) > 0;
  }

  private static void addAll(
      String model, SpeedTable table, int fairRow, int fairColumn, List<SensitivityPoint> points) {
    SensitivityProbe probe = SensitivityProbe.of(table, fairRow, fairColumn);
    for (int row = 0; row < table.rows(); row++) {
      for (int column = 0; column < table.columns(); column++) {
        double speed = table.speed(row, column);
        if (speed > 0 && !SensitivityProbe.isMeasured(table, fairRow, fairColumn, row, column)) {
          points.add(
              new SensitivityPoint(
                  model,
                  table.cpus(row),
                  table.cpus(fairRow),
                  table.memoryGb(column),
                  probe,
                  Math.log(speed)));
        }
      }
    }
  }

  /**
   * CPUs over those of the fair share, no less than the speed with fewest, no more than the best.
   */
  double shareWithinSpeeds() {
    double best = Math.max(probe.mostCpus(), probe.mostOfBoth());
    return Math.min(Math.max(cpus / fairCpus, probe.fewestCpus()), best);
  }

  /** Whether another point is of the same CPUs and memory. */
  boolean isBeside(SensitivityPoint other) {
    return cpus == other.cpus && memoryGb == other.memoryGb;
  }
}
