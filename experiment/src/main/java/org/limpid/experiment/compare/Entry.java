package org.limpid.experiment.compare;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.files.DataException;

/**
 * One fit that is to take part in a contest: a learner, or several that have it in common.
 *
 * @param contest the contest
 * @param learners their names
 * @param readable whether a person can read the model
 * @param own whether it is Limpid's own, not that of another library
 * @param attempt fits and predicts; one outcome per learner
 */
record Entry(
    Contest contest,
    List<String> learners,
    boolean readable,
    boolean own,
    Supplier<List<ContestRun.Outcome>> attempt) {
  Entry {
    learners = List.copyOf(learners);
  }

  /** A readable learner of Limpid's own. */
  static Entry own(Contest contest, String learner, Supplier<ContestRun.Outcome> attempt) {
    return own(contest, List.of(learner), () -> List.of(attempt.get()));
  }

  /** Readable learners of Limpid's own that have a fit in common. */
  static Entry own(
      Contest contest, List<String> learners, Supplier<List<ContestRun.Outcome>> attempt) {
    return new Entry(contest, learners, true, true, attempt);
  }

  static Stream<Entry> of(Contest contest) {
    List<Learner> learners =
        Learner.all(contest.ebm(), contest.data().target().task(), contest.loss());
    return learners.stream().map(learner -> of(contest, learner));
  }

  private static Entry of(Contest contest, Learner learner) {
    return new Entry(
        contest,
        List.of(learner.name()),
        learner.readable(),
        learner.own(),
        () -> List.of(ContestRun.outcome(contest, learner)));
  }

  boolean isOf(String learner) {
    return learners.equals(List.of(learner));
  }

  /**
   * Takes part, on one thread: streams that a library means to run in parallel stay on the thread
   * that asks for them, so that its CPU time is that of the fit. Who can't learn from the data gets
   * a result that says why.
   *
   * @return one result per learner
   */
  List<LearnerResult> run() {
    try (ForkJoinPool thread = new ForkJoinPool(1)) {
      return thread.submit(this::results).join();
    }
  }

  private List<LearnerResult> results() {
    try {
      List<ContestRun.Outcome> outcomes = attempt.get();
      return IntStream.range(0, learners.size())
          .mapToObj(i -> LearnerResult.of(contest, learners.get(i), readable, outcomes.get(i)))
          .toList();
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

  private List<LearnerResult> failed(String reason) {
    String line = reason.lines().findFirst().orElse("");
    return learners.stream()
        .map(learner -> LearnerResult.failed(contest, learner, readable, line))
        .toList();
  }
}
