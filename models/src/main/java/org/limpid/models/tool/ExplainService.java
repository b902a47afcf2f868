package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.ModelTable;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.models.tool.ExplainRequest.RowOfFile;

/** Explains models and their predictions. */
public final class ExplainService {
  private ExplainService() {}

  /**
   * Carries out a request.
   *
   * @param notices hears what may surprise
   * @throws DataException if a file cannot be read, there is no such term or row, or the model is
   *     of a kind that has no such explanation
   */
  public static ExplainReport run(ExplainRequest request, Consumer<String> notices) {
    Model model = ModelFile.read(request.model());
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
      case EbmModel ebm -> new EbmExplainer(ebm, file);
      case TreeModel tree -> new TreeExplainer(tree);
      case LinearModel linear -> new LinearExplainer(linear);
      case LookupModel table -> new LookupExplainer(table);
      default -> throw new IllegalArgumentException("no explanation for " + model.getClass());
    };
  }

  private static ExplainReport row(
      Model model, Explainer explainer, ExplainRequest request, Consumer<String> notices) {
    RowOfFile place = request.row().orElseThrow();
    String target = model.provenance().target();
    Table table = ModelTable.read(model, place.csv(), target, Set.of(), notices);
    if (place.number() > table.rowCount()) {
      throw new DataException(
          Problem.ofFile(
              place.csv(),
              "expected row %,d, found only %,d rows".formatted(place.number(), table.rowCount()),
              "Maybe the names of columns were counted: row 1 is the first below them."));
    }
    Table one = table.rows(place.number() - 1);
    Row row = model.newRow();
    new RowReader(model.features(), one).read(0, row);
    Optional<String> actual =
        one.find(target).filter(column -> !column.isMissing(0)).map(column -> column.text(0));
    ModelTable.unseen(model, one).forEach(notices);
    return explainer.row(row, actual, request.top());
  }
}
