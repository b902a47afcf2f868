package org.limpid.reference.elasticflow;

import java.util.List;

/**
 * The shares of GPUs under which the largest finish-time ratio of all jobs is smallest. The ratio
 * of a job falls with its share, so that the least ratio for which the shares fit solves one
 * equation in one unknown, by bisection; what is left over goes to the jobs in the order of their
 * list. The artifact leaves this to a solver of convex programs, which chooses other shares for
 * jobs that don't decide.
 */
final class FairShares {
  private static final int HALVINGS = 100;

  private final int clusterGpus;

  FairShares(int clusterGpus) {
    this.clusterGpus = clusterGpus;
  }

  /**
   * Sets the shares of jobs.
   *
   * @param time of the last event
   */
  void update(List<Lease> leases, double time) {
    long wanted = 0;
    double part = Math.ceil((double) clusterGpus / leases.size());
    for (Lease lease : leases) {
      wanted += lease.job.gpus;
      lease.alone += (lease.lastLeft - lease.job.left) / lease.lastPart;
      lease.lastLeft = lease.job.left;
      lease.lastPart = Math.min(1, part / lease.job.gpus);
      lease.share = 1;
    }
    if (wanted > clusterGpus) {
      divide(leases, time);
    }
  }

  private void divide(List<Lease> leases, double time) {
    int count = leases.size();
    double[] waited = new double[count];
    double[] fair = new double[count];
    double[] least = new double[count];
    double low = 0;
    for (int i = 0; i < count; i++) {
      Lease lease = leases.get(i);
      waited[i] = time - lease.job.submit;
      fair[i] = lease.alone + lease.job.left / lease.lastPart;
      least[i] = lease.job.left / lease.rate;
      low = Math.max(low, (waited[i] + least[i]) / fair[i]);
    }
    double ratio = low;
    if (set(leases, waited, fair, least, low) > clusterGpus) {
      double high = 2 * low;
      while (set(leases, waited, fair, least, high) > clusterGpus) {
        high *= 2;
      }
      for (int i = 0; i < HALVINGS && low < high; i++) {
        double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
          break;
        }
        if (set(leases, waited, fair, least, middle) > clusterGpus) {
          low = middle;
        } else {
          high = middle;
        }
      }
      ratio = high;
    }
    double left = clusterGpus - set(leases, waited, fair, least, ratio);
    for (Lease lease : leases) {
      double more = Math.min(1 - lease.share, Math.max(left, 0) / lease.job.gpus);
      lease.share += more;
      left -= more * lease.job.gpus;
    }
  }

  /** Sets the least shares for a ratio; the GPUs that they take. */
  private static double set(
      List<Lease> leases, double[] waited, double[] fair, double[] least, double ratio) {
    double sum = 0;
    for (int i = 0; i < waited.length; i++) {
      Lease lease = leases.get(i);
      double share = least[i] / (ratio * fair[i] - waited[i]);
      lease.share = share > 0 && share < 1 ? share : 1;
      sum += lease.share * lease.job.gpus;
    }
    return sum;
  }
}
