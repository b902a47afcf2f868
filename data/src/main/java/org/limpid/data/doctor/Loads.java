package org.limpid.data.doctor;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.limpid.data.Trace;

/** What virtual clusters are asked for, and what is left of it at best. */
final class Loads {
  private static final long SECONDS_PER_DAY = 86_400;

  private Loads() {}

  /**
   * Per virtual cluster of the trace its GPU-seconds relative to those it has from the first to the
   * last submission; all 0 in traces of less than a day, in which that means little.
   */
  static double[] of(Subject subject) {
    return of(subject, subject.gpus());
  }

  private static double[] of(Subject subject, int[] gpus) {
    Trace trace = subject.trace();
    double[] loads = new double[gpus.length];
    if (subject.span() >= SECONDS_PER_DAY) {
      for (int row = 0; row < subject.size(); row++) {
        int index = trace.virtualClusterIndex(row);
        loads[index] += subject.gpuSeconds(row) / gpus[index] / subject.span();
      }
    }
    return loads;
  }

  /**
   * Per virtual cluster the last second at which it could have been without work, had every GPU
   * always been busy while there was some: no policy empties it later.
   */
  static long[] lastIdleSeconds(Subject subject) {
    return lastIdleSeconds(subject, subject.gpus());
  }

  private static long[] lastIdleSeconds(Subject subject, int[] gpus) {
    Trace trace = subject.trace();
    double[] freeAt = new double[gpus.length];
    long[] lastIdle = new long[gpus.length];
    for (int row = 0; row < subject.size(); row++) {
      int index = trace.virtualClusterIndex(row);
      long now = trace.submitSeconds(row);
      if (freeAt[index] <= now) {
        freeAt[index] = now;
        lastIdle[index] = now;
      }
      freeAt[index] += subject.gpuSeconds(row) / gpus[index];
    }
    for (int index = 0; index < gpus.length; index++) {
      lastIdle[index] =
          freeAt[index] <= subject.lastSubmit() ? subject.lastSubmit() : lastIdle[index];
    }
    return lastIdle;
  }

  /** The second until which a queue must be empty once, lest it is called one that never drains. */
  static long half(Subject subject) {
    return subject.lastSubmit() - subject.span() / 2;
  }

  /** Notes the GPUs with which the virtual clusters for which it holds are asked for no more. */
  static void giveEnough(Subject subject, Mending mending, IntPredicate holds) {
    int[] enough = enoughGpus(subject);
    IntStream.range(0, enough.length)
        .filter(holds)
        .forEach(
            index -> mending.gpus(subject.trace().virtualClusterNames().get(index), enough[index]));
  }

  /**
   * The fewest GPUs per virtual cluster with which the load is at most 1 and the queue drains, at
   * least those that it has.
   */
  private static int[] enoughGpus(Subject subject) {
    int[] enough = subject.gpus();
    int[] tooFew = Arrays.stream(enough).map(gpus -> gpus - 1).toArray();
    boolean[] done = areEnough(subject, enough);
    while (!areAll(done)) {
      for (int index = 0; index < done.length; index++) {
        tooFew[index] = done[index] ? tooFew[index] : enough[index];
        enough[index] *= done[index] ? 1 : 2;
      }
      done = areEnough(subject, enough);
    }
    return bisected(subject, tooFew, enough);
  }

  private static int[] bisected(Subject subject, int[] tooFew, int[] enough) {
    while (IntStream.range(0, enough.length).anyMatch(i -> enough[i] - tooFew[i] > 1)) {
      int[] middle =
          IntStream.range(0, enough.length)
              .map(i -> tooFew[i] + (enough[i] - tooFew[i] + 1) / 2)
              .toArray();
      boolean[] areEnough = areEnough(subject, middle);
      for (int index = 0; index < middle.length; index++) {
        (areEnough[index] ? enough : tooFew)[index] = middle[index];
      }
    }
    return enough;
  }

  private static boolean[] areEnough(Subject subject, int[] gpus) {
    double[] loads = of(subject, gpus);
    long[] lastIdle = lastIdleSeconds(subject, gpus);
    boolean[] areEnough = new boolean[gpus.length];
    for (int index = 0; index < gpus.length; index++) {
      areEnough[index] =
          loads[index] == 0 || (loads[index] <= 1 && lastIdle[index] >= half(subject));
    }
    return areEnough;
  }

  private static boolean areAll(boolean[] values) {
    return IntStream.range(0, values.length).allMatch(index -> values[index]);
  }
}
