package org.limpid.experiment.elasticflow;

import java.util.Optional;

/** The policies in the figures of ElasticFlow, in the order of their bars. */
public enum StudyPolicy {
  EDF("EDF", "edf"),
  EDF_ADMISSION("EDF with admission", "edf-admission"),
  EDF_ELASTIC("EDF with elastic scaling", "elasticflow-no-admission"),
  GANDIVA("Gandiva", "gandiva"),
  TIRESIAS("Tiresias", "tiresias-deadline"),
  THEMIS("Themis", "themis"),
  CHRONUS("Chronus", null),
  POLLUX("Pollux", null),
  ELASTICFLOW("ElasticFlow", "elasticflow");

  private final String words;
  private final String policy;

  StudyPolicy(String words, String policy) {
    this.words = words;
    this.policy = policy;
  }

  /** What figures call it. */
  public String words() {
    return words;
  }

  /** The name of its policy; empty where only published values are shown. */
  public Optional<String> policyName() {
    return Optional.ofNullable(policy);
  }
}
