package org.limpid.simulation.sink;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A number that tells what became of the jobs of one run from that of another, so that files of two
 * runs are not taken for files of one: the CRC-32C of start, end and wait of every job, in the
 * order of the trace, each in eight bytes, the highest first.
 */
public final class JobsMark {
  private JobsMark() {}

  /** The mark of a run, 0 to 2^32 - 1. */
  public static long of(JobRecords jobs) {
    return of(jobs.startSeconds(), jobs.endSeconds(), jobs.queueSeconds());
  }

  /** The mark of a run of which these columns are known; they are equally long. */
  public static long of(long[] startSeconds, long[] endSeconds, long[] queueSeconds) {
    CRC32C sum = new CRC32C();
    ByteBuffer job = ByteBuffer.allocate(3 * Long.BYTES);
    for (int row = 0; row < startSeconds.length; row++) {
      job.clear().putLong(startSeconds[row]).putLong(endSeconds[row]).putLong(queueSeconds[row]);
      sum.update(job.flip());
    }
    return sum.getValue();
  }
}
