package org.limpid.simulation.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Does independent pieces of work on several threads. */
public final class Parallel {
  private Parallel() {}

  /**
   * Does all the work and returns when it is done; the pieces are begun in order.
   *
   * @param pieces the work
   * @param threads threads to use; 1: the calling one
   * @throws RuntimeException the first failure in the order of the pieces; the others are given up
   */
  public static void run(List<? extends Runnable> pieces, int threads) {
    if (threads == 1) {
      pieces.forEach(Runnable::run);
      return;
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> futures = pieces.stream().<Future<?>>map(workers::submit).toList();
      try {
        futures.forEach(Parallel::await);
      } catch (RuntimeException | Error failure) {
        workers.shutdownNow();
        throw failure;
      }
    }
  }

  /**
   * Applies a function to all inputs; results in the order of the inputs.
   *
   * @param inputs what to apply it to
   * @param function independent of what is done with the other inputs
   * @param threads threads to use; 1: the calling one
   * @throws RuntimeException the first failure in the order of the inputs
   */
  public static <T, R> List<R> map(
      List<T> inputs, Function<? super T, ? extends R> function, int threads) {
    List<R> results = new ArrayList<>(Collections.nCopies(inputs.size(), null));
    List<Runnable> pieces =
        IntStream.range(0, inputs.size())
            .<Runnable>mapToObj(i -> () -> results.set(i, function.apply(inputs.get(i))))
            .toList();
    run(pieces, threads);
    return results;
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException failure) {
      switch (failure.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(failure.getCause());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
