package org.limpid.adaptation.learning;

import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.data.generate.RandomStream;

/**
 * Lets a policy learn from the recorded trainings of a scenario, by REINFORCE (Williams, 1992)
 * without a baseline: an episode, then one step of Adam. Changes the weights of the policy. Not
 * safe for several threads.
 */
public final class Reinforce {
  private final PolicyNetwork policy;
  private final Vocabulary vocabulary;
  private final Scenario scenario;
  private final Adam adam;
  private Schedule schedule;

  /**
   * @param temperature of the first episode: 1 from scratch, up to 1000 after a transfer
   */
  public Reinforce(
      PolicyNetwork policy, Vocabulary vocabulary, Scenario scenario, double temperature) {
    this.policy = policy;
    this.vocabulary = vocabulary;
    this.scenario = scenario;
    adam = new Adam(policy.weights().length);
    schedule = Schedule.from(temperature);
  }

  /** The objective of an episode with given actions under the weights as they are. */
  public double objective(ActionSequence actions) {
    return run((step, _) -> actions.action(step)).objective();
  }

  /**
   * Learns from an episode with given actions.
   *
   * @return its objective before the step
   */
  public double learn(ActionSequence actions) {
    return learn(run((step, _) -> actions.action(step)));
  }

  /** Learns from an episode whose actions are drawn as the policy finds them probable. */
  public Outcome learn(RandomStream random) {
    Episode episode = run((_, choice) -> choice.draw(random));
    return new Outcome(episode.actions(), episode.accuracy(), learn(episode));
  }

  /**
   * What an episode came to.
   *
   * @param accuracy of 0..1 that the actions reached
   * @param objective under the weights before the step
   */
  public record Outcome(ActionSequence actions, double accuracy, double objective) {}

  private Episode run(Episode.Actor actor) {
    return Episode.run(policy, vocabulary, scenario, schedule.temperature(), actor);
  }

  private double learn(Episode episode) {
    adam.step(policy.weights(), episode.gradient(policy), schedule.learningRate());
    schedule = schedule.next();
    return episode.objective();
  }
}
