package org.limpid.models.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.edit.Direction;
import org.limpid.interpret.edit.Reversals;
import org.limpid.interpret.edit.Reversals.Reversal;
import org.limpid.interpret.text.NumberText;

/** Tells where a feature that was made monotone still goes the other way, in a pair. */
final class MonotoneNotices {
  private MonotoneNotices() {}

  /**
   * The notices of a model after its changes.
   *
   * @param steps all changes, of which the last of a feature counts
   */
  static List<String> of(EbmModel model, List<EditStep> steps) {
    Map<String, Direction> directions = new LinkedHashMap<>();
    for (EditStep step : steps) {
      if (step instanceof EditStep.Monotone(var term, var sign) && isFeature(model, term)) {
        Direction asked = ModelEdit.direction(sign);
        directions.put(term, asked == Direction.AUTO ? found(model, term) : asked);
      }
    }
    return directions.entrySet().stream()
        .flatMap(entry -> notices(model, entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean isFeature(EbmModel model, String name) {
    return model.term(name).filter(term -> term.order() == 1).isPresent();
  }

  /** The term is monotone now, so its ends tell the direction. */
  private static Direction found(EbmModel model, String name) {
    Term term = model.requireTerm(name);
    return term.score(term.cellCount() - 2) < term.score(1)
        ? Direction.DECREASING
        : Direction.INCREASING;
  }

  private static Stream<String> notices(EbmModel model, String feature, Direction direction) {
    boolean falls = direction == Direction.DECREASING;
    return Reversals.of(model, feature, direction).stream()
        .map(reversal -> notice(reversal, feature, falls));
  }

  private static String notice(Reversal reversal, String feature, boolean falls) {
    String offer =
        reversal.pair()
            ? "Maybe add --monotone '%s:%s'.".formatted(reversal.term(), falls ? "-" : "+")
            : "Maybe --remove it.";
    return "%s is monotone, but predictions still %s with it where %s does: by up to %s. %s"
        .formatted(
            feature,
            falls ? "rise" : "fall",
            reversal.term(),
            NumberText.rounded(reversal.most()),
            offer);
  }
}
