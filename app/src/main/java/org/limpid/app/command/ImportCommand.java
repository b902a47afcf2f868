package org.limpid.app.command;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.limpid.data.importer.ImportOption;
import org.limpid.data.importer.ImportReport;
import org.limpid.data.importer.ImportRequest;
import org.limpid.data.importer.TraceImporter;
import org.limpid.files.Words;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code limpid data import NAME} for an importer: its options are those that it declares. */
final class ImportCommand implements Callable<Integer> {
  private final Session session;
  private final TraceImporter importer;
  private final PositionalParamSpec path;
  private final OptionSpec out;
  private final OptionSpec overwrite;
  private final Map<ImportOption<?>, OptionSpec> options = new HashMap<>();
  private final CommandSpec spec;

  private ImportCommand(Session session, TraceImporter importer) {
    this.session = session;
    this.importer = importer;
    spec = CommandSpec.wrapWithoutInspection(this).name(importer.name());
    path =
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .required(true)
            .type(Path.class)
            .description(importer.path())
            .build();
    out =
        OptionSpec.builder("--out")
            .required(true)
            .paramLabel("DIR")
            .type(Path.class)
            .description("Folder to make.")
            .build();
    overwrite =
        OptionSpec.builder("--overwrite")
            .type(boolean.class)
            .description("Replace an older data set.")
            .build();
    spec.usageMessage()
        .customSynopsis(
            "limpid data import %s PATH%s --out=DIR [OPTIONS]"
                .formatted(importer.name(), required()))
        .description(importer.description())
        .footer(
            "%nExample:",
            "  limpid data import %s %s".formatted(importer.name(), importer.example()));
    addArguments();
  }

  static CommandLine of(Session session, TraceImporter importer) {
    return new CommandLine(new ImportCommand(session, importer).spec);
  }

  private String required() {
    return importer.options().stream()
        .filter(ImportOption::required)
        .map(option -> " --%s=%s".formatted(option.name(), option.label()))
        .collect(Collectors.joining());
  }

  /** What must be given comes first. */
  private void addArguments() {
    spec.addPositional(path);
    importer.options().stream().filter(ImportOption::required).forEach(this::add);
    spec.addOption(out);
    importer.options().stream().filter(option -> !option.required()).forEach(this::add);
    spec.addOption(overwrite);
  }

  private void add(ImportOption<?> option) {
    OptionSpec.Builder builder =
        OptionSpec.builder("--" + option.name())
            .required(option.required())
            .paramLabel(option.label())
            .type(option.type())
            .description(option.description().toArray(String[]::new));
    if (option.type() == LocalDateTime.class) {
      builder.converters(new Converters.WallClock());
    }
    if (!option.choices().isEmpty()) {
      Choice<?> choice = new Choice<>(option::choices);
      builder.converters(choice).completionCandidates(choice);
    }
    options.put(option, builder.build());
    spec.addOption(options.get(option));
  }

  @Override
  public Integer call() {
    Map<ImportOption<?>, Object> values = new HashMap<>();
    options.forEach((option, given) -> {
      if (given.getValue() != null) {
        values.put(option, given.getValue());
      }
    });
    session.notice(
        text(
            importer
                .importing()
                .apply(
                    new ImportRequest(
                        path.getValue(),
                        out.getValue(),
                        Boolean.TRUE.equals(overwrite.getValue()),
                        values))));
    return ExitCode.SUCCESS;
  }

  private static String text(ImportReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("Imported %s into %s.".formatted(Words.count(report.jobs(), "job"), report.folder()));
    report
        .leftOut()
        .forEach((reason, rows) ->
            lines.add("Left out %s: %s.".formatted(Words.count(rows, "row"), reason)));
    lines.addAll(report.notes());
    return String.join(System.lineSeparator(), lines);
  }
}
