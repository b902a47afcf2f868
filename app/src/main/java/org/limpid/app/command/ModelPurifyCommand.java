package org.limpid.app.command;

import org.limpid.interpret.edit.Purification;
import org.limpid.models.tool.ModelPurifying;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "purify",
    description = {
      "Move what the features of a pair add alone out of the pair and into their own terms.",
      "Predictions stay; curves of single features then show all that these do, and pairs nothing"
          + " but what is new when both come together."
    },
    footer = {"%nExamples:", "  limpid model purify price.json --out pure.json"})
final class ModelPurifyCommand extends CommandInSession {
  @Mixin private SharedOptions.ModelFile model;

  @Mixin private SharedOptions.MadeFile output;

  @Override
  public void run() {
    Purification purified = ModelPurifying.run(model.path(), output.value());
    if (purified.moved().isEmpty()) {
      session().notice("The model has no pairs: there is nothing to move.");
    } else {
      session().result(purified.toString());
    }
    session().notice("The purified model is in %s.".formatted(output.path()));
  }
}
