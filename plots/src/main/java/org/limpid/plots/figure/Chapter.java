package org.limpid.plots.figure;

/** The chapters of a report, in their order. */
public enum Chapter {
  POLICIES("The policies compared", InputKind.RUN),
  WAITS("Why did jobs wait?", InputKind.WAITS),
  CLUSTER("The cluster", InputKind.RUN),
  MODELS("The models", InputKind.MODELS),
  COMPARISON("Readable models and black boxes", InputKind.COMPARISON),
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
