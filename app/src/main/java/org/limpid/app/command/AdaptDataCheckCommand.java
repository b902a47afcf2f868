package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.adaptation.check.DataCheck;
import org.limpid.adaptation.check.RecordedTable;
import org.limpid.files.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExitCodeGenerator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    customSynopsis =
        "limpid adapt data check --trainings=FILE --vocabulary=FILE --embeddings=FILE [OPTIONS]",
    description = {
      "Read recorded trainings and what belongs to them, and list every problem.",
      "If there is none, the best and the worst of each scenario are shown."
    },
    footer = {
      "%nExample:",
      "  limpid adapt data check --trainings trainings.csv --vocabulary vocabulary.json"
          + " --embeddings embeddings_18x16.f32le"
    })
final class AdaptDataCheckCommand extends CommandInSession implements IExitCodeGenerator {
  private List<Problem> problems = List.of();

  @Mixin private AdaptOptions inputs;

  @Option(
      names = "--epochs",
      paramLabel = "FILE",
      description = "Epochs of the trainings: a CSV file, which is compared with them.")
  private Optional<Path> epochs;

  @Option(names = "--json", description = "Print the problems as a JSON array.")
  private boolean json;

  @Override
  public void run() {
    DataCheck check = DataCheck.of(inputs.files(), epochs);
    problems = check.problems();
    if (json) {
      session().json(problems);
      return;
    }
    check.warnings().forEach(warning -> session().notice("warning: " + warning));
    problems.forEach(problem -> session().result(problem.toString()));
    if (problems.isEmpty()) {
      session().result(RecordedTable.page(check.scenarios()));
    }
    session()
        .notice(
            switch (problems.size()) {
              case 0 -> "No problems found.";
              case 1 -> "1 problem found.";
              default -> "%,d problems found.".formatted(problems.size());
            });
  }

  @Override
  public int getExitCode() {
    return problems.isEmpty() ? ExitCode.SUCCESS : ExitCode.BAD_INPUT;
  }
}
