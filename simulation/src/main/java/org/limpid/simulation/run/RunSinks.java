package org.limpid.simulation.run;

import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.EventSink;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.sink.ClusterLog;
import org.limpid.simulation.sink.EventRecorder;
import org.limpid.simulation.sink.HostRecorder;
import org.limpid.simulation.sink.JobRecorder;
import org.limpid.simulation.sink.Starts;

/**
 * Tells all that a run keeps of one virtual cluster what happens there. Each is told only what it
 * listens to, and by its own type: through the interface a call would cost as much as the work.
 *
 * @param series samples of the cluster
 * @param records what becomes of jobs
 * @param decisions recorded events and their reasons; null: not wanted
 * @param hosts adds up CPUs and memory; null: nobody counts them
 * @param starts whose durations to estimate at their start; null: no model learns during the run
 */
record RunSinks(
    ClusterLog series,
    JobRecorder records,
    EventRecorder decisions,
    HostRecorder hosts,
    Starts starts)
    implements EventSink {
  @Override
  public boolean wantsReasons() {
    return decisions != null;
  }

  @Override
  public void holds(long from, long to) {
    series.holds(from, to);
  }

  @Override
  public void arrived(int job) {
    if (decisions != null) {
      decisions.arrived(job);
    }
  }

  @Override
  public void notPlaced(int job) {
    decisions.notPlaced(job);
  }

  @Override
  public void started(int job) {
    series.started(job);
    if (decisions != null) {
      decisions.started(job);
    }
    if (starts != null) {
      starts.started(job);
    }
  }

  @Override
  public void startedShared(int job) {
    series.startedShared(job);
    if (decisions != null) {
      decisions.startedShared(job);
    }
    if (starts != null) {
      starts.startedShared(job);
    }
  }

  @Override
  public void resized(int job, Allocation before) {
    series.resized(job, before);
    if (decisions != null) {
      decisions.resized(job, before);
    }
  }

  @Override
  public void supplied(int job, int by) {
    hosts.supplied(job, by);
    if (decisions != null) {
      decisions.supplied(job, by);
    }
  }

  @Override
  public void preempted(int job, int by) {
    series.preempted(job, by);
    if (hosts != null) {
      hosts.preempted(job, by);
    }
    if (decisions != null) {
      decisions.preempted(job, by);
    }
  }

  @Override
  public void ended(int job, Outcome outcome) {
    series.ended(job, outcome);
    records.ended(job, outcome);
    if (hosts != null) {
      hosts.ended(job, outcome);
    }
    if (decisions != null) {
      decisions.ended(job, outcome);
    }
  }

  @Override
  public void noted(long second, int job, String kind, double[] values) {
    decisions.noted(second, job, kind, values);
  }

  @Override
  public void told(Event event) {
    decisions.told(event);
  }
}
