package org.limpid.simulation.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.job.Outcome;
import org.limpid.simulation.resource.Allocation;

class EventCodeTest {
  private static final int JOBS = 1000;

  private static PartitionLog log(int count, byte[] bytes) {
    return new PartitionLog("vc", 4, 8, "consolidate", new int[JOBS], new int[JOBS], count, bytes);
  }

  private static List<Event> read(PartitionLog log) {
    List<Event> all = new ArrayList<>();
    log.forEach(all::add);
    return all;
  }

  @Test
  void eventsOfEveryKindComeBack() {
    SplittableRandom random = new SplittableRandom(7);
    List<Event> written = new ArrayList<>();
    EventCode code = new EventCode();
    long second = -86_400;
    for (int i = 0; i < 5000; i++) {
      second += random.nextInt(3) == 0 ? random.nextLong(1L << random.nextInt(1, 40)) : 0;
      written.add(event(i % 16, second, random));
      code.write(written.getLast());
    }
    assertEquals(written.size(), code.count());
    assertEquals(written, read(log(code.count(), code.bytes())));
  }

  private static Event event(int kind, long second, SplittableRandom random) {
    int job = random.nextInt(JOBS);
    int other = random.nextInt(JOBS);
    int small = random.nextInt(100);
    double value = random.nextInt(4) == 0 ? Double.NaN : random.nextDouble() * 1e6;
    return switch (kind) {
      case 0 -> new Event.Arrived(second, job);
      case 1 -> new Event.Queued(second, job, small, value, random.nextInt(9999));
      case 2 -> new Event.NotPlaced(second, job, small, other, small);
      case 3 -> new Event.Blocked(second, job);
      case 4 -> new Event.Started(second, job, small, place(random));
      case 5 -> new Event.Started(second, job, small, place(random), 0.9, partners(random));
      case 6 -> new Event.Preempted(second, job, small == 0 ? -1 : other);
      case 7 -> new Event.Ended(second, job, Outcome.values()[small % 3]);
      case 8 -> new Event.NodeAdded(second, 9999);
      case 9 -> new Event.NodeRemoved(second, small);
      case 10 -> new Event.NumbersSwapped(second, small, other);
      case 11 -> new Event.Postponed(second, second + small);
      case 12 -> new Note(second, Note.NO_JOB, "switched", List.of(1.0, value));
      case 13 -> new Event.Resized(second, job, place(random), value);
      case 14 ->
          new Event.Supplied(
              second, job, small, value, small, value, 0.5, value, small == 0 ? -1 : other);
      default -> new Note(second, job, "refused", List.of());
    };
  }

  private static List<Event.Partner> partners(SplittableRandom random) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(_ -> new Event.Partner(random.nextInt(JOBS), random.nextDouble()))
        .toList();
  }

  private static Allocation place(SplittableRandom random) {
    int count = random.nextInt(1, 5);
    int[] nodes = new int[count];
    long[] masks = new long[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = random.nextInt(200);
      masks[i] = random.nextLong() | 1;
    }
    return new Allocation(nodes, masks);
  }

  @Test
  void brokenBytesAreRefused() {
    EventCode code = new EventCode();
    code.write(new Event.Started(5, 3, 0, Allocation.of(1, 3)));
    byte[] bytes = code.bytes();
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
    assertThrows(IllegalStateException.class, () -> read(log(1, cut)));
    byte[] unknown = {99, 0};
    String kind =
        assertThrows(IllegalStateException.class, () -> read(log(1, unknown))).getMessage();
    assertTrue(kind.contains("kind 99"), kind);
    EventCode stranger = new EventCode();
    stranger.write(new Event.Ended(5, JOBS, Outcome.ENDED));
    String job =
        assertThrows(IllegalStateException.class, () -> read(log(1, stranger.bytes())))
            .getMessage();
    assertEquals("expected a job below 1000, found 1000", job);
  }

  @Test
  void randomBytesNeverDoMoreThanFail() {
    SplittableRandom random = new SplittableRandom(11);
    int failed = 0;
    for (int round = 0; round < 500; round++) {
      byte[] bytes = new byte[random.nextInt(1, 200)];
      random.nextBytes(bytes);
      try {
        read(log(0, bytes));
      } catch (IllegalStateException expected) {
        failed++;
      }
    }
    assertTrue(failed > 400, "failed " + failed);
  }
}
