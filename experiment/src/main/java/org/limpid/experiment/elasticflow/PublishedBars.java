package org.limpid.experiment.elasticflow;

import static org.limpid.experiment.elasticflow.StudyPolicy.CHRONUS;
import static org.limpid.experiment.elasticflow.StudyPolicy.EDF;
import static org.limpid.experiment.elasticflow.StudyPolicy.EDF_ADMISSION;
import static org.limpid.experiment.elasticflow.StudyPolicy.EDF_ELASTIC;
import static org.limpid.experiment.elasticflow.StudyPolicy.ELASTICFLOW;
import static org.limpid.experiment.elasticflow.StudyPolicy.GANDIVA;
import static org.limpid.experiment.elasticflow.StudyPolicy.POLLUX;
import static org.limpid.experiment.elasticflow.StudyPolicy.THEMIS;
import static org.limpid.experiment.elasticflow.StudyPolicy.TIRESIAS;

import java.util.Map;

/** The heights of the published bars, as the scripts of the artifact that draw them have them. */
final class PublishedBars {
  /** Deadline satisfaction on 195 jobs and 64 GPUs. */
  static final Map<StudyPolicy, double[]> FIGURE_8A =
      Map.of(
          EDF, bars(.118),
          GANDIVA, bars(.09),
          TIRESIAS, bars(.287),
          THEMIS, bars(.312),
          CHRONUS, bars(.262),
          POLLUX, bars(.523),
          ELASTICFLOW, bars(.728));

  /** Deadline satisfaction on ten clusters and Philly. */
  static final Map<StudyPolicy, double[]> FIGURE_8B =
      Map.of(
          EDF, bars(.182, .228, .095, .007, .375, .105, .046, .252, .800, .769, .01),
          GANDIVA, bars(.246, .286, .314, .228, .228, .381, .351, .325, .329, .354, .15),
          TIRESIAS, bars(.478, .470, .401, .120, .420, .466, .346, .373, .468, .473, .32),
          THEMIS, bars(.464, .431, .389, .432, .430, .425, .437, .423, .456, .431, .33),
          CHRONUS, bars(.474, .445, .426, .450, .453, .432, .460, .447, .466, .454, .324),
          ELASTICFLOW, bars(.788, .822, .455, .631, .832, .607, .665, .896, .938, .981, .87));

  /** Deadline satisfaction on 64, 128 and 256 GPUs. */
  static final Map<StudyPolicy, double[]> FIGURE_9 =
      Map.of(
          EDF, bars(.026, .118, .118),
          EDF_ADMISSION, bars(.203, .326, .658),
          EDF_ELASTIC, bars(.452, .835, .939),
          ELASTICFLOW, bars(.926, .949, .944));

  /** Deadline satisfaction with 10 % to 90 % of jobs without a deadline. */
  static final Map<StudyPolicy, double[]> FIGURE_11A =
      Map.of(
          EDF, bars(.09, .1, .15, .15, .23, .28, .44, .79, .95),
          GANDIVA, bars(.25, .24, .2, .18, .19, .17, .18, .18, .16),
          TIRESIAS, bars(.46, .46, .44, .42, .43, .41, .44, .5, .53),
          THEMIS, bars(.41, .4, .37, .34, .36, .34, .35, .42, .37),
          CHRONUS, bars(.42, .42, .4, .37, .4, .39, .42, .5, .53),
          ELASTICFLOW, bars(.74, .67, .67, .69, .68, .76, .82, .92, .95));

  /** How many times shorter jobs without a deadline take than under Gandiva. */
  static final Map<StudyPolicy, double[]> FIGURE_11B =
      Map.of(
          TIRESIAS, bars(1.44, 1.39, 1.33, 1.31, 1.26, 1.27, 1.28, 1.3, 1.45),
          ELASTICFLOW, bars(1.6, 1.37, 1.18, 1.11, 1.27, 1.24, 1.19, 1.16, 1.31));

  private PublishedBars() {}

  private static double[] bars(double... heights) {
    return heights;
  }
}
