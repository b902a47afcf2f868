package org.limpid.app.command;

import org.limpid.files.Words;
import org.limpid.interpret.synthetic.SampleTable;
import org.limpid.models.tool.SampleFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sample",
    description = {
      "Write a small made-up table to try models on; same options and seed, same bytes.",
      "houses have a price, loans default or not, customers stay some months until they left."
    },
    footer = {
      "%nExamples:",
      "  limpid model sample houses --out houses.csv",
      "  limpid model sample customers --rows 2000 --seed 2 --out test.csv"
    })
final class ModelSampleCommand extends CommandInSession {
  @Parameters(
      paramLabel = "NAME",
      converter = Choices.SampleTables.class,
      completionCandidates = Choices.SampleTables.class,
      description = "Which one: ${COMPLETION-CANDIDATES}.")
  private SampleTable sample;

  @Option(
      names = "--rows",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Number of rows (${DEFAULT-VALUE}).")
  private int rows = 600;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another seed, other rows (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private SharedOptions.MadeFile output;

  @Override
  public void run() {
    SampleFile.write(sample, seed, rows, output.value());
    session().notice(Words.counted("%,d {row is|rows are} in ", rows) + output.path() + ".");
  }
}
