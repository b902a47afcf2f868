package org.limpid.experiment.elasticflow;

import java.util.List;

/** The numbers of a figure. */
public sealed interface StudyChart permits BarChart, StepChart {
  /** Of its files: {@code figure-8a}. */
  String name();

  /** Where the paper has it: {@code Figure 8a}. */
  String inPaper();

  /** What it shows, a few words. */
  String title();

  /** Sentences on what it was drawn from. */
  List<String> notes();
}
