package org.limpid.plots.jobs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;
import org.limpid.results.RunFolder;

/** Which jobs a page has room for: those that waited longest under any policy. */
final class ShownJobs {
  private final int[] byWait;

  private ShownJobs(int[] byWait) {
    this.byWait = byWait;
  }

  static ShownJobs of(RunFolder run, List<String> policies) {
    long[] longest = new long[run.allJobs(policies.getFirst()).size()];
    for (String policy : policies) {
      JobTable jobs = run.allJobs(policy);
      Arrays.setAll(longest, row -> Math.max(longest[row], jobs.queueSeconds(row)));
    }
    return new ShownJobs(
        IntStream.range(0, longest.length)
            .boxed()
            .sorted(Comparator.comparingLong(row -> -longest[row]))
            .mapToInt(Integer::intValue)
            .toArray());
  }

  int total() {
    return byWait.length;
  }

  /** So many rows of the run, in the order of the trace; all if there are fewer. */
  int[] rows(int most) {
    return Arrays.stream(byWait).limit(most).sorted().toArray();
  }
}
