package org.limpid.reference.mirage;

import java.util.List;
import java.util.stream.Stream;

/**
 * What can be seen of a cluster at a moment, as numbers: those of {@link SeenJobs} of the jobs that
 * wait, then those of the jobs that run. How long a job will run is not in it.
 */
final class ClusterState {
  /** Numbers of a state. */
  static final int SIZE = 2 * SeenJobs.NUMBERS;

  private final double[] numbers;

  private ClusterState(double[] numbers) {
    this.numbers = numbers;
  }

  /** The state with these jobs. */
  static ClusterState of(SeenJobs pending, SeenJobs running) {
    double[] numbers = new double[SIZE];
    pending.write(numbers, 0);
    running.write(numbers, SeenJobs.NUMBERS);
    return new ClusterState(numbers);
  }

  /** What the numbers are. */
  static List<String> names() {
    return Stream.of("pending", "running")
        .flatMap(group -> SeenJobs.names().stream().map(name -> group + "_" + name))
        .toList();
  }

  /** Writes the numbers to the front of an array. */
  void write(double[] target) {
    System.arraycopy(numbers, 0, target, 0, SIZE);
  }

  /**
   * States with what is known of a chain.
   *
   * @param chain the last numbers of every row
   * @return states x numbers
   */
  static double[][] rows(List<ClusterState> states, double[] chain) {
    double[][] rows = new double[states.size()][SIZE + chain.length];
    for (int row = 0; row < rows.length; row++) {
      states.get(row).write(rows[row]);
      System.arraycopy(chain, 0, rows[row], SIZE, chain.length);
    }
    return rows;
  }
}
