package org.limpid.interpret.ebm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntFunction;

/** Does the same for every bag, several at a time, and gives the results in the bags' order. */
final class BagThreads implements AutoCloseable {
  private final ExecutorService executor;

  /** With one thread everything happens in the caller's. */
  BagThreads(int threads) {
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("ebm-bag-", 0).factory();
    executor = threads == 1 ? null : Executors.newFixedThreadPool(threads, daemons);
  }

  /**
   * Runs a task per bag; a {@link CancellationException} ends it when this thread is interrupted,
   * and the tasks are interrupted then.
   */
  <T> List<T> forEach(int bagCount, IntFunction<T> task) {
    List<T> results = new ArrayList<>();
    if (executor == null) {
      for (int bag = 0; bag < bagCount; bag++) {
        results.add(task.apply(bag));
      }
      return results;
    }
    List<Future<T>> futures = new ArrayList<>();
    for (int bag = 0; bag < bagCount; bag++) {
      int number = bag;
      futures.add(executor.submit(() -> task.apply(number)));
    }
    futures.forEach(future -> results.add(resultOf(future)));
    return results;
  }

  private static <T> T resultOf(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the training was interrupted");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdownNow();
      executor.close();
    }
  }
}
