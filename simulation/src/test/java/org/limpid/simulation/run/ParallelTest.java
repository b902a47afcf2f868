package org.limpid.simulation.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void resultsKeepTheOrderOfTheInputs(int threads) {
    List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
    List<Integer> squares = IntStream.range(0, 100).mapToObj(i -> i * i).toList();
    assertEquals(squares, Parallel.map(inputs, i -> i * i, threads));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void firstFailureInOrderIsThrown(int threads) {
    List<Runnable> pieces = List.of(() -> {}, () -> fail("second"), () -> fail("third"));
    RuntimeException failure =
        assertThrows(IllegalStateException.class, () -> Parallel.run(pieces, threads));
    assertEquals("second", failure.getMessage());
  }

  /** The first piece runs out of memory; the second would wait for ever if it were not given up. */
  @Test
  void errorGivesTheOtherPiecesUp() {
    List<Runnable> pieces =
        List.of(
            () -> {
              throw new OutOfMemoryError("made up");
            },
            ParallelTest::waitToBeInterrupted);
    assertThrows(OutOfMemoryError.class, () -> Parallel.run(pieces, 2));
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }

  private static void waitToBeInterrupted() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
