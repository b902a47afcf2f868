package org.limpid.experiment.chain;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.reference.mirage.ChainSight;

/**
 * Learns to predict waits, and submits when the prediction is no less than what is left of the
 * predecessor. Predictions are shifted as those of the glass box are, so that they are the quantile
 * that the price asks for on windows that were not learnt from; a model of the mean becomes one of
 * a quantile by that.
 *
 * @param name as in tables
 * @param seesStates whether the model looks at the 24 h of states
 * @param fitting learns a model of the wait, without a look at the price or with one
 */
record CalibratedLearner(String name, boolean seesStates, Function<ChainLessons, WaitModel> fitting)
    implements ChainLearner {
  CalibratedLearner {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(fitting, "fitting");
  }

  @Override
  public ChainPolicy learn(ChainLessons lessons) {
    TaughtLessons.requireWindows(lessons.windows());
    double[] residuals =
        IntStream.range(0, HeldOutSpans.COUNT)
            .boxed()
            .flatMapToDouble(span -> residuals(lessons, span))
            .toArray();
    double shift = ConformalShift.of(residuals, lessons.price().quantile());
    WaitModel model = fitting.apply(lessons);
    return () -> {
      ToDoubleFunction<ChainSight> waits = model.begin();
      return sight -> waits.applyAsDouble(sight) + shift >= sight.moment().leftSeconds() / 3600.0;
    };
  }

  /** Waits of a span less their predictions by a model of what lies far enough from it. */
  private DoubleStream residuals(ChainLessons lessons, int span) {
    HeldOutSpans spans = new HeldOutSpans(lessons.windows());
    List<ChainLesson> all = lessons.lessons();
    ToDoubleFunction<ChainSight> waits =
        fitting.apply(lessons.with(spans.far(all, ChainLesson::window, span))).begin();
    return spans.within(all, ChainLesson::window, span).stream()
        .mapToDouble(lesson -> lesson.waitHours() - waits.applyAsDouble(lesson.sight()));
  }
}
