package org.limpid.simulation.policy.elastic;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import org.limpid.simulation.loop.Partition;

/**
 * What would have got a declined job admitted. Each answer was tried and is enough, and one less is
 * not; that nothing still smaller is enough is taken for granted.
 */
final class Needs {
  private Needs() {}

  static AdmissionDecision.Needed of(Book book, Planner planner, Claim claim) {
    return new AdmissionDecision.Needed(
        deadline(book, planner, claim), moreGpus(book, claim), fewerJobs(book, claim));
  }

  /** As soon as possible beside the plans of the others is a deadline that is accepted. */
  private static OptionalLong deadline(Book book, Planner planner, Claim claim) {
    long enough = planner.soonest(claim, book.free()).end();
    return enough == Partition.NEVER
        ? OptionalLong.empty()
        : OptionalLong.of(
            least(
                claim.deadline(),
                enough,
                deadline -> book.admissible(claim.due(deadline)).isPresent()));
  }

  /** As many more as it can use are enough if any are. */
  private static OptionalInt moreGpus(Book book, Claim claim) {
    IntPredicate isEnough = gpus -> book.admissible(claim, gpus).isPresent();
    int most = claim.speeds().most();
    return isEnough.test(most)
        ? OptionalInt.of((int) least(0, most, gpus -> isEnough.test((int) gpus)))
        : OptionalInt.empty();
  }

  private static OptionalInt fewerJobs(Book book, Claim claim) {
    IntPredicate isEnough = jobs -> book.admissibleWithout(claim, jobs).isPresent();
    int all = book.jobs().size();
    return all > 0 && isEnough.test(all)
        ? OptionalInt.of((int) least(0, all, jobs -> isEnough.test((int) jobs)))
        : OptionalInt.empty();
  }

  /** Between what is too little and what is enough, by halving. */
  private static long least(long tooLittle, long enough, LongPredicate isEnough) {
    long low = tooLittle;
    long high = enough;
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (isEnough.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
