package org.limpid.plots.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeRules;
import org.limpid.interpret.tree.TreeRules.Rule;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Layer.LegendEntry;
import org.limpid.plots.chart.LegendAbove;
import org.limpid.plots.explain.FeatureWords;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.About;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;

/** Decision trees, a figure for each. */
public record TreeFigure(About about, BiFunction<String, TreeModel, Figure> figure)
    implements Exhibit {
  private static final int MOST_ENDS = 12;
  private static final int ENDS_OF_COLUMN = 3;
  private static final double LEVEL_MILLIMETRES = 19;
  private static final double BOX_MILLIMETRES = 16;
  private static final int MOST_RULES = 40;
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  /** Of a page of rules, in points. */
  private static final double MARGIN = 8;

  /** Trees as boxes on one page. */
  public static final Exhibit DIAGRAM =
      new TreeFigure(
          About.figure(
              "tree", "decision trees, such as that of share scores, as boxes", Chapter.MODELS),
          TreeFigure::diagram);

  /** Trees as rules, one per leaf. */
  public static final Exhibit RULES =
      new TreeFigure(
          About.figure(
              "tree-rules",
              "decision trees, such as that of share scores, as rules",
              Chapter.MODELS),
          TreeFigure::rules);

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Model> entry : inputs.models().all().entrySet()) {
      if (entry.getValue() instanceof TreeModel tree) {
        figures.add(figure.apply(TreeWords.file(name(), entry.getKey()), tree));
      }
    }
    return Made.of(figures, "none of the models is a decision tree");
  }

  private static Figure diagram(String file, TreeModel tree) {
    ShownTree shown = ShownTree.of(tree, MOST_ENDS);
    double height = BOX_MILLIMETRES + LEVEL_MILLIMETRES * shown.depth() + 5;
    boolean narrow = shown.ends() <= ENDS_OF_COLUMN;
    Drawing drawing = new TreeDrawing(tree, shown);
    return new Figure(
        file,
        "Decision tree: " + TreeWords.target(tree),
        TreeWords.caption(tree, shown),
        "A decision tree of %d leaves; its rules are told in the text of the figure tree-rules."
            .formatted(tree.leafCount()),
        narrow ? Size.column(height) : Size.page(height),
        tree.task() instanceof Task.Classification task
            ? new LegendAbove(theme -> legend(task, tree, theme), drawing)
            : drawing);
  }

  private static List<LegendEntry> legend(Task.Classification task, TreeModel tree, Theme theme) {
    return IntStream.range(0, task.classes().size())
        .mapToObj(k ->
            new LegendEntry(
                TreeWords.className(tree, task.classes().get(k)),
                theme.series(k),
                LegendEntry.Kind.BOX))
        .toList();
  }

  private static Figure rules(String file, TreeModel tree) {
    List<Rule> all = TreeRules.list(tree, FeatureWords.of(tree)::name);
    List<Rule> shown = all.subList(0, Math.min(MOST_RULES, all.size()));
    String more =
        shown.size() == all.size() ? "" : "and %d more rules".formatted(all.size() - shown.size());
    TreeRulesTable table = new TreeRulesTable(tree, shown, more);
    double width = Size.PAGE * POINTS_PER_MILLIMETRE;
    double height = table.height(width - MARGIN, Theme.PAPER, (float) Theme.PAPER.smallSize());
    return new Figure(
        file,
        "Rules: " + TreeWords.target(tree),
        "The %d rules of the tree for the %s.".formatted(all.size(), TreeWords.target(tree)),
        shown.stream().map(Rule::toString).collect(Collectors.joining("; ")) + ".",
        Size.page((height + MARGIN) / POINTS_PER_MILLIMETRE),
        table);
  }
}
