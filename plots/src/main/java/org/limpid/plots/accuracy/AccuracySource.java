package org.limpid.plots.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.Outcome;

/** A figure for each set of predictions of numbers. */
abstract sealed class AccuracySource implements FigureSource
    permits PredictedActual, Residuals, CalibrationCurve {
  @Override
  public final Set<Need> needs() {
    return Set.of(Need.MODELS);
  }

  @Override
  public final Outcome figures(Inputs inputs, FigureOptions options) {
    Optional<String> missing = Sources.missing(inputs);
    if (missing.isPresent()) {
      return new Outcome.Absent(missing.get());
    }
    List<Figure> figures = PredictionSets.of(inputs).stream().map(this::figure).toList();
    return Outcome.of(figures, "no model predicts numbers that were observed in these data");
  }

  abstract Figure figure(PredictionSet set);

  /** Name of the file of the figure of a set. */
  final String file(PredictionSet set) {
    return FileName.of(name(), set.head().model());
  }
}
