package org.limpid.interpret.ebm;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

/**
 * What a model is made of; the constructors of {@link EbmModel} say what each part is. The arrays
 * are copies, which nobody may change.
 *
 * @param offset the feature that is added as it is, if there is one
 */
record EbmParts(
    Task task,
    LinkFunction link,
    Optional<ResponseRange> clip,
    List<EbmFeature> features,
    List<Term> terms,
    double[] intercept,
    double[][] bagIntercepts,
    double[] bagWeights,
    Provenance provenance,
    Optional<String> offset) {
  EbmParts {
    Objects.requireNonNull(clip, "clip");
    features = List.copyOf(features);
    terms = List.copyOf(terms);
    intercept = intercept.clone();
    bagIntercepts = Arrays.stream(bagIntercepts).map(double[]::clone).toArray(double[][]::new);
    bagWeights = bagWeights.clone();
    if (!fits(task, Objects.requireNonNull(link, "link"))
        || intercept.length != (link == LinkFunction.SOFTMAX ? task.outputCount() : 1)
        || bagWeights.length != bagIntercepts.length) {
      throw new IllegalArgumentException(
          "expected a link, an intercept and bags that fit each other");
    }
  }

  private static boolean fits(Task task, LinkFunction link) {
    return switch (task) {
      case Task.Regression _ -> link != LinkFunction.LOGIT && link != LinkFunction.SOFTMAX;
      case Task.Classification classes ->
          link == LinkFunction.SOFTMAX || (link == LinkFunction.LOGIT && classes.isBinary());
    };
  }

  EbmParts withOffset(Optional<String> feature) {
    return new EbmParts(
        task,
        link,
        clip,
        features,
        terms,
        intercept,
        bagIntercepts,
        bagWeights,
        provenance,
        feature);
  }

  EbmParts with(
      List<Term> newTerms,
      double[] newIntercept,
      double[][] newBagIntercepts,
      Provenance newProvenance) {
    return new EbmParts(
        task,
        link,
        clip,
        features,
        newTerms,
        newIntercept,
        newBagIntercepts,
        bagWeights,
        newProvenance,
        offset);
  }
}
