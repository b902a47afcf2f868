package org.limpid.plots.elasticflow;

import org.limpid.experiment.elasticflow.StudyPolicy;
import org.limpid.plots.theme.Hatch;
import org.limpid.plots.theme.Hue;
import org.limpid.plots.theme.SeriesStyle;
import org.limpid.plots.theme.Theme;

/** The look of policies, the same in all figures of the study. */
final class PolicyLook {
  private static final double FADE = 0.72;

  private PolicyLook() {}

  static SeriesStyle of(StudyPolicy policy, Theme theme) {
    return switch (policy) {
      case EDF -> theme.area(Hue.GREY, Hatch.LEVEL);
      case EDF_ADMISSION -> theme.area(Hue.BLUE, Hatch.UPRIGHT);
      case EDF_ELASTIC -> theme.area(Hue.ORANGE, Hatch.RISING);
      case GANDIVA -> theme.area(Hue.SKY, Hatch.FALLING);
      case TIRESIAS -> theme.area(Hue.BLUE, Hatch.UPRIGHT);
      case THEMIS -> theme.area(Hue.GREEN, Hatch.RISING);
      case CHRONUS -> theme.area(Hue.PURPLE, Hatch.CROSSED);
      case POLLUX -> theme.area(Hue.INDIGO, Hatch.FALLING);
      case ELASTICFLOW -> theme.area(Hue.VERMILLION, Hatch.NONE);
    };
  }

  /** The paler look of a policy of which there is but the published value. */
  static SeriesStyle published(StudyPolicy policy, Theme theme) {
    SeriesStyle style = of(policy, theme);
    return style.in(theme.faded(style.color(), FADE)).with(Hatch.NONE);
  }
}
