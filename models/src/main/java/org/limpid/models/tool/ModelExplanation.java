package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.ModelCsv;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.tree.TreeModel;

/** Explains models and their predictions. */
public final class ModelExplanation {
  private ModelExplanation() {}

  /**
   * Carries out a request.
   *
   * @param notices hears what may surprise
   * @throws DataException if a file cannot be read, there is no such term or row, or the model is
   *     of a kind that has no such explanation
   */
  public static Report run(Request request, Consumer<String> notices) {
    Model model = ModelReader.read(request.model());
    Explainer explainer = explainer(model, request.model());
    if (request.row().isPresent()) {
      return row(model, explainer, request, notices);
    }
    return request
        .term()
        .map(term -> explainer.term(term, request.top()))
        .orElseGet(() -> explainer.all(request.top()));
  }

  private static Explainer explainer(Model model, Path file) {
    return switch (model) {
      case EbmModel ebm -> new Explainer.EbmExplainer(ebm, file);
      case TreeModel tree -> new Explainer.TreeExplainer(tree);
      case LinearModel linear -> new LinearExplainer(linear);
      case LookupModel table -> new LookupExplainer(table);
      default -> throw new IllegalArgumentException("no explanation for " + model.getClass());
    };
  }

  private static Report row(
      Model model, Explainer explainer, Request request, Consumer<String> notices) {
    Request.RowOfFile place = request.row().orElseThrow();
    String target = model.provenance().target();
    Table table = ModelCsv.read(model, place.csv(), target, Set.of(), notices);
    if (place.number() > table.rowCount()) {
      throw new DataException(
          Problem.ofFile(
              place.csv(),
              "expected row %,d, found only %,d rows".formatted(place.number(), table.rowCount()),
              "Maybe the names of columns were counted: row 1 is the first below them."));
    }
    Table one = table.rows(place.number() - 1);
    Row row = model.newRow();
    new RowReader(model, one).read(0, row);
    Optional<String> actual =
        one.find(target).filter(column -> !column.isMissing(0)).map(column -> column.text(0));
    ModelCsv.unseen(model, one).forEach(notices);
    return explainer.row(row, actual, request.top());
  }

  /**
   * What to explain.
   *
   * @param model file of the model
   * @param term the term whose shape is wanted, if one is
   * @param row the row whose prediction is wanted, if one is
   * @param top most terms to show in a text
   */
  public record Request(Path model, Optional<String> term, Optional<RowOfFile> row, int top) {

    /**
     * A row of a CSV file.
     *
     * @param csv the file
     * @param number 1 for the first row below the names of columns
     */
    public record RowOfFile(Path csv, int number) {}
  }

  /**
   * An explanation.
   *
   * @param text for people
   * @param value for programs: becomes JSON
   */
  public record Report(String text, Object value) {}
}
