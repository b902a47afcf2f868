package org.limpid.data.doctor;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;

/**
 * Counts the times of a zone with summer time by the clock that it has at the first submission. In
 * the hour that clocks show twice, every other job is taken for one of the second time, and so are
 * those that follow another one.
 */
record OneClock(Subject subject, ZoneId zone) implements RowChange {
  @Override
  public Trace.Job apply(int row, Trace.Job job) {
    long submit = subject.trace().submitSeconds(row);
    List<Long> moves = moves(submit);
    boolean isSecond = row % 2 == 1 || job.attributes().has(JobAttribute.PREDECESSOR);
    long move = isSecond ? moves.getLast() : moves.getFirst();
    JobAttributes attributes = job.attributes();
    long earliest = submit + move;
    for (JobAttribute each : attributes.values().keySet()) {
      if (each.kind() == JobAttribute.Kind.TIME) {
        long time = moved(each, row, earliest);
        attributes =
            attributes.with(each, time + attributes.number(each) - subject.number(each, row));
        earliest = each == JobAttribute.START_TIME ? time : earliest;
      }
    }
    return job.copiedTo(job.id(), job.submitSeconds() + move).with(attributes);
  }

  /** A time of a job by the one clock: the first that may be meant, or that which suits better. */
  private long moved(JobAttribute attribute, int row, long earliest) {
    long time = subject.number(attribute, row);
    List<Long> moves = moves(time);
    long first = time + moves.getFirst();
    long second = time + moves.getLast();
    long duration = attribute == JobAttribute.END_TIME ? subject.trace().durationSeconds(row) : 0;
    boolean isFirst =
        first >= earliest
            && Math.abs(first - earliest - duration) <= Math.abs(second - earliest - duration);
    return isFirst ? first : second;
  }

  /** By how many seconds a time moves; two answers in the hour that clocks show twice. */
  private List<Long> moves(long seconds) {
    LocalDateTime time = subject.time(seconds);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    List<ZoneOffset> meant = offsets.isEmpty() ? List.of(offset(time)) : offsets;
    long clock = offset(subject.time(subject.firstSubmit())).getTotalSeconds();
    return meant.stream().map(offset -> clock - offset.getTotalSeconds()).toList();
  }

  private ZoneOffset offset(LocalDateTime time) {
    return zone.getRules().getOffset(time);
  }
}
