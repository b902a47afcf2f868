package org.limpid.plots.figure;

/** The chapters of a report, in their order. */
public enum Chapter {
  /** How long jobs take under each policy. */
  POLICIES("The policies compared", InputKind.RUN),
  /** What jobs waited for. */
  WAITS("Why did jobs wait?", InputKind.WAITS),
  /** What the cluster did. */
  CLUSTER("The cluster", InputKind.RUN),
  /** What models learnt, and how good they are. */
  MODELS("The models", InputKind.MODELS),
  /** Learners beside each other. */
  COMPARISON("Readable models and black boxes", InputKind.COMPARISON),
  /** What the simulation starts from. */
  DATA("The data", InputKind.DATA);

  private final String heading;
  private final InputKind input;

  Chapter(String heading, InputKind input) {
    this.heading = heading;
    this.input = input;
  }

  /** Its title, a few words. */
  public String heading() {
    return heading;
  }

  /** What it is about. */
  public InputKind input() {
    return input;
  }
}
