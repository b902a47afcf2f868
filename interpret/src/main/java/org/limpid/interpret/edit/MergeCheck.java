package org.limpid.interpret.edit;

import java.util.List;
import java.util.Optional;
import org.limpid.files.ClosestName;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Feature;

/** Checks that models can be merged. */
final class MergeCheck {
  private MergeCheck() {}

  /** All models must predict the same from the same features, with the same link. */
  static void requireAlike(List<EbmModel> models) {
    Problems problems = new Problems();
    for (int m = 1; m < models.size(); m++) {
      compare(models.getFirst(), models.get(m), "model %d".formatted(m + 1), problems);
    }
    problems.throwIfAny();
  }

  private static void compare(EbmModel first, EbmModel other, String place, Problems problems) {
    if (!first.task().equals(other.task())) {
      String message = "expected to predict a %s".formatted(first.task());
      problems.add(problem(place, "", other.task().toString(), message, "Maybe another file."));
    }
    if (first.link() != other.link()) {
      String message = "expected the link %s".formatted(first.link());
      String hint = "Maybe train both with the same objective.";
      problems.add(problem(place, "", other.link().toString(), message, hint));
    }
    missing(first, other, place, problems);
    missing(other, first, "model 1", problems);
    for (Feature feature : first.features()) {
      find(other, feature.name())
          .filter(theirs -> !fits(feature, theirs))
          .ifPresent(theirs -> problems.add(unlike(feature, theirs, place)));
    }
  }

  private static void missing(EbmModel has, EbmModel lacks, String place, Problems problems) {
    List<String> known = lacks.features().stream().map(Feature::name).toList();
    for (Feature feature : has.features()) {
      if (!known.contains(feature.name())) {
        String hint = ClosestName.hint(feature.name(), known);
        problems.add(problem(place, feature.name(), "", "expected this feature", hint));
      }
    }
  }

  private static Optional<Feature> find(EbmModel model, String name) {
    return model.features().stream().filter(feature -> feature.name().equals(name)).findFirst();
  }

  /** The same kind; ordinal features need the same order as well. */
  private static boolean fits(Feature first, Feature other) {
    return first.getClass() == other.getClass()
        && (!(first instanceof Feature.Ordinal) || first.equals(other));
  }

  private static Problem unlike(Feature expected, Feature found, String place) {
    String message = "expected %s".formatted(expected);
    String hint = "Maybe the columns were read in another way.";
    return problem(place, expected.name(), found.toString(), message, hint);
  }

  private static Problem problem(
      String place, String column, String value, String message, String hint) {
    return new Problem(place, 0, column, value, message, hint);
  }
}
