package org.limpid.interpret.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Predictions;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.TreeModel;

/**
 * Models as one SELECT that predicts for all rows of a table, so that a database scores where the
 * data are. Its columns are told in {@code docs/model-format.md}.
 *
 * <p>Only what the standard has is used: CASE, COALESCE, EXP, derived tables, names in double
 * quotes. The inner SELECT gives the sums of scores, or of a tree the leaf, the outer one makes
 * predictions of them. Immutable and safe for several threads.
 */
public final class SqlSource {
  /** What the table is called unless somebody says otherwise. */
  public static final String TABLE = "input";

  private static final String SCORE = "limpid_score";
  private static final String LEAF = "limpid_leaf";

  private final Model model;
  private final String table;

  private SqlSource(Model model, String table) {
    this.model = model;
    this.table = table;
  }

  /**
   * The SELECT, with a semicolon and a line feed at its end. Dots in the name of the table stand
   * between catalogue, schema and table. Throws a {@code DataException} if the model is neither an
   * EBM nor a tree nor linear, or a name in it holds a character that SQL lacks; all problems at
   * once.
   */
  public static String of(Model model, String table) {
    checkNames(model);
    return new SqlSource(model, table).text();
  }

  private static void checkNames(Model model) {
    Problems problems = new Problems();
    Stream<String> categories =
        model.features().stream()
            .filter(Feature.Categorical.class::isInstance)
            .flatMap(feature -> ((Feature.Categorical) feature).categories().stream());
    Stream<String> classes =
        model.task() instanceof Task.Classification task ? task.classes().stream() : Stream.of();
    Stream.of(model.features().stream().map(Feature::name), categories, classes)
        .flatMap(each -> each)
        .filter(text -> text.indexOf('\0') >= 0)
        .forEach(text ->
            problems.add(
                new Problem(
                    "model", 0, "", text, "SQL cannot hold a NUL character", "Maybe rename it.")));
    problems.throwIfAny();
  }

  private String text() {
    return switch (model) {
      case EbmModel ebm -> sums(SqlSums.of(ebm), ebm.link(), ebm.clip().stream().toList());
      case LinearModel linear -> sums(SqlSums.of(linear), linear.link(), List.of());
      case TreeModel tree -> tree(new SqlTree(tree));
      default ->
          throw new DataException(
              Problem.of(
                  "model",
                  "expected an EBM, a tree or a linear model to write as SQL",
                  "Maybe export it as a Java class instead."));
    };
  }

  private static String column(String expression, String name) {
    return expression + "\nAS " + name;
  }

  /** All columns of the table, what an inner SELECT makes of them, and the outputs. */
  private String select(List<String> inner, List<String> outer) {
    String scored =
        "SELECT\n" + list("source.*", inner) + "\nFROM " + SqlText.table(table) + " source";
    return "SELECT\n"
        + list("scored.*", outer)
        + "\nFROM (\n"
        + SqlText.indented(scored)
        + "\n) scored;\n";
  }

  private static String list(String first, List<String> columns) {
    return Stream.concat(Stream.of(first), columns.stream())
        .map(SqlText::indented)
        .collect(Collectors.joining(",\n"));
  }

  private String sums(List<String> sums, LinkFunction link, List<ResponseRange> clip) {
    List<String> names = scoreNames(sums.size());
    List<String> inner =
        IntStream.range(0, sums.size()).mapToObj(k -> column(sums.get(k), names.get(k))).toList();
    List<String> outer =
        switch (model.task()) {
          case Task.Regression _ -> List.of(column(clipped(response(link), clip), "prediction"));
          case Task.Classification task -> classes(task.classes(), names, link);
        };
    return select(inner, outer);
  }

  private static List<String> scoreNames(int count) {
    return count == 1
        ? List.of(SCORE)
        : IntStream.rangeClosed(1, count).mapToObj(k -> SCORE + "_" + k).toList();
  }

  private static String response(LinkFunction link) {
    return switch (link) {
      case IDENTITY -> SCORE;
      case LOG -> "EXP(" + SCORE + ")";
      case LOG1P -> "EXP(" + SCORE + ") - 1E0";
      case LOGIT, SOFTMAX -> throw new IllegalArgumentException("a link of classes: " + link);
    };
  }

  private static String clipped(String response, List<ResponseRange> clip) {
    String text = response;
    for (ResponseRange range : clip) {
      String below =
          range.maximum() == Double.POSITIVE_INFINITY
              ? response
              : SqlCase.of(
                  response + " > " + SqlText.number(range.maximum()),
                  SqlText.number(range.maximum()),
                  response);
      text =
          range.minimum() == Double.NEGATIVE_INFINITY
              ? below
              : SqlCase.of(
                  response + " < " + SqlText.number(range.minimum()),
                  SqlText.number(range.minimum()),
                  below);
    }
    return text;
  }

  /** The most probable class is that of the largest score, the first of them where several are. */
  private static List<String> classes(
      List<String> classes, List<String> scores, LinkFunction link) {
    List<String> each = link == LinkFunction.LOGIT ? List.of("0E0", scores.getFirst()) : scores;
    List<String> columns = new ArrayList<>(List.of(column(largest(classes, each), "prediction")));
    for (int k = 0; k < classes.size(); k++) {
      columns.add(column(share(each, k), probability(classes.get(k))));
    }
    return columns;
  }

  private static String probability(String className) {
    return SqlText.name("p_" + className);
  }

  private static String largest(List<String> classes, List<String> scores) {
    String text = SqlText.text(classes.getLast());
    for (int k = classes.size() - 2; k >= 0; k--) {
      String score = scores.get(k);
      String atLeastAll =
          scores.subList(k + 1, scores.size()).stream()
              .map(other -> score + " >= " + other)
              .collect(Collectors.joining(" AND "));
      text = SqlCase.of(atLeastAll, SqlText.text(classes.get(k)), text);
    }
    return SqlCase.of(String.join(" + ", scores) + " IS NULL", "NULL", text);
  }

  /** The softmax of the scores; two classes have 0 and their score. */
  private static String share(List<String> scores, int k) {
    List<String> parts = new ArrayList<>(Collections.nCopies(scores.size(), "1E0"));
    for (int j = 0; j < parts.size(); j++) {
      if (j != k) {
        parts.set(j, "EXP(%s - %s)".formatted(scores.get(j), scores.get(k)));
      }
    }
    return "1E0 / (" + String.join(" + ", parts) + ")";
  }

  private String tree(SqlTree tree) {
    List<String> outer = new ArrayList<>();
    TreeModel of = tree.model();
    switch (model.task()) {
      case Task.Regression _ ->
          outer.add(column(tree.ofLeaf(LEAF, leaf -> output(of, leaf, 0)), "prediction"));
      case Task.Classification(var classes) -> {
        outer.add(
            column(
                tree.ofLeaf(
                    LEAF,
                    leaf ->
                        SqlText.text(
                            classes.get(
                                Predictions.mostProbable(
                                    of.nodes().get(leaf).summary().outputs())))),
                "prediction"));
        for (int k = 0; k < classes.size(); k++) {
          int output = k;
          outer.add(
              column(
                  tree.ofLeaf(LEAF, leaf -> output(of, leaf, output)),
                  probability(classes.get(k))));
        }
      }
    }
    return select(List.of(column(tree.leaf(), LEAF)), outer);
  }

  private static String output(TreeModel tree, int leaf, int output) {
    return SqlText.number(tree.nodes().get(leaf).summary().output(output));
  }
}
