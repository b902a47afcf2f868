package org.limpid.simulation.given;

import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;

/** Tells two sinks, one after the other. */
public record TwoSinks(EventSink first, EventSink second) implements EventSink {
  @Override
  public boolean wantsReasons() {
    return first.wantsReasons() || second.wantsReasons();
  }

  @Override
  public void holds(long from, long to) {
    first.holds(from, to);
    second.holds(from, to);
  }

  @Override
  public void arrived(int job) {
    first.arrived(job);
    second.arrived(job);
  }

  @Override
  public void notPlaced(int job) {
    first.notPlaced(job);
    second.notPlaced(job);
  }

  @Override
  public void started(int job) {
    first.started(job);
    second.started(job);
  }

  @Override
  public void startedShared(int job) {
    first.startedShared(job);
    second.startedShared(job);
  }

  @Override
  public void resized(int job, Allocation before) {
    first.resized(job, before);
    second.resized(job, before);
  }

  @Override
  public void preempted(int job, int by) {
    first.preempted(job, by);
    second.preempted(job, by);
  }

  @Override
  public void ended(int job, Outcome outcome) {
    first.ended(job, outcome);
    second.ended(job, outcome);
  }

  @Override
  public void told(Event event) {
    first.told(event);
    second.told(event);
  }
}
