package org.limpid.adaptation.learning;

import java.util.Arrays;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

/**
 * Lets a policy learn from the recorded trainings of a scenario, by REINFORCE (Williams, 1992)
 * without a baseline: an episode, then one step of Adam. Changes the weights of the policy. Not
 * safe for several threads.
 */
public final class Reinforce {
  private final PolicyNetwork policy;
  private final LearningRules rules;
  private final Episode episode;
  private final Adam adam;
  private final double[] gradient;
  private Schedule schedule;

  /**
   * @throws org.limpid.files.DataException if the vocabulary lacks a layer that can come up
   */
  public Reinforce(
      PolicyNetwork policy, Vocabulary vocabulary, Scenario scenario, LearningRules rules) {
    this.policy = policy;
    this.rules = rules;
    episode = new Episode(policy, scenario, new States(scenario, vocabulary));
    adam = new Adam(policy.weights().length);
    gradient = new double[policy.weights().length];
    schedule = Schedule.from(rules);
  }

  /** The objective of an episode with given actions under the weights as they are. */
  public double objective(ActionSequence actions) {
    episode.run(schedule.temperature(), (step, _) -> actions.action(step));
    return episode.objective();
  }

  /**
   * Learns from an episode with given actions.
   *
   * @return its objective before the step
   */
  public double learn(ActionSequence actions) {
    return learn((step, _) -> actions.action(step)).objective();
  }

  /**
   * Learns from an episode whose actions are drawn as the policy finds them probable.
   *
   * @param seed of the run; with the number of the episode it decides what is drawn
   */
  public Outcome learn(long seed) {
    Draws draws = Draws.of(seed);
    long first = schedule.episodes() * ActionSequence.LENGTH;
    return learn((step, choice) -> choice.action(draws.uniform(first + step)));
  }

  /**
   * What an episode came to.
   *
   * @param accuracy of 0..1 that the actions reached
   * @param objective under the weights before the step
   */
  public record Outcome(ActionSequence actions, double accuracy, double objective) {}

  private Outcome learn(Episode.Actor actor) {
    episode.run(schedule.temperature(), actor);
    Outcome outcome = new Outcome(episode.actions(), episode.accuracy(), episode.objective());
    Arrays.fill(gradient, 0);
    episode.addGradient(gradient);
    adam.step(policy.weights(), gradient, schedule.learningRate());
    schedule = schedule.next();
    return outcome;
  }

  /** Episodes that are over. */
  public long episodes() {
    return schedule.episodes();
  }

  /**
   * What a stopped run needs to go on, besides the number of its episodes: the weights, and Adam's
   * means of gradients and of their squares; not copies.
   */
  public double[][] memory() {
    return new double[][] {policy.weights(), adam.means(), adam.squares()};
  }

  /** Goes on behind so many episodes; {@link #memory()} is to be filled in by the caller. */
  public void resume(long episodes) {
    adam.resume(episodes);
    schedule = Schedule.after(rules, episodes);
  }
}
