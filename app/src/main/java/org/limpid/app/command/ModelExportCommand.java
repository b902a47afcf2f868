package org.limpid.app.command;

import java.util.Optional;
import org.limpid.interpret.sql.SqlSource;
import org.limpid.models.tool.ModelExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description =
        "Write a model for other programs: ONNX, PMML, Java, SQL, or the JSON of interpret.",
    footer = {
      "%nExamples:",
      "  limpid model export price.json --format pmml --out price.pmml",
      "  limpid model export price.json --format onnx --out price.onnx",
      "  limpid model export price.json --format java --class a.Price --out Price.java",
      "  limpid model export price.json --format sql --table houses --out price.sql"
    })
final class ModelExportCommand extends CommandInSession {
  @Mixin private SharedOptions.ModelFile model;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      converter = Choices.ExportFormats.class,
      completionCandidates = Choices.ExportFormats.class,
      description =
          "What to write: ${COMPLETION-CANDIDATES}; json is Limpid's own, interpret that of the"
              + " Python library, java a class that needs nothing but the JDK, sql a SELECT that"
              + " predicts.")
  private ModelExport.Format format;

  @Mixin private SharedOptions.MadeFile output;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "Name of the Java class, perhaps with its package; by default that of OUT.")
  private Optional<String> className;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "Name of the table that SQL predicts for, with dots behind its schema and catalogue. By"
              + " default "
              + SqlSource.TABLE
              + ".")
  private Optional<String> table;

  @Override
  public void run() {
    require(
        className.isEmpty() || format == ModelExport.Format.JAVA, "--class is for --format java");
    require(table.isEmpty() || format == ModelExport.Format.SQL, "--table is for --format sql");
    ModelExport.run(
        new ModelExport.Request(model.path(), format, className, table, output.value()));
    session().notice("The model is in %s.".formatted(output.path()));
  }
}
