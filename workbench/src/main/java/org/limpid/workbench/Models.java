package org.limpid.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermImportance;
import org.limpid.interpret.model.Model;
import org.limpid.models.ModelFolder;
import tech.tablesaw.api.Table;

/**
 * Trained models, and their terms as tables. Scores are in the unit of the sum of scores: that of
 * the target, of its logarithm where the model has one, or log odds for classes. Every call makes a
 * table of its own. What is missing or wrong in the folder is a {@code DataException}.
 */
public final class Models {
  private final ModelFolder folder;

  private Models(ModelFolder folder) {
    this.folder = folder;
  }

  /** Opens a folder that {@code limpid train} made, or the file of a model. */
  public static Models open(Path folder) {
    return new Models(ModelFolder.open(folder));
  }

  /** Opens a folder that {@code limpid train} made, or the file of a model. */
  public static Models open(String folder) {
    return open(Path.of(folder));
  }

  /** The folder, for what no table tells. */
  public ModelFolder folder() {
    return folder;
  }

  /** Names of the models, such as {@code duration}. */
  public List<String> names() {
    return List.copyOf(folder.all().keySet());
  }

  /** The model of this name. */
  public Model model(String name) {
    Map<String, Model> all = folder.all();
    if (!all.containsKey(name)) {
      throw wrong(name, "expected a model of the folder", ClosestName.hint(name, all.keySet()));
    }
    return all.get(name);
  }

  /** The model of this name, which has to be an EBM. */
  public EbmModel ebm(String name) {
    if (model(name) instanceof EbmModel ebm) {
      return ebm;
    }
    List<String> ebms = names().stream().filter(other -> model(other) instanceof EbmModel).toList();
    throw wrong(name, "expected an EBM", "Maybe one of: %s.".formatted(String.join(", ", ebms)));
  }

  private DataException wrong(String name, String expected, String hint) {
    return new DataException(new Problem(folder.folder().toString(), 0, "", name, expected, hint));
  }

  /**
   * How much the terms of an EBM matter, the most important first. Columns: {@code term}; {@code
   * importance}, the mean absolute score over the training data, and {@code range}, the largest
   * less the smallest score, each with its standard deviation over the bags, {@code ..._deviation},
   * missing where bags are not known.
   */
  public Table importances(String name) {
    List<TermImportance> terms = GlobalExplanation.of(ebm(name)).byMeanAbsolute();
    int size = terms.size();
    return Table.create(
        "importances of " + name,
        TableColumns.texts("term", size, row -> terms.get(row).term()),
        TableColumns.decimals("importance", size, row -> terms.get(row).meanAbsolute().value()),
        TableColumns.decimals(
            "importance_deviation", size, row -> terms.get(row).meanAbsolute().deviation()),
        TableColumns.decimals("range", size, row -> terms.get(row).range().value()),
        TableColumns.decimals("range_deviation", size, row -> terms.get(row).range().deviation()));
  }

  /** {@link #term} of all terms of an EBM, one below the other. */
  public Table terms(String name) {
    EbmModel model = ebm(name);
    return TableColumns.below(TermExplanation.allOf(model), Models::cells)
        .setName("terms of " + name);
  }

  /**
   * A term of an EBM, a row per cell and score. Columns: {@code term}; {@code bin} and, for a pair,
   * {@code bin2}, what falls into the cell; {@code score_of}, the target or the class; {@code
   * score}; {@code deviation}, its standard deviation over the bags, missing where they are not
   * known; {@code weight}, that of the training data in the cell.
   */
  public Table term(String name, String term) {
    return cells(TermExplanation.of(ebm(name), term));
  }

  private static Table cells(TermExplanation term) {
    int scores = term.scoreNames().size();
    int size = term.cells().size() * scores;
    return Table.create(
        term.term(),
        TableColumns.constant("term", size, term.term()),
        TableColumns.texts("bin", size, row -> cell(term, row).labels().getFirst()),
        TableColumns.texts(
            "bin2", size, row -> term.axes().size() < 2 ? "" : cell(term, row).labels().get(1)),
        TableColumns.texts("score_of", size, row -> term.scoreNames().get(row % scores)),
        TableColumns.decimals("score", size, row -> cell(term, row).scores().get(row % scores)),
        TableColumns.decimals("deviation", size, row -> deviation(cell(term, row), row % scores)),
        TableColumns.decimals("weight", size, row -> cell(term, row).weight()));
  }

  private static TermExplanation.Cell cell(TermExplanation term, int row) {
    return term.cells().get(row / term.scoreNames().size());
  }

  private static double deviation(TermExplanation.Cell cell, int score) {
    return cell.deviations().isEmpty() ? Double.NaN : cell.deviations().get(score);
  }
}
