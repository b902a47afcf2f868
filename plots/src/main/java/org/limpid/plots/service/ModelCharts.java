package org.limpid.plots.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Words;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.TermImportance;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.survival.SurvivalModel;
import org.limpid.models.tool.OutputFile;
import org.limpid.plots.Exhibits;
import org.limpid.plots.explain.ModelWords;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FileName;
import org.limpid.plots.figure.ModelChoice;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.report.ChartPage;

/**
 * The charts of one model on one web page: which terms matter, why one row got its prediction, and
 * the shapes of terms, the most important first; of a survival model how long rows last and the
 * hazard over time; of a tree, its diagram.
 */
public final class ModelCharts {
  private final Request request;
  private final Model model;
  private final PlotInputs inputs;
  private final Set<String> names = new HashSet<>();
  private final List<Figure> figures = new ArrayList<>();

  private ModelCharts(Request request) {
    this.request = request;
    model = ModelReader.read(request.model());
    inputs =
        new InputFolders(
                Optional.empty(),
                List.of(request.model()),
                Optional.empty(),
                Optional.empty(),
                request.csv())
            .open();
  }

  /**
   * Writes the page.
   *
   * @return how many charts are on it
   * @throws DataException if a file cannot be read or written, there is no such row, or the model
   *     is of a kind that has no charts
   */
  public static int run(Request request) {
    request.out().check(request.model());
    request.csv().ifPresent(request.out()::check);
    ChartPage page = new ModelCharts(request).page();
    request.out().write(out -> out.write(page.render()));
    return page.figures().size();
  }

  private ChartPage page() {
    add("importance", Optional.empty());
    if (SurvivalModel.of(model).isPresent()) {
      add("survival-curves", Optional.empty());
      add("hazard", Optional.empty());
    } else if (request.csv().isPresent()) {
      add("waterfall", Optional.empty());
    }
    int left = 0;
    if (model instanceof EbmModel ebm) {
      List<TermImportance> terms = GlobalExplanation.of(ebm).byMeanAbsolute();
      terms.stream().limit(request.top()).forEach(term -> add("shape", Optional.of(term.term())));
      left = Math.max(0, terms.size() - request.top());
    } else {
      add("tree", Optional.empty());
    }
    if (figures.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              request.model(),
              "expected a model that has charts: an explainable boosting machine or a tree",
              "Maybe leave --html out."));
    }
    return new ChartPage(title(), sentences(left), figures);
  }

  /** Adds figures of the kind of this name. */
  private void add(String name, Optional<String> term) {
    Exhibit kind = Exhibits.named(name).orElseThrow();
    ModelChoice choice = new ModelChoice(term, request.row(), false, false);
    FigureOptions options =
        new FigureOptions(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), choice);
    if (kind.make(inputs, options) instanceof Made.Figures made) {
      for (Figure figure : made.figures()) {
        String wanted = term.map(each -> FileName.of(name, each)).orElse(figure.name());
        figures.add(figure.named(FileName.unique(wanted, names)));
      }
    }
  }

  private String title() {
    String target = ModelWords.target(model);
    return target.isEmpty() ? "How the model predicts" : "How the model predicts " + target;
  }

  private List<String> sentences(int left) {
    List<String> sentences = new ArrayList<>();
    if (model.provenance().rowCount() > 0) {
      sentences.add(
          "Trained by %s on %s and %s."
              .formatted(
                  model.provenance().trainer(),
                  Words.count(model.provenance().rowCount(), "row"),
                  Words.count(model.features().size(), "feature")));
    }
    model.offset().ifPresent(name -> sentences.add("It adds %s to every score.".formatted(name)));
    model.provenance().edits().forEach(edit -> sentences.add("Edited: %s.".formatted(edit)));
    if (left > 0) {
      sentences.add("%d less important terms are left out (--top).".formatted(left));
    }
    return sentences;
  }

  /**
   * What to show.
   *
   * @param model file of the model
   * @param csv rows, for one of which the page tells why it got its prediction
   * @param row which one, from 1; empty: that of the largest prediction
   * @param top most terms whose shapes are shown
   * @param out where the page goes
   */
  public record Request(Path model, Optional<Path> csv, OptionalInt row, int top, OutputFile out) {
    public Request {
      Objects.requireNonNull(model, "model");
      Objects.requireNonNull(csv, "csv");
      Objects.requireNonNull(row, "row");
      Objects.requireNonNull(out, "out");
    }
  }
}
