package org.limpid.simulation.sink;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.limpid.data.JobAttribute;
import org.limpid.data.OptionalColumns;
import org.limpid.data.Trace;

/** What the records of jobs tell of deadlines, as further columns. */
public final class DeadlineColumns {
  /** Names of the columns, in their order. */
  public static final String DEADLINE = "deadline";

  /** 1: the job has no deadline. */
  public static final String BEST_EFFORT = "best_effort";

  /** 0: the job was turned away. */
  public static final String ACCEPTED = "accepted";

  /** 1: the job ended at its deadline or before; blank without a deadline. */
  public static final String MET_DEADLINE = "met_deadline";

  private DeadlineColumns() {}

  /** The records with these columns; the same records if no job has a deadline. */
  public static JobRecords addedTo(JobRecords records, Trace trace) {
    OptionalColumns optional = trace.optional();
    if (!optional.has(JobAttribute.DEADLINE)) {
      return records;
    }
    IntPredicate bound = row -> optional.has(JobAttribute.DEADLINE, row);
    IntPredicate accepted = records.rejected().negate();
    IntToLongFunction deadline = row -> optional.number(JobAttribute.DEADLINE, row);
    IntPredicate met =
        row -> accepted.test(row) && records.endSeconds()[row] <= deadline.applyAsLong(row);
    return records
        .with(
            column(DEADLINE, records, row -> bound.test(row) ? deadline.applyAsLong(row) : none()))
        .with(column(BEST_EFFORT, records, row -> flag(!bound.test(row))))
        .with(column(ACCEPTED, records, row -> flag(accepted.test(row))))
        .with(column(MET_DEADLINE, records, row -> bound.test(row) ? flag(met.test(row)) : none()));
  }

  private static JobColumn column(String name, JobRecords records, IntToLongFunction values) {
    long[] column = new long[records.size()];
    Arrays.setAll(column, values);
    return new JobColumn.Whole(name, column);
  }

  private static long flag(boolean isSet) {
    return isSet ? 1 : 0;
  }

  private static long none() {
    return JobColumn.NONE;
  }
}
