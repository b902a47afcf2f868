package org.limpid.neural;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.limpid.experiment.chain.ChainPolicy;
import org.limpid.reference.mirage.ChainSight;

/**
 * Decides by a network. Without a head it submits as soon as the predicted gap is no less than half
 * an hour of overlap. With one it acts at random by the probabilities of that, as often as it was
 * trained to; the random numbers depend on the seed and the first moment of the window only.
 *
 * @param name of the learner
 * @param head of a policy that was trained by REINFORCE
 */
record NeuralPolicy(String name, GapNetwork network, Optional<PolicyHead> head)
    implements ChainPolicy {
  /** {@code infer_lower_bound} of the artifact's experiments. */
  private static final double LEAST_GAP_HOURS = -0.5;

  @Override
  public Predicate<ChainSight> begin() {
    return head.<Predicate<ChainSight>>map(Acting::new)
        .orElse(sight -> network.hours(sight) >= LEAST_GAP_HOURS);
  }

  @Override
  public void write(Path file) {
    new NetworkFile(file).write(this);
  }

  /** A policy by probabilities in a window. */
  private final class Acting implements Predicate<ChainSight> {
    private final PolicyHead head;
    private Optional<SplittableRandom> random = Optional.empty();
    private long next;

    private Acting(PolicyHead head) {
      this.head = head;
    }

    @Override
    public boolean test(ChainSight sight) {
      long now = sight.moment().second();
      if (random.isEmpty()) {
        random = Optional.of(new SplittableRandom(31 * network.settings().seed() + now));
        next = now;
      }
      if (now < next) {
        return false;
      }
      next += head.intervalSeconds();
      return random.get().nextDouble() < head.submits(network.outputs(sight.window()));
    }
  }
}
