package org.limpid.data.doctor;

import java.util.List;

/** All checks, in the order of their findings. */
final class Checks {
  private Checks() {}

  static List<Check> all() {
    return List.of(
        new UnlikelyValues(),
        new DstGap(),
        new DstDoubledHour(),
        new HourOff(),
        new ShiftedDay(),
        new CoarseClock(),
        new LoadAboveCapacity(),
        new NeverDrains(),
        new UsageAboveCapacity(),
        new UnusedVirtualCluster(),
        new RunningAtStart(),
        new CensoredJobs(),
        new CutAtEnd(),
        new ShortAtEnd(),
        new KilledAtLimit(),
        new DuplicateRows(),
        new SubmissionBurst(),
        new DurationDiffers(),
        new FrequentDuration(),
        new FrequentTimeLimit(),
        new PlaceholderUser(),
        new ConstantColumns(),
        new OddScaling(),
        new IterationsDiffer(),
        new HopelessDeadline(),
        new SubmissionGap(),
        new RowsLeftOut());
  }
}
