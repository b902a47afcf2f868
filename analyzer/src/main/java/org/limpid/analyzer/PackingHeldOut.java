package org.limpid.analyzer;

import java.util.ArrayList;
import java.util.List;
import org.limpid.analyzer.pair.HeldOutRates;
import org.limpid.analyzer.pair.PairSpeedTrainer;
import org.limpid.analyzer.score.LeaveOneModelOut;
import org.limpid.analyzer.score.ScoreModel;
import org.limpid.analyzer.score.Scorers;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.files.DataException;
import org.limpid.interpret.evaluate.HeldOut;

/**
 * What the models of sharing say of deep-learning models that they have not learnt from: each
 * deep-learning model in turn is held out with all its workloads and pairs.
 */
public final class PackingHeldOut {
  /** The tree of share scores. */
  public static final String TREE = "share-score-tree";

  /** The EBM of share scores as classes. */
  public static final String EBM = "share-score-ebm";

  /** The EBM of the share score as a number. */
  public static final String ORDINAL = "share-score-ordinal";

  /** The EBM of the rates of pairs; the baseline is the mean rate of the training. */
  public static final String PAIR_SPEED = "pair-speed";

  private final Profiles profiles;
  private final int threads;
  private final List<String> leftOut;
  private final List<HeldOut> found = new ArrayList<>();

  private PackingHeldOut(Profiles profiles, int threads, List<String> leftOut) {
    this.profiles = profiles;
    this.threads = threads;
    this.leftOut = leftOut;
  }

  /**
   * The predictions of all models that can be tried so.
   *
   * @param profiles what the models were trained on, with the scores that were learnt
   * @param threads most threads to use; predictions don't depend on it
   * @param leftOut receives what can't be tried and why, one sentence each
   */
  public static List<HeldOut> of(Profiles profiles, int threads, List<String> leftOut) {
    return new PackingHeldOut(profiles, threads, leftOut).run();
  }

  private List<HeldOut> run() {
    if (LeaveOneModelOut.models(profiles).size() < 2) {
      leftOut.add(
          "Nobody knows how good the models of sharing are on other deep-learning models: all"
              + " workloads are of one.");
      return List.of();
    }
    scores(TREE, Scorers.tree());
    scores(EBM, Scorers.ebm(threads));
    scores(ORDINAL, Scorers.ordinal(threads));
    HeldOut pairs = pairs();
    if (!pairs.rows().isEmpty()) {
      found.add(pairs);
    }
    return List.copyOf(found);
  }

  private void scores(String name, ScoreModel.Learner trainer) {
    try {
      found.add(LeaveOneModelOut.heldOut(name, trainer, profiles));
    } catch (DataException e) {
      leftOut.add(
          "The model %s was not tried on deep-learning models held out: %s"
              .formatted(name, e.getMessage()));
    }
  }

  private HeldOut pairs() {
    return HeldOutRates.of(
        PAIR_SPEED,
        new PairSpeedTrainer(threads),
        profiles.singles().stream().map(SingleProfile::profile).toList(),
        profiles.pairs());
  }
}
