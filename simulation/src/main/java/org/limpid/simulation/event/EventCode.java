package org.limpid.simulation.event;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;

/**
 * Events as bytes: kind, seconds since the event before, then the fields in the order of the
 * record. Whole numbers are unsigned of variable length, those that may be -1 signed.
 */
public final class EventCode {
  /** Kinds by their number in the file; they must keep their order. */
  private enum Kind {
    ARRIVED,
    QUEUED,
    NOT_PLACED,
    BLOCKED,
    STARTED,
    PREEMPTED,
    ENDED,
    NODE_ADDED,
    NODE_REMOVED,
    NUMBERS_SWAPPED,
    POSTPONED,
    NOTE,
    RESIZED,
    SUPPLIED;

    private static final Kind[] ALL = values();
  }

  private static final Outcome[] OUTCOMES = Outcome.values();

  private final ByteWriter out = new ByteWriter();
  private final Map<String, byte[]> kindsOfNotes = new HashMap<>();
  private long last;
  private int count;

  /** How many events were written. */
  public int count() {
    return count;
  }

  /** A copy of their bytes. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  /** Appends an event, which is not before the last one. */
  public void write(Event event) {
    count++;
    switch (event) {
      case Event.Arrived it -> begin(Kind.ARRIVED, it).putUnsigned(it.job());
      case Event.Queued it ->
          begin(Kind.QUEUED, it)
              .putUnsigned(it.job())
              .putUnsigned(it.position())
              .putDouble(it.key())
              .putDouble(it.estimatedSeconds());
      case Event.NotPlaced it ->
          begin(Kind.NOT_PLACED, it)
              .putUnsigned(it.job())
              .putUnsigned(it.freeGpus())
              .putUnsigned(it.mostFreeGpus())
              .putUnsigned(it.idleNodes());
      case Event.Blocked it -> begin(Kind.BLOCKED, it).putUnsigned(it.job());
      case Event.Started it -> write(it, begin(Kind.STARTED, it));
      case Event.Resized it ->
          write(it.place(), begin(Kind.RESIZED, it).putUnsigned(it.job())).putDouble(it.rate());
      case Event.Supplied it -> write(it, begin(Kind.SUPPLIED, it));
      case Event.Preempted it -> begin(Kind.PREEMPTED, it).putUnsigned(it.job()).putSigned(it.by());
      case Event.Ended it ->
          begin(Kind.ENDED, it).putUnsigned(it.job()).putByte(it.outcome().ordinal());
      case Event.NodeAdded it -> begin(Kind.NODE_ADDED, it).putUnsigned(it.number());
      case Event.NodeRemoved it -> begin(Kind.NODE_REMOVED, it).putUnsigned(it.position());
      case Event.NumbersSwapped it ->
          begin(Kind.NUMBERS_SWAPPED, it).putUnsigned(it.position()).putUnsigned(it.other());
      case Event.Postponed it -> begin(Kind.POSTPONED, it).putUnsigned(it.until() - it.second());
      case Note it -> write(it, begin(Kind.NOTE, it));
    }
  }

  /** Appends a {@link Note} that need not be made for that. */
  public void writeNote(long second, int job, String kind, double[] values) {
    count++;
    begin(Kind.NOTE, second).putSigned(job).putBytes(bytesOf(kind)).putUnsigned(values.length);
    for (double value : values) {
      out.putDouble(value);
    }
  }

  private byte[] bytesOf(String kind) {
    return kindsOfNotes.computeIfAbsent(kind, text -> text.getBytes(StandardCharsets.UTF_8));
  }

  private ByteWriter begin(Kind kind, Event event) {
    return begin(kind, event.second());
  }

  private ByteWriter begin(Kind kind, long second) {
    long since = second - last;
    last = second;
    return out.putByte(kind.ordinal()).putSigned(since);
  }

  private static void write(Event.Started it, ByteWriter out) {
    write(it.place(), out.putUnsigned(it.job()).putUnsigned(it.tries()));
    out.putDouble(it.rate()).putUnsigned(it.partners().size());
    it.partners().forEach(partner -> out.putUnsigned(partner.job()).putDouble(partner.rate()));
  }

