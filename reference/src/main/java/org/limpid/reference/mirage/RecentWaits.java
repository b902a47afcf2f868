package org.limpid.reference.mirage;

/** How long the jobs waited that started last. Mutable. */
final class RecentWaits {
  /** {@code queue_time_len}: jobs that count. */
  private static final int LENGTH = 100;

  private final long[] seconds = new long[LENGTH];
  private long count;
  private long sum;

  RecentWaits() {}

  RecentWaits(RecentWaits other) {
    System.arraycopy(other.seconds, 0, seconds, 0, LENGTH);
    count = other.count;
    sum = other.sum;
  }

  /** Adds the wait of a job that starts. */
  void add(long waited) {
    int place = (int) (count % LENGTH);
    sum += waited - seconds[place];
    seconds[place] = waited;
    count++;
  }

  /** Mean, in whole minutes that have passed; 0 if no job has started. */
  long meanMinutes() {
    return count == 0 ? 0 : sum / (Math.min(count, LENGTH) * BatchSettings.MINUTE);
  }
}
