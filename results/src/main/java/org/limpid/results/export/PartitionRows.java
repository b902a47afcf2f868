package org.limpid.results.export;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.limpid.data.JobId;
import org.limpid.results.JobTable;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.resource.Allocation;
import org.limpid.simulation.resource.Nodes;
import org.limpid.simulation.state.ClusterState;

/**
 * The events of one virtual cluster as rows, one after the other. Jobs are told by their
 * identifiers and nodes by their numbers in that second, for which the events are brought about.
 * {@link #next} throws an {@link IllegalStateException} if they don't follow from each other.
 */
final class PartitionRows implements Iterator<EventRow> {
  private final String policy;
  private final PartitionLog log;
  private final JobTable jobs;
  private final Iterator<Event> events;
  private final ClusterState state;

  /**
   * @param jobs all jobs of the run under the policy, with their identifiers
   */
  PartitionRows(String policy, PartitionLog log, JobTable jobs) {
    this.policy = policy;
    this.log = log;
    this.jobs = jobs;
    events = log.iterator();
    state = new ClusterState(log.gpuCounts(), new Nodes(log.nodeCount(), log.gpusPerNode()), 0);
  }

  @Override
  public boolean hasNext() {
    return events.hasNext();
  }

  @Override
  public EventRow next() {
    Event event = events.next();
    EventRow row = row(event).with(EventColumn.VC, log.virtualCluster());
    state.apply(event);
    return row;
  }

  private EventRow row(Event event) {
    return switch (event) {
      case Event.Arrived it -> ofJob(it, "arrived");
      case Event.Queued it ->
          ofJob(it, "queued")
              .with(EventColumn.POSITION, it.position())
              .withFinite(EventColumn.KEY, it.key())
              .withFinite(EventColumn.ESTIMATE, it.estimatedSeconds());
      case Event.NotPlaced it ->
          ofJob(it, "not_placed")
              .with(EventColumn.GPUS_FREE, it.freeGpus())
              .with(EventColumn.GPUS_FREE_NODE, it.mostFreeGpus())
              .with(EventColumn.NODES_IDLE, it.idleNodes());
      case Event.Blocked it -> ofJob(it, "blocked");
      case Event.Started it -> started(it);
      case Event.Resized it ->
          ofJob(it, "resized")
              .with(EventColumn.NODES, numbered(it.place()))
              .withFinite(EventColumn.RATE, it.rate());
      case Event.Supplied it -> supplied(it);
      case Event.Preempted it -> preempted(it);
      case Event.Ended it ->
          ofJob(it, "ended")
              .with(EventColumn.OUTCOME, it.outcome().name().toLowerCase(Locale.ROOT));
      case Event.NodeAdded it -> of(it, "node_added").with(EventColumn.NODE, it.number());
      case Event.NodeRemoved it ->
          of(it, "node_removed").with(EventColumn.NODE, number(it.position()));
      case Event.NumbersSwapped it ->
          of(it, "numbers_swapped")
              .with(EventColumn.NODE, number(it.position()))
              .with(EventColumn.OTHER_NODE, number(it.other()));
      case Event.Postponed it -> of(it, "postponed").with(EventColumn.UNTIL, it.until());
      case Note it -> noted(it);
    };
  }

  private EventRow of(Event event, String name) {
    return new EventRow(event.second(), policy, name);
  }

  private EventRow ofJob(Event.OfJob event, String name) {
    return of(event, name).with(EventColumn.JOB_ID, id(event.job()));
  }

  private EventRow started(Event.Started it) {
    EventRow row =
        ofJob(it, "started")
            .with(EventColumn.TRIES, it.tries())
            .with(EventColumn.NODES, numbered(it.place()))
            .withFinite(EventColumn.RATE, it.rate());
    List<Event.Partner> partners = it.partners();
    return partners.isEmpty()
        ? row
        : row.with(EventColumn.PARTNERS, partners.stream().map(each -> id(each.job())).toList())
            .with(EventColumn.PARTNER_RATES, partners.stream().map(Event.Partner::rate).toList());
  }

  private EventRow supplied(Event.Supplied it) {
    EventRow row =
        ofJob(it, "supplied")
            .withFinite(EventColumn.RATE, it.speed())
            .with(
                EventColumn.VALUES,
                List.of(
                    it.cpus(),
                    it.memoryGb(),
                    it.wantedCpus(),
                    it.wantedMemoryGb(),
                    it.wantedSpeed()));
    return it.by() == ClusterState.NOBODY ? row : row.with(EventColumn.BY, id(it.by()));
  }

  private EventRow preempted(Event.Preempted it) {
    EventRow row = ofJob(it, "preempted");
    return it.by() == ClusterState.NOBODY ? row : row.with(EventColumn.BY, id(it.by()));
  }

  private EventRow noted(Note it) {
    EventRow row =
        of(it, "note").with(EventColumn.NOTE, it.kind()).with(EventColumn.VALUES, it.values());
    return it.job() == Note.NO_JOB ? row : row.with(EventColumn.JOB_ID, id(it.job()));
  }

  private JobId id(int job) {
    return jobs.id(log.rows()[job]);
  }

  private String numbered(Allocation place) {
    for (int i = 0; i < place.nodeCount(); i++) {
      number(place.node(i));
    }
    return state.nodes().numbered(place).toString();
  }

  private int number(int position) {
    if (position >= state.nodes().positionBound()) {
      throw new IllegalStateException("there is no node at position " + position);
    }
    return state.nodes().number(position);
  }
}
