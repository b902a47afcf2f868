package org.limpid.experiment.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.estimator.WorkloadModel;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.text.QuotedNames;

/** The terms of a model of durations, by the features that they are of. */
record Terms(Optional<EbmModel> model, Optional<Path> folder) {
  static Terms of(Optional<Path> folder, Optional<WorkloadModel> model) {
    return new Terms(
        model
            .map(WorkloadModel::model)
            .filter(EbmModel.class::isInstance)
            .map(EbmModel.class::cast),
        folder);
  }

  /** Names of the terms that a feature is part of. */
  List<String> of(String feature) {
    return model
        .map(ebm ->
            ebm.terms().stream()
                .map(ebm::name)
                .filter(name ->
                    QuotedNames.split(name, QuotedNames.AND).stream()
                        .map(QuotedNames::name)
                        .anyMatch(feature::equals))
                .toList())
        .orElse(List.of());
  }
}
