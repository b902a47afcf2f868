package org.limpid.app.command;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.models.tool.OutputFile;
import org.limpid.plots.workbench.QueryAnswer;
import org.limpid.plots.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "query",
    customSynopsis = "limpid query --run=RESULTS [OPTIONS] QUERY",
    description = {
      "Filter, group, pivot and join the results of a run.",
      "A query is a table (jobs, waits, cluster, summary, trace) and steps behind '|': where, join,"
          + " group by, total, pivot, select, sort, top."
    },
    footer = {
      "%nExamples:",
      "  limpid query --run results 'jobs | group by policy: count(), mean(queue), p99(jct)'",
      "  limpid query --run results 'jobs | where gpu_num >= 8 and queue > 1h | sort -queue | top"
          + " 5'",
      "  limpid query --run results 'jobs | pivot vc by policy: mean(queue)' --csv queue.csv"
    })
final class QueryCommand extends CommandInSession {
  @Parameters(paramLabel = "QUERY", description = "What to tell, in quotes.")
  private String query;

  @Mixin private SharedOptions.Results run;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data set of the run, for the table trace, if it is not where it was.")
  private Optional<Path> data;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Write the answer into this file, with all digits, instead of printing it.")
  private Optional<Path> csv;

  @Option(names = "--overwrite", description = "Replace a file that is there.")
  private boolean overwrite;

  @Mixin private SharedOptions.SafeCsv safeCsv;

  @Option(names = "--json", description = "Print the answer as JSON, an object per row.")
  private boolean json;

  @Override
  public void run() {
    require(!(json && csv.isPresent()), "--json and --csv don't go together");
    csv.ifPresent(file -> new OutputFile(file, overwrite).check());
    QueryAnswer answer = Workbench.find().query(run.folder(), data, query);
    if (csv.isPresent()) {
      write(answer, csv.get());
    } else {
      print(json, () -> Json.text(answer.toJson()), answer.notices(), answer::toText);
    }
  }

  private void write(QueryAnswer answer, Path file) {
    answer.notices().forEach(session()::notice);
    answer.writeCsv(file, overwrite, safeCsv.forOthers());
    session()
        .notice(
            "The answer, %s, is in %s.".formatted(Words.count(answer.rows().size(), "row"), file));
  }
}
