package org.limpid.plots.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.LegendAbove;
import org.limpid.plots.chart.LegendEntry;
import org.limpid.plots.figure.About;
import org.limpid.plots.figure.Chapter;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.Made;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.theme.Theme;

/** Decision trees as boxes on one page. */
public final class TreeDiagram implements Exhibit {
  private static final int MOST_ENDS = 12;
  private static final int ENDS_OF_COLUMN = 3;
  private static final double LEVEL_MILLIMETRES = 19;
  private static final double BOX_MILLIMETRES = 16;

  @Override
  public About about() {
    return About.figure(
        "tree", "decision trees, such as that of share scores, as boxes", Chapter.MODELS);
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
}
