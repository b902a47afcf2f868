package org.limpid.simulation.run;

/**
 * For how many threads the memory has room. What a job takes is known roughly, so that of many jobs
 * fewer policies are simulated at a time instead of none. The sizes are those of a histogram of the
 * heap under limpid with a million jobs in one virtual cluster, 270 bytes a job in all.
 *
 * @param heapBytes the largest size of the heap, bytes
 * @param jobs jobs of the trace
 * @param jobsOfPiece most jobs that one thread simulates at a time
 * @param policies policies in all
 */
record MemoryRoom(long heapBytes, long jobs, long jobsOfPiece, int policies) {
  /** Of the trace and what is predicted of it, for each job. */
  static final long INPUT_BYTES = 70;

  /** Of what a policy records of each job. */
  static final long RECORD_BYTES = 70;

  /** Of a job in a virtual cluster that is being simulated, where most jobs wait. */
  static final long STATE_BYTES = 130;

  /** Share of the heap for what stays: the collector keeps the rest for what comes and goes. */
  static final double SHARE_THAT_STAYS = 0.65;

  /** As many as are wanted or have room, at least one. */
  int threads(int wanted) {
    int threads = wanted;
    while (threads > 1 && bytes(threads) > heapBytes * SHARE_THAT_STAYS) {
      threads--;
    }
    return threads;
  }

  private double bytes(int threads) {
    long inputs = jobs * INPUT_BYTES;
    long records = Math.min(threads, policies) * jobs * RECORD_BYTES;
    long states = threads * jobsOfPiece * STATE_BYTES;
    return inputs + records + states;
  }
}
