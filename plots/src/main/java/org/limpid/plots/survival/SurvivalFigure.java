package org.limpid.plots.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;

/** A figure for each survival model. */
abstract class SurvivalFigure implements Exhibit {
  private final About about;

  SurvivalFigure(String name, String description) {
    about = About.figure(name, description, Chapter.MODELS);
  }

  @Override
  public final About about() {
    return about;
  }

  @Override
  public final Made make(PlotInputs inputs, FigureOptions options) {
    Optional<String> missing = missing(inputs);
    if (missing.isPresent()) {
      return new Made.Nothing(missing.get());
    }
    List<Figure> figures = new ArrayList<>();
    inputs
        .models()
        .all()
        .forEach((name, model) ->
            SurvivalModel.of(model)
                .map(survival -> figure(name, survival, inputs, options))
                .ifPresent(figures::add));
    return Made.of(figures, "there is no survival model");
  }

  /** What is needed beside a model and is not there, a clause; empty if nothing. */
  abstract Optional<String> missing(PlotInputs inputs);

  abstract Figure figure(
      String name, SurvivalModel model, PlotInputs inputs, FigureOptions options);
}
