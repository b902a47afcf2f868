package org.limpid.plots.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.files.Extras;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;

/**
 * What the module {@code workbench} adds to the command. All methods throw a {@code DataException}
 * if a folder can't be read.
 */
public interface Workbench {
  /**
   * The workbench on the class path.
   *
   * @throws org.limpid.files.DataException if there is none
   */
  static Workbench find() {
    return Extras.require(Workbench.class, "workbench");
  }

  /**
   * Answers a question about a run.
   *
   * @param run results of a simulation
   * @param data where its data set is; empty: where it was
   * @param question in the language of {@code docs/workbench.md}
   */
  QueryAnswer query(Path run, Optional<Path> data, String question);

  /** A Java shell with all of this on its class path and imported. */
  JavaShell shell(ShellFolders folders);

  /**
   * The kinds of figures as XChart draws them; those that it does not draw say so instead of making
   * figures. Tables are the same.
   */
  List<Exhibit> exhibits();

  /**
   * Shows a kind of figure in windows of XChart, which zoom and tell values under the mouse, until
   * its user has closed them.
   *
   * @param kind its name
   * @throws org.limpid.files.DataException also if there is no display, or nothing to show
   */
  void show(String kind, PlotInputs inputs, FigureOptions options);
}
