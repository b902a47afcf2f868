package org.limpid.simulation.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.cluster.Allocation;
import org.limpid.simulation.engine.Refusals;

class DecisionCodeTest {
  private static final int JOBS = 1000;

  private static PartitionLog log(int count, byte[] bytes) {
    return new PartitionLog("vc", 4, 8, "consolidate", new int[JOBS], new int[JOBS], count, bytes);
  }

  private static List<Decision> read(PartitionLog log) {
    List<Decision> all = new ArrayList<>();
    log.forEach(all::add);
    return all;
  }

  @Test
  void decisionsOfEveryKindComeBack() {
    SplittableRandom random = new SplittableRandom(7);
    List<Decision> written = new ArrayList<>();
    DecisionCode code = new DecisionCode();
    long second = -86_400;
    for (int i = 0; i < 5000; i++) {
      second += random.nextInt(3) == 0 ? random.nextLong(1L << random.nextInt(1, 40)) : 0;
      written.add(decision(i % 14, second, random));
      code.write(written.getLast());
    }
    assertEquals(written.size(), code.count());
    assertEquals(written, read(log(code.count(), code.bytes())));
  }

  private static Decision decision(int kind, long second, SplittableRandom random) {
    int job = random.nextInt(JOBS);
    int other = random.nextInt(JOBS);
    int small = random.nextInt(100);
    double value = random.nextInt(4) == 0 ? Double.NaN : random.nextDouble() * 1e6;
    return switch (kind) {
      case 0 -> new Decision.Arrived(second, job);
      case 1 -> new Decision.Queued(second, job, small, value, random.nextInt(9999));
      case 2 -> new Decision.NotPlaced(second, job, small, other, small);
      case 3 -> new Decision.Blocked(second, job);
      case 4 -> new Decision.PartnersRefused(second, job, new Refusals(1, small, 0, other, 2));
      case 5 -> new Decision.Started(second, job, small, place(random));
      case 6 -> new Decision.Shared(second, job, other, small, 0.9, value);
      case 7 -> new Decision.Preempted(second, job, small == 0 ? -1 : other);
      case 8 -> new Decision.Ended(second, job);
      case 9 -> new Decision.NodeAdded(second, 9999);
      case 10 -> new Decision.NodeRemoved(second, small);
      case 11 -> new Decision.NumbersSwapped(second, small, other);
      case 12 -> new Decision.SharingSwitched(second, small < 50, value);
      default -> new Decision.Postponed(second, second + small);
    };
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
    DecisionCode code = new DecisionCode();
    code.write(new Decision.Started(5, 3, 0, Allocation.of(1, 3)));
    byte[] bytes = code.bytes();
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
    assertThrows(IllegalStateException.class, () -> read(log(1, cut)));
    byte[] unknown = {99, 0};
    String kind =
        assertThrows(IllegalStateException.class, () -> read(log(1, unknown))).getMessage();
    assertTrue(kind.contains("kind 99"), kind);
    DecisionCode stranger = new DecisionCode();
    stranger.write(new Decision.Ended(5, JOBS));
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
