package org.limpid.simulation.policy.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Script;
import org.limpid.simulation.loop.Partition;
import org.limpid.simulation.policy.ProfilingOutcome.Loan;

/** Loans of a virtual cluster of two or three nodes. */
class NodeLenderTest {
  private static List<Loan> loans(long... signedSeconds) {
    return IntStream.range(0, signedSeconds.length)
        .mapToObj(i -> new Loan(signedSeconds[i], i % 2 == 0 ? 1 : -1))
        .toList();
  }

  /** Numbers of the nodes that are here, in node order. */
  private static List<Integer> numbers(Partition partition) {
    List<Integer> numbers = new ArrayList<>();
    for (int node = 0; node < partition.nodes().positionBound(); node++) {
      if (partition.nodes().number(node) >= 0) {
        numbers.add(partition.nodes().number(node));
      }
    }
    return numbers;
  }

  @Test
  void lendsTheIdleNodeWithTheHighestNumberAndGetsTheTravellerBack() {
    Partition partition = Given.nodes(3).job(0, 1, 500).partition();
    NodeLender lender = new NodeLender(partition, loans(100, 200), false);
    new Script(partition)
        .start(0, 0)
        .at(
            100,
            () -> {
              assertEquals(100, lender.nextSecond());
              assertFalse(lender.act());
              assertEquals(List.of(0, 1), numbers(partition));
              assertEquals(200, lender.nextSecond());
            })
        .at(
            200,
            () -> {
              assertTrue(lender.act());
              assertEquals(List.of(0, 1, 9999), numbers(partition));
              assertEquals(Partition.NEVER, lender.nextSecond());
            })
        .run();
  }

  /** The traveller runs job 1 when it is lent again: node 1 takes its number, and goes. */
  @Test
  void busyTravellerSwapsNumbersWithTheIdleNode() {
    Partition partition = Given.nodes(2).job(0, 8, 500).job(0, 8, 300).partition();
    NodeLender lender = new NodeLender(partition, loans(100, 200, 300), false);
    new Script(partition)
        .start(0, 0)
        .at(100, lender::act)
        .at(
            200,
            () -> {
              lender.act();
              partition.tryStart(1);
              partition.addNode(7);
              assertEquals(List.of(0, 9999, 7), numbers(partition));
            })
        .at(
            300,
            () -> {
              lender.act();
              assertEquals(List.of(0, 7), numbers(partition));
            })
        .run();
    assertEquals("7:0+1+2+3+4+5+6+7", Given.records(partition).allocations()[1].toString());
  }

  /**
   * Both nodes are busy until 150. The artifact forgets the loan of 100; the return of 200 adds a
   * node that nobody gave.
   */
  @Test
  void referenceDropsLoansWithoutIdleNode() {
    Partition partition = Given.nodes(2).job(0, 16, 150).job(0, 1, 500).partition();
    NodeLender lender = new NodeLender(partition, loans(100, 200), false);
    new Script(partition)
        .start(0, 0)
        .at(100, lender::act)
        .at(
            150,
            () -> {
              lender.act();
              partition.tryStart(1);
            })
        .at(160, () -> assertEquals(List.of(0, 1), numbers(partition)))
        .at(
            200,
            () -> {
              assertTrue(lender.act());
              assertEquals(List.of(0, 1, 9999), numbers(partition));
            })
        .run();
  }

  /**
   * After the traveller that nobody gave, job 1 keeps it busy, and node 1 is lent at 300. Its
   * return at 400 finds a node 9999, and is lost.
   */
  @Test
  void referenceLosesReturnsWhileTheTravellerIsThere() {
    Partition partition = Given.nodes(2).job(0, 16, 250).job(0, 8, 500).job(0, 8, 50).partition();
    NodeLender lender = new NodeLender(partition, loans(100, 200, 300, 400), false);
    new Script(partition)
        .start(0, 0)
        .at(100, lender::act)
        .at(
            200,
            () -> {
              lender.act();
              partition.tryStart(1);
            })
        .start(250, 2)
        .at(
            300,
            () -> {
              lender.act();
              assertEquals(List.of(0, 9999), numbers(partition));
            })
        .at(
            400,
            () -> {
              assertFalse(lender.act());
              assertEquals(List.of(0, 9999), numbers(partition));
            })
        .run();
  }

  /** Owed from 100 on, given at 150, when the nodes become idle, and returned at 200. */
  @Test
  void keptLoanIsGivenAsSoonAsANodeIsIdle() {
    Partition partition = Given.nodes(2).job(0, 16, 150).job(0, 1, 500).partition();
    NodeLender lender = new NodeLender(partition, loans(100, 200), true);
    new Script(partition)
        .start(0, 0)
        .at(100, lender::act)
        .at(
            150,
            () -> {
              partition.tryStart(1);
              assertFalse(lender.act());
              assertEquals(List.of(0), numbers(partition));
            })
        .at(
            200,
            () -> {
              assertTrue(lender.act());
              assertEquals(List.of(0, 9999), numbers(partition));
            })
        .run();
  }

  /** Nothing was given by the time of the return, so nothing comes back, nor is anything owed. */
  @Test
  void keptLoanThatWasReturnedBeforeIsForgotten() {
    Partition partition = Given.nodes(2).job(0, 16, 300).job(0, 1, 500).partition();
    NodeLender lender = new NodeLender(partition, loans(100, 200), true);
    new Script(partition)
        .start(0, 0)
        .at(100, lender::act)
        .at(
            200,
            () -> {
              assertFalse(lender.act());
              assertEquals(List.of(0, 1), numbers(partition));
            })
        .at(
            300,
            () -> {
              assertFalse(lender.act());
              partition.tryStart(1);
              assertEquals(List.of(0, 1), numbers(partition));
            })
        .run();
  }
}
