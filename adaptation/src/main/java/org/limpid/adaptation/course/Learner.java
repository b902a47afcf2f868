package org.limpid.adaptation.course;

import java.util.ArrayList;
import java.util.List;
import org.limpid.adaptation.learning.GreedyEvaluation;
import org.limpid.adaptation.learning.LearningRules;
import org.limpid.adaptation.learning.Reinforce;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;

/** A policy on its course: learns a number of episodes at a time. Not safe for several threads. */
final class Learner {
  private final Course course;
  private final Vocabulary vocabulary;
  private final LearningRules rules;
  private final PolicyNetwork policy;
  private final Curve curve = new Curve();
  private final List<ActionSequence> learnt = new ArrayList<>();
  private Reinforce learning;

  /**
   * @param policy with its weights before the course; they change
   * @param rules of all stages, but for the temperature
   */
  Learner(Course course, Vocabulary vocabulary, LearningRules rules, PolicyNetwork policy) {
    this.course = course;
    this.vocabulary = vocabulary;
    this.rules = rules;
    this.policy = policy;
    learning = begin();
  }

  private Reinforce begin() {
    Stage stage = stage();
    return new Reinforce(
        policy, vocabulary, stage.scenario(), rules.withTemperature(stage.temperature()));
  }

  private Stage stage() {
    return course.stages().get(learnt.size());
  }

  boolean isDone() {
    return learnt.size() == course.stages().size();
  }

  /** Learns from at most so many episodes, which may end in another stage. */
  void learn(int most) {
    for (int i = 0; i < most && !isDone(); i++) {
      curve.add(learning.learn(course.seed()));
      if (learning.episodes() == stage().episodes()) {
        endStage();
      }
    }
  }

  private void endStage() {
    policy.round();
    Scenario scenario = stage().scenario();
    learnt.add(GreedyEvaluation.of(policy, vocabulary, scenario).actions());
    if (!isDone()) {
      learning = begin();
    }
  }

  Course course() {
    return course;
  }

  PolicyNetwork policy() {
    return policy;
  }

  /** What came of the episodes so far. */
  Curve curve() {
    return curve;
  }

  /** What the policy did at the end of each stage that is over, always its most probable action. */
  List<ActionSequence> learnt() {
    return List.copyOf(learnt);
  }

  /** The numbers that a stopped course goes on with; not copies. */
  double[][] memory() {
    return learning.memory();
  }

  /**
   * Skips what is known of an earlier, stopped course; the numbers of {@link #memory()} are to be
   * set afterwards.
   *
   * @param known what the policy did at the end of the stages that were over
   */
  void skip(List<ActionSequence> known, long episodesOfStage) {
    learnt.addAll(known);
    if (!isDone()) {
      learning = begin();
      learning.resume(episodesOfStage);
    }
  }
}
