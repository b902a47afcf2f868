package org.limpid.app.command;

import org.limpid.plots.service.PlotReport;

/** Says which figures and tables were not made, and why. */
final class Absences {
  private Absences() {}

  static void say(PlotReport report, Session session) {
    report
        .absences()
        .forEach(
            absence -> session.notice("No %s: %s.".formatted(absence.kind(), absence.reason())));
  }
}
