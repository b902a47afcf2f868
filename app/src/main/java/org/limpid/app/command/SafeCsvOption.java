package org.limpid.app.command;

import org.limpid.data.io.CsvTexts;
import picocli.CommandLine.Option;

/** The option {@code --safe-csv} of commands that write CSV files for people. */
final class SafeCsvOption {
  @Option(
      names = "--safe-csv",
      description =
          "Put an apostrophe before names in CSV files that a spreadsheet would run as a formula.")
  private boolean safe;

  /** How names stand in files that Limpid reads back. */
  CsvTexts readBack() {
    return safe ? CsvTexts.SAFE : CsvTexts.RESTORABLE;
  }

  /** How names stand in files for others only. */
  CsvTexts forOthers() {
    return safe ? CsvTexts.SAFE : CsvTexts.EXACT;
  }
}
