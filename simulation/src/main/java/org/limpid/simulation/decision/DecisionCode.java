package org.limpid.simulation.decision;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.engine.Refusals;

/**
 * Decisions as bytes: kind, seconds since the decision before, then the fields in the order of the
 * record. Whole numbers are unsigned of variable length, those that may be -1 signed.
 */
final class DecisionCode {
  /** Kinds by their number in the file; they must keep their order. */
  private enum Kind {
    ARRIVED,
    QUEUED,
    NOT_PLACED,
    BLOCKED,
    PARTNERS_REFUSED,
    STARTED,
    SHARED,
    PREEMPTED,
    ENDED,
    NODE_ADDED,
    NODE_REMOVED,
    NUMBERS_SWAPPED,
    SHARING_SWITCHED,
    POSTPONED;

    private static final Kind[] ALL = values();
  }

  private final ByteWriter out = new ByteWriter();
  private long last;
  private int count;

  int count() {
    return count;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  void write(Decision decision) {
    count++;
    switch (decision) {
      case Decision.Arrived it -> begin(Kind.ARRIVED, it).putUnsigned(it.job());
      case Decision.Queued it ->
          begin(Kind.QUEUED, it)
              .putUnsigned(it.job())
              .putUnsigned(it.position())
              .putDouble(it.key())
              .putDouble(it.estimatedSeconds());
      case Decision.NotPlaced it ->
          begin(Kind.NOT_PLACED, it)
              .putUnsigned(it.job())
              .putUnsigned(it.freeGpus())
              .putUnsigned(it.mostFreeGpus())
              .putUnsigned(it.idleNodes());
      case Decision.Blocked it -> begin(Kind.BLOCKED, it).putUnsigned(it.job());
      case Decision.PartnersRefused it ->
          put(begin(Kind.PARTNERS_REFUSED, it).putUnsigned(it.job()), it.refusals());
      case Decision.Started it ->
          put(begin(Kind.STARTED, it).putUnsigned(it.job()).putUnsigned(it.tries()), it.place());
      case Decision.Shared it ->
          begin(Kind.SHARED, it)
              .putUnsigned(it.job())
              .putUnsigned(it.partner())
              .putUnsigned(it.tries())
              .putDouble(it.rate())
              .putDouble(it.partnerRate());
      case Decision.Preempted it ->
          begin(Kind.PREEMPTED, it).putUnsigned(it.job()).putSigned(it.by());
      case Decision.Ended it -> begin(Kind.ENDED, it).putUnsigned(it.job());
      case Decision.NodeAdded it -> begin(Kind.NODE_ADDED, it).putUnsigned(it.number());
      case Decision.NodeRemoved it -> begin(Kind.NODE_REMOVED, it).putUnsigned(it.position());
      case Decision.NumbersSwapped it ->
          begin(Kind.NUMBERS_SWAPPED, it).putUnsigned(it.position()).putUnsigned(it.other());
      case Decision.SharingSwitched it ->
          begin(Kind.SHARING_SWITCHED, it).putBoolean(it.on()).putDouble(it.forecastJobs());
      case Decision.Postponed it -> begin(Kind.POSTPONED, it).putUnsigned(it.until() - it.second());
    }
  }

  private ByteWriter begin(Kind kind, Decision decision) {
    long since = decision.second() - last;
    last = decision.second();
    return out.putByte(kind.ordinal()).putSigned(since);
  }

  private static void put(ByteWriter out, Refusals refusals) {
    out.putUnsigned(refusals.shares())
        .putUnsigned(refusals.memory())
        .putUnsigned(refusals.disturbance())
        .putUnsigned(refusals.priority())
        .putUnsigned(refusals.reserved());
  }

  private static void put(ByteWriter out, Allocation place) {
    out.putUnsigned(place.nodeCount());
    for (int i = 0; i < place.nodeCount(); i++) {
      out.putUnsigned(place.node(i)).putUnsigned(place.gpuMask(i));
    }
  }

  /**
   * The decisions of a log. The iterator throws an {@link IllegalStateException} where the bytes
   * can't be read.
   */
  static Iterator<Decision> read(PartitionLog log) {
    return new Decoder(log);
  }

  private static final class Decoder implements Iterator<Decision> {
    /** Beyond every time that a trace may hold. */
    private static final long LATEST = 1L << 53;

    private final ByteReader in;
    private final int jobCount;
    private long second;

    Decoder(PartitionLog log) {
      in = new ByteReader(log.bytes());
      jobCount = log.jobCount();
    }

    @Override
    public boolean hasNext() {
      return !in.isAtEnd();
    }

    @Override
    public Decision next() {
      if (in.isAtEnd()) {
        throw new NoSuchElementException();
      }
      int kind = in.takeByte();
      if (kind >= Kind.ALL.length) {
        throw new IllegalStateException("there is no decision of kind " + kind);
      }
      second += in.takeSigned();
      if (second < -LATEST || second > LATEST) {
        throw new IllegalStateException("expected a second, found " + second);
      }
      return decision(Kind.ALL[kind]);
    }

    private Decision decision(Kind kind) {
      return switch (kind) {
        case ARRIVED -> new Decision.Arrived(second, job());
        case QUEUED ->
            new Decision.Queued(second, job(), in.takeCount(), in.takeDouble(), in.takeDouble());
        case NOT_PLACED ->
            new Decision.NotPlaced(second, job(), in.takeCount(), in.takeCount(), in.takeCount());
        case BLOCKED -> new Decision.Blocked(second, job());
        case PARTNERS_REFUSED -> new Decision.PartnersRefused(second, job(), refusals());
        case STARTED -> new Decision.Started(second, job(), in.takeCount(), place());
        case SHARED ->
            new Decision.Shared(
                second, job(), job(), in.takeCount(), in.takeDouble(), in.takeDouble());
        case PREEMPTED -> new Decision.Preempted(second, job(), in.takeWhole(-1, jobCount - 1));
        case ENDED -> new Decision.Ended(second, job());
        case NODE_ADDED -> new Decision.NodeAdded(second, in.takeCount());
        case NODE_REMOVED -> new Decision.NodeRemoved(second, in.takeCount());
        case NUMBERS_SWAPPED -> new Decision.NumbersSwapped(second, in.takeCount(), in.takeCount());
        case SHARING_SWITCHED ->
            new Decision.SharingSwitched(second, in.takeBoolean(), in.takeDouble());
        case POSTPONED -> new Decision.Postponed(second, second + in.takeCount());
      };
    }

    private int job() {
      int job = in.takeCount();
      if (job >= jobCount) {
        throw new IllegalStateException(
            "expected a job below %d, found %d".formatted(jobCount, job));
      }
      return job;
    }

    private Refusals refusals() {
      return new Refusals(
          in.takeCount(), in.takeCount(), in.takeCount(), in.takeCount(), in.takeCount());
    }

    private Allocation place() {
      int count = in.takeCount();
      if (count > in.left()) {
        throw new IllegalStateException("expected nodes of a job, found " + count);
      }
      int[] nodes = new int[count];
      long[] masks = new long[count];
      for (int i = 0; i < count; i++) {
        nodes[i] = in.takeCount();
        masks[i] = in.takeUnsigned();
      }
      return new Allocation(nodes, masks);
    }
  }
}
