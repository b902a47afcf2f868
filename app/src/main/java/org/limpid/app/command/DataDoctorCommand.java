package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import org.limpid.data.doctor.Doctor;
import org.limpid.data.doctor.Finding;
import org.limpid.data.doctor.FindingText;
import org.limpid.files.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "doctor",
    description = {
      "Say what is odd about a data set, what that does to a simulation, and how to mend it.",
      "Findings are no errors: the exit code is 0 unless the data set can't be used."
    },
    footer = {
      "%nExamples:",
      "  limpid data doctor venus",
      "  limpid data doctor venus --fix --out venus-fixed",
      "  limpid data doctor venus --guess coarse-clock,hour-off --out guessed"
    })
final class DataDoctorCommand extends CommandInSession implements IExitCodeGenerator {
  private int exitCode = ExitCode.SUCCESS;

  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json.")
  private Path folder;

  @Option(names = "--json", description = "Print the findings as a JSON array.")
  private boolean json;

  @Option(names = "--strict", description = "Exit with 2 where anything is found.")
  private boolean strict;

  @Option(
      names = "--fix",
      description = "Write a data set in which all is mended that needs no guess.")
  private boolean fix;

  @Option(
      names = "--guess",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "FINDING",
      converter = Choices.Guesses.class,
      completionCandidates = Choices.Guesses.class,
      description =
          "Mend these findings, too, each by the guess that its line of the findings names:"
              + " ${COMPLETION-CANDIDATES}.")
  private List<String> guesses = List.of();

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "With --fix or --guess: folder to make.")
  private Path out;

  @Option(names = "--overwrite", description = "With --fix or --guess: replace an older data set.")
  private boolean overwrite;

  @Override
  public void run() {
    boolean mends = fix || !guesses.isEmpty();
    require(mends == (out != null), "--out needs --fix or --guess, and they need it");
    if (mends) {
      Doctor.mend(folder, fix, guesses, out, overwrite).forEach(session()::notice);
      session().notice("The mended data set is in %s.".formatted(out));
    } else {
      tell(Doctor.findings(folder));
    }
  }

  private void tell(List<Finding> findings) {
    if (json) {
      session().json(findings);
    } else if (!findings.isEmpty()) {
      session().result(FindingText.of(findings));
    }
    if (!json) {
      session().notice(Words.capital(Words.count(findings.size(), "finding")) + ".");
    }
    boolean isUseless = findings.stream().anyMatch(Finding::isRefusal);
    exitCode = isUseless || (strict && !findings.isEmpty()) ? ExitCode.BAD_INPUT : exitCode;
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