  private static void write(Event.Supplied it, ByteWriter out) {
    out.putUnsigned(it.job())
        .putDouble(it.cpus())
        .putDouble(it.memoryGb())
        .putDouble(it.wantedCpus())
        .putDouble(it.wantedMemoryGb())
        .putDouble(it.speed())
        .putDouble(it.wantedSpeed())
        .putSigned(it.by());
  }

  private static ByteWriter write(Allocation place, ByteWriter out) {
    out.putUnsigned(place.nodeCount());
    for (int i = 0; i < place.nodeCount(); i++) {
      out.putUnsigned(place.node(i)).putUnsigned(place.gpuMask(i));
    }
    return out;
  }

  private static void write(Note it, ByteWriter out) {
    out.putSigned(it.job()).putText(it.kind()).putUnsigned(it.values().size());
    it.values().forEach(out::putDouble);
  }

  /**
   * The events of a log. The iterator throws an {@link IllegalStateException} where the bytes can't
   * be read.
   */
  static Iterator<Event> read(PartitionLog log) {
    return new Decoder(log);
  }

  private static final class Decoder implements Iterator<Event> {
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
    public Event next() {
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
      return event(Kind.ALL[kind]);
    }

    private Event event(Kind kind) {
      return switch (kind) {
        case ARRIVED -> new Event.Arrived(second, job());
        case QUEUED ->
            new Event.Queued(second, job(), in.takeCount(), in.takeDouble(), in.takeDouble());
        case NOT_PLACED ->
            new Event.NotPlaced(second, job(), in.takeCount(), in.takeCount(), in.takeCount());
        case BLOCKED -> new Event.Blocked(second, job());
        case STARTED ->
            new Event.Started(second, job(), in.takeCount(), place(), in.takeDouble(), partners());
        case PREEMPTED -> new Event.Preempted(second, job(), jobOrNone());
        case ENDED -> new Event.Ended(second, job(), outcome());
        case NODE_ADDED -> new Event.NodeAdded(second, in.takeCount());
        case NODE_REMOVED -> new Event.NodeRemoved(second, in.takeCount());
        case NUMBERS_SWAPPED -> new Event.NumbersSwapped(second, in.takeCount(), in.takeCount());
        case POSTPONED -> new Event.Postponed(second, second + in.takeCount());
        case RESIZED -> new Event.Resized(second, job(), place(), in.takeDouble());
        case SUPPLIED -> supplied();
        case NOTE -> new Note(second, jobOrNone(), in.takeText(), values());
      };
    }

    private Event supplied() {
      return new Event.Supplied(
          second,
          job(),
          in.takeDouble(),
          in.takeDouble(),
          in.takeDouble(),
          in.takeDouble(),
          in.takeDouble(),
          in.takeDouble(),
          jobOrNone());
    }

    private int job() {
      int job = in.takeCount();
      if (job >= jobCount) {
        throw new IllegalStateException(
            "expected a job below %d, found %d".formatted(jobCount, job));
      }
      return job;
    }

    private int jobOrNone() {
      return in.takeWhole(-1, jobCount - 1);
    }

    private Outcome outcome() {
      int number = in.takeByte();
      if (number >= OUTCOMES.length) {
        throw new IllegalStateException("there is no outcome " + number);
      }
      return OUTCOMES[number];
    }

    private Allocation place() {
      int count = count("nodes of a job");
      int[] nodes = new int[count];
      long[] masks = new long[count];
      for (int i = 0; i < count; i++) {
        nodes[i] = in.takeCount();
        masks[i] = in.takeUnsigned();
      }
      return new Allocation(nodes, masks);
    }

    private List<Event.Partner> partners() {
      int count = count("partners of a job");
      List<Event.Partner> partners = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        partners.add(new Event.Partner(job(), in.takeDouble()));
      }
      return partners;
    }

    private List<Double> values() {
      int count = count("values of a note");
      List<Double> values = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        values.add(in.takeDouble());
      }
      return values;
    }

    /** Every element takes a byte or more, so that a broken count can't ask for all memory. */
    private int count(String what) {
      int count = in.takeCount();
      if (count > in.left()) {
        throw new IllegalStateException("expected %s, found %d".formatted(what, count));
      }
      return count;
    }
  }
}
