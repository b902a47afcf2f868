package org.limpid.plots.cluster;

import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.results.RunDescription;

/** A span of time, in seconds since the origin; its end is later than its start. */
record ShownTime(long from, long to) {
  /** What the options ask for, where they do, else the ends of another span. */
  static ShownTime of(FigureOptions options, RunDescription run, ShownTime otherwise) {
    long from = options.from().map(text -> run.seconds("--from", text)).orElse(otherwise.from);
    long to = options.to().map(text -> run.seconds("--to", text)).orElse(otherwise.to);
    if (from >= to) {
      throw new DataException(
          new Problem(
              "--from",
              0,
              "",
              options.from().orElse(Long.toString(from)),
              "expected a time before %s, the end of what is shown"
                  .formatted(options.to().orElse(Long.toString(to))),
              "Maybe name both --from and --to."));
    }
    return new ShownTime(from, to);
  }

  long seconds() {
    return to - from;
  }

  boolean overlaps(long start, long end) {
    return start < to && end > from;
  }
}
