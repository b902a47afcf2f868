package org.limpid.plots.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeRules;
import org.limpid.interpret.tree.TreeRules.Rule;
import org.limpid.plots.figure.About;
import org.limpid.plots.figure.Chapter;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Made;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;

/** Decision trees as rules, one per leaf. */
public final class TreeRulesFigure implements Exhibit {
  private static final int MOST = 40;
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  /** Of a page, in points. */
  private static final double MARGIN = 8;

  @Override
  public About about() {
    return About.figure(
        "tree-rules", "decision trees, such as that of share scores, as rules", Chapter.MODELS);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Model> entry : inputs.models().all().entrySet()) {
      if (entry.getValue() instanceof TreeModel tree) {
        figures.add(figure(TreeWords.file(name(), entry.getKey()), tree));
      }
    }
    return Made.of(figures, "none of the models is a decision tree");
  }

  private static Figure figure(String file, TreeModel tree) {
    List<Rule> all = TreeRules.list(tree);
    List<Rule> shown = all.subList(0, Math.min(MOST, all.size()));
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
