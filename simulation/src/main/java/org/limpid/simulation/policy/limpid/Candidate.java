package org.limpid.simulation.policy.limpid;

import org.limpid.simulation.resource.Allocation;

/**
 * A place that was considered for a job, and what the cluster would lose by it, in GPUs: as if so
 * many did nothing.
 *
 * @param form how it was found
 * @param place the GPUs
 * @param hostsLoss what the jobs lose that run there already
 * @param ownLoss what the newcomer loses beside them
 * @param fragmentation price of breaking up free GPUs
 */
record Candidate(
    Form form, Allocation place, double hostsLoss, double ownLoss, double fragmentation) {
  /** How a place is found. */
  enum Form {
    /** Free GPUs. */
    FREE("free GPUs"),
    /** GPUs of one job. */
    ONE_HOST("GPUs"),
    /** The cheapest GPUs of a node one by one, free or with a job. */
    MIXED("GPUs, the cheapest one by one,"),
    /** Whole nodes, idle or with the cheapest hosts. */
    NODES(""),
    /** Exactly the GPUs of a job of several nodes. */
    SAME_GPUS("exactly the GPUs");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** Which GPUs of its nodes they are, for people; empty: all. */
    String words() {
      return words;
    }
  }

  /** What it costs, in GPUs that do nothing. */
  double cost() {
    return hostsLoss + ownLoss + fragmentation;
  }
}
