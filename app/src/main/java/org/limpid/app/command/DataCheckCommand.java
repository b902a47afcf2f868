package org.limpid.app.command;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.limpid.data.io.DatasetCheck;
import org.limpid.data.io.DatasetNotices;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.io.ScalingWarnings;
import org.limpid.data.io.SensitivityWarnings;
import org.limpid.files.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Read all files of a data set and list every problem.",
    footer = {"%nExample:", "  limpid data check venus"})
final class DataCheckCommand extends CommandInSession implements IExitCodeGenerator {
  private List<Problem> problems;

  @Parameters(paramLabel = "DIR", description = "Folder with dataset.json.")
  private Path folder;

  @Option(names = "--json", description = "Print the problems as a JSON array.")
  private boolean json;

  @Override
  public void run() {
    problems = DatasetCheck.check(folder);
    int warnings = problems.isEmpty() ? warn() : 0;
    if (json) {
      session().json(problems);
    } else {
      problems.forEach(problem -> session().result(problem.toString()));
      conclude(problems.size(), warnings);
    }
  }

  @Override
  public int getExitCode() {
    return problems.isEmpty() ? ExitCode.SUCCESS : ExitCode.BAD_INPUT;
  }

  /** Says what is fit for use but hardly meant, and returns how much that is. */
  private int warn() {
    DatasetReader reader = DatasetReader.open(folder);
    Set<String> notices = new LinkedHashSet<>(DatasetNotices.of(reader, reader.trace()));
    ScalingWarnings.of(reader).stream().map(Problem::toString).forEach(notices::add);
    SensitivityWarnings.of(reader).stream().map(Problem::toString).forEach(notices::add);
    notices.forEach(notice -> session().notice("warning: " + notice));
    return notices.size();
  }

  private void conclude(int count, int warnings) {
    if (!session().isQuiet()) {
      session()
          .result(
              switch (count) {
                case 0 ->
                    "No problems found in %d files%s."
                        .formatted(
                            fileCount(),
                            switch (warnings) {
                              case 0 -> "";
                              case 1 -> ", 1 warning";
                              default -> ", %d warnings".formatted(warnings);
                            });
                case 1 -> "1 problem found.";
                default -> "%,d problems found.".formatted(count);
              });
    }
  }

  /** The description counts, too. */
  private int fileCount() {
    return 1 + DatasetReader.open(folder).description().fileNames().size();
  }
}
