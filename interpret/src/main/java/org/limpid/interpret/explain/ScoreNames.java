package org.limpid.interpret.explain;

import java.util.List;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;

/** What the numbers of a model stand for. */
final class ScoreNames {
  private ScoreNames() {}

  /**
   * One name per score: the class where there is one score per class, the second class with two
   * classes, else the target.
   */
  static List<String> of(EbmModel model) {
    List<String> outputs = ofOutputs(model);
    return model.scoreCount() == outputs.size() ? outputs : List.of(outputs.getLast());
  }

  /** One name per output: the classes, or the target. */
  static List<String> ofOutputs(Model model) {
    return switch (model.task()) {
      case Task.Regression _ -> List.of(model.provenance().target());
      case Task.Classification classification -> classification.classes();
    };
  }
}
