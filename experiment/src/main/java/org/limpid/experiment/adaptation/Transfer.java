package org.limpid.experiment.adaptation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy that began with the weights of another one, beside one that learnt the same scenario
 * from drawn weights; both with their curves.
 */
public record Transfer(ListedPolicy policy, ListedPolicy fromScratch) {
  /** All that a list has, in its order. */
  static List<Transfer> all(List<ListedPolicy> policies) {
    List<Transfer> transfers = new ArrayList<>();
    for (ListedPolicy policy : policies) {
      if (policy.beganWith().isPresent() && policy.curve().isPresent()) {
        fromScratch(policies, policy)
            .ifPresent(other -> transfers.add(new Transfer(policy, other)));
      }
    }
    return transfers;
  }

  private static Optional<ListedPolicy> fromScratch(
      List<ListedPolicy> policies, ListedPolicy policy) {
    return policies.stream()
        .filter(each -> each.beganWith().isEmpty() && each.curve().isPresent())
        .filter(each -> each.learntFrom().equals(List.of(policy.learntFrom().getLast())))
        .findFirst();
  }

  /** Accuracy of the first 50 episodes above that from scratch, mean. */
  public double jumpStart() {
    return curve(policy).start() - curve(fromScratch).start();
  }

  /** Accuracy of the last 500 episodes above that from scratch, mean. */
  public double endGain() {
    return curve(policy).end() - curve(fromScratch).end();
  }

  private static LearningCurve curve(ListedPolicy policy) {
    return policy.curve().orElseThrow();
  }
}
