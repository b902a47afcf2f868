package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.limpid.models.tool.ModelExplanation;
import org.limpid.models.tool.ModelExplanation.Request.RowOfFile;
import org.limpid.models.tool.OutputFile;
import org.limpid.plots.service.ModelCharts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "explain",
    description = {
      "Show how a model predicts: which terms matter, the shape of a term, or why one row got"
          + " its prediction."
    },
    footer = {
      "%nExamples:",
      "  limpid model explain price.json",
      "  limpid model explain price.json --term area",
      "  limpid model explain price.json --csv houses.csv --row 17",
      "  limpid model explain price.json --csv houses.csv --html price.html"
    })
final class ModelExplainCommand extends CommandInSession {
  @Mixin private SharedOptions.ModelFile model;

  @Option(
      names = "--term",
      paramLabel = "NAME",
      description = "Show the shape of this term: a column, or a pair such as 'a & b'.")
  private Optional<String> term;

  @Option(
      names = "--row",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Explain the prediction for this row of --csv; 1 is the first below the names.")
  private Integer row;

  @Option(names = "--csv", paramLabel = "FILE", description = "File of that row.")
  private Path csv;

  @Option(
      names = "--top",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Most terms to show (${DEFAULT-VALUE}).")
  private int top = 15;

  @Option(
      names = "--html",
      paramLabel = "OUT",
      description = {
        "Write charts into a web page that needs no network: importances, shapes of the --top"
            + " terms and, with --csv, what made the prediction of a row.",
        "Without --row it is the row of the largest prediction."
      })
  private Optional<Path> html;

  @Option(names = "--overwrite", description = "Replace a page that is there.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print all of it as JSON.")
  private boolean json;

  @Override
  public void run() {
    if (html.isPresent()) {
      writePage(html.get());
      return;
    }
    require(!overwrite, "--overwrite is for --html");
    ModelExplanation.Report report = ModelExplanation.run(request(), session()::notice);
    print(json, () -> Json.text(report.value()), List.of(), report::text);
  }

  private void writePage(Path out) {
    require(!json, "--json does not go with --html");
    require(term.isEmpty(), "--term does not go with --html, which shows all terms up to --top");
    require(row == null || csv != null, "--row needs --csv");
    OptionalInt chosen = row == null ? OptionalInt.empty() : OptionalInt.of(row);
    int charts =
        ModelCharts.run(
            new ModelCharts.Request(
                model.path(),
                Optional.ofNullable(csv),
                chosen,
                top,
                new OutputFile(out, overwrite)));
    session().notice("%d charts are in %s.".formatted(charts, out));
  }

  private ModelExplanation.Request request() {
    require((row == null) == (csv == null), "--row and --csv need each other");
    require(row == null || term.isEmpty(), "--term does not go with --row");
    Optional<RowOfFile> place =
        row == null ? Optional.empty() : Optional.of(new RowOfFile(csv, row));
    return new ModelExplanation.Request(model.path(), term, place, top);
  }
}
