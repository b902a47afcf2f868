package org.limpid.plots.service;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;

/** Makes figures and tables and writes their files. */
public final class PlotService {
  private PlotService() {}

  /**
   * Carries out a request. Either all files are written in the end, or none.
   *
   * @throws DataException if an input can't be read, it has none of the figures and tables, or the
   *     files can't be written
   */
  public static PlotReport run(PlotRequest request, Reporter reporter) {
    try (AtomicFolder folder = AtomicFolder.begin(request.out(), "figures", request.overwrite())) {
      PlotReport report = new Plotter(request, request.inputs().open(), reporter).plot();
      requireSomething(report, request.out());
      PlotFiles.write(report, request, folder.path(), reporter);
      folder.commit();
      return report;
    }
  }

  static void requireSomething(PlotReport report, Path out) {
    if (report.figures().isEmpty() && report.tables().isEmpty()) {
      String reasons =
          report.absences().stream()
              .map(absence -> "%s: %s".formatted(absence.kind(), absence.reason()))
              .collect(Collectors.joining("; "));
      throw new DataException(
          Problem.ofFile(out, "there is no figure to make (%s)".formatted(reasons), ""));
    }
  }
}
