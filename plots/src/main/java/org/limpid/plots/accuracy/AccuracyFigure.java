package org.limpid.plots.accuracy;

import java.util.List;
import java.util.function.Function;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.PlotInputs;

/** A figure for each set of predictions that can be set against what was observed. */
abstract sealed class AccuracyFigure<S> implements Exhibit {
  private final About about;
  private final Function<PlotInputs, List<S>> sets;
  private final String noneReason;

  private AccuracyFigure(
      String name, String description, Function<PlotInputs, List<S>> sets, String noneReason) {
    about = About.figure(name, description + ", with --data or --csv", Chapter.MODELS);
    this.sets = sets;
    this.noneReason = noneReason;
  }

  abstract static non-sealed class OfNumbers extends AccuracyFigure<PredictionSet> {
    OfNumbers(String name, String description) {
      super(
          name,
          description,
          PredictionSets::of,
          "no model predicts numbers that were observed in these data");
    }

    final String file(PredictionSet set) {
      return FileName.of(name(), set.head().model());
    }
  }

  abstract static non-sealed class OfClasses extends AccuracyFigure<ClassPredictions> {
    OfClasses(String name, String description) {
      super(
          name,
          description,
          ClassPredictions::of,
          "no model predicts classes that were observed in these data");
    }

    final String file(ClassPredictions set) {
      return FileName.of(name(), set.model());
    }
  }

  @Override
  public final About about() {
    return about;
  }

  @Override
  public final Made make(PlotInputs inputs, FigureOptions options) {
    return Sources.missing(inputs)
        .<Made>map(Made.Nothing::new)
        .orElseGet(
            () -> Made.of(sets.apply(inputs).stream().map(this::figure).toList(), noneReason));
  }

  abstract Figure figure(S set);
}
