package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import org.limpid.models.tool.EditStep;
import org.limpid.models.tool.ModelEdit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "edit",
    customSynopsis = "limpid model edit MODEL --out=OUT [OPTIONS]",
    description = {
      "Change terms of an EBM by hand; the new model records what was done.",
      "Changes are made in the order in which they are given; each option may come several times."
    },
    footer = {
      "%nExamples:",
      "  limpid model edit price.json --remove street --monotone area:+ --out new.json",
      "  limpid model edit price.json --scale year=0.5 --set area:200..=9 --out m.json"
    })
final class ModelEditCommand extends CommandInSession {
  private final List<EditStep> steps = new ArrayList<>();

  @Mixin private SharedOptions.ModelFile model;

  @Mixin private SharedOptions.MadeFile output;

  @Option(
      names = EditSteps.REMOVE,
      paramLabel = "TERM",
      parameterConsumer = EditSteps.class,
      description = "Take a term out: a column, or a pair such as 'a & b'.")
  private List<EditStep> removed;

  @Option(
      names = EditSteps.SCALE,
      paramLabel = "TERM=FACTOR",
      parameterConsumer = EditSteps.class,
      description = "Multiply the scores of a term.")
  private List<EditStep> scaled;

  @Option(
      names = EditSteps.SET,
      paramLabel = "TERM:FROM..TO=SCORE",
      parameterConsumer = EditSteps.class,
      description =
          "Give the numbers from FROM to below TO one score, either may be left out; or a category:"
              + " TERM:CATEGORY=SCORE.")
  private List<EditStep> set;

  @Option(
      names = EditSteps.MONOTONE,
      paramLabel = "TERM[:+|-]",
      parameterConsumer = EditSteps.class,
      description =
          "Make scores rise (+) or fall (-) with the number; by default the way they go on the"
              + " whole. A pair such as 'a & b' becomes monotone along the column named first.")
  private List<EditStep> monotone;

  void add(EditStep step) {
    steps.add(step);
  }

  @Override
  public void run() {
    require(!steps.isEmpty(), "expected a change: --remove, --scale, --set or --monotone");
    ModelEdit.Report report =
        ModelEdit.run(new ModelEdit.Request(model.path(), steps, output.value()));
    report.edits().forEach(edit -> session().notice("edited: " + edit));
    report.notices().forEach(session()::notice);
    session().notice("The changed model is in %s.".formatted(output.path()));
  }
}
