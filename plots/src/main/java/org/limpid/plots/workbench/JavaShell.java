package org.limpid.plots.workbench;

import java.util.List;

/** A Java shell that was prepared and not opened yet. */
public interface JavaShell {
  /** Three lines of Java to begin with, which work in it. */
  List<String> examples();

  /**
   * Opens it on the standard streams, until its user leaves it.
   *
   * @return its exit status, 0 unless the user gave another one
   */
  int open();
}
