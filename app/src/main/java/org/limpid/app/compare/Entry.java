package org.limpid.app.compare;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.limpid.files.DataException;

/**
 * One learner that is to take part in a contest.
 *
 * @param contest the contest
 * @param learner its name
 * @param readable whether a person can read the model
 * @param own whether it is Limpid's own, not that of another library
 * @param attempt fits and predicts
 */
record Entry(
    Contest contest, String learner, boolean readable, boolean own, Supplier<Outcome> attempt) {
  /** A readable learner of Limpid's own. */
  static Entry own(Contest contest, String learner, Supplier<Outcome> attempt) {
    return new Entry(contest, learner, true, true, attempt);
  }

  /** All learners of the class path. */
  static Stream<Entry> of(Contest contest) {
    List<Learner> learners =
        Learner.all(contest.ebm(), contest.data().target().task(), contest.loss());
    return learners.stream()
        .map(learner ->
            new Entry(
                contest,
                learner.name(),
                learner.readable(),
                learner.own(),
                () -> Comparison.outcome(contest, learner)));
  }

  /**
   * Takes part, on one thread: streams that a library means to run in parallel stay on the thread
   * that asks for them, so that its CPU time is that of the fit. Who can't learn from the data gets
   * a standing that says why.
   */
  Standing run() {
    try (ForkJoinPool thread = new ForkJoinPool(1)) {
      return thread.submit(this::standing).join();
    }
  }

  private Standing standing() {
    try {
      return Standing.of(contest, learner, readable, attempt.get());
    } catch (DataException e) {
      return failed(e.problems().getFirst().message());
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      // Other libraries say in ways of their own that the data does not suit them.
      if (own) {
        throw e;
      }
      return failed(e.toString());
    }
  }

  private Standing failed(String reason) {
    return Standing.failed(contest, learner, readable, reason.lines().findFirst().orElse(""));
  }
}
