package org.limpid.app.compare;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.limpid.files.DataException;

/**
 * One learner that is to take part in a contest.
 *
 * @param contest the contest
 * @param learner its name
 * @param readable whether a person can read the model
 * @param attempt fits and predicts
 */
record Entry(Contest contest, String learner, boolean readable, Supplier<Outcome> attempt) {
  /** All learners of the class path. */
  static Stream<Entry> of(Contest contest) {
    List<Learner> learners = Learner.all(contest.ebm(), contest.data().target().task());
    return learners.stream()
        .map(learner ->
            new Entry(
                contest,
                learner.name(),
                learner.readable(),
                () -> Comparison.outcome(contest, learner)));
  }

  /** Takes part. Who can't learn from the data gets a standing that says why. */
  Standing run() {
    try {
      return Standing.of(contest, learner, readable, attempt.get());
    } catch (DataException e) {
      return failed(e.problems().getFirst().message());
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      // Other libraries say in ways of their own that the data does not suit them.
      if (readable) {
        throw e;
      }
      return failed(e.toString());
    }
  }

  private Standing failed(String reason) {
    return Standing.failed(contest, learner, readable, reason.lines().findFirst().orElse(""));
  }
}
