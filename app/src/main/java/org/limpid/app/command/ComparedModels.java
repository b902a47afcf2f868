package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.experiment.compare.ComparedModel;

/** The models that learners are compared on, on the command line. */
final class ComparedModels extends Choice<ComparedModel> {
  @Override
  Map<String, ComparedModel> byName() {
    return index(List.of(ComparedModel.values()), ComparedModel::label);
  }
}
