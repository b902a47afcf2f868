package org.limpid.baselines;

import java.util.List;
import org.limpid.baselines.encog.EncogPerceptron;
import org.limpid.baselines.lightgbm.LightGbm;
import org.limpid.baselines.method.Method;
import org.limpid.baselines.smile.SmileBoosting;
import org.limpid.baselines.smile.SmileRandomForest;
import org.limpid.baselines.tribuo.TribuoCart;
import org.limpid.baselines.tribuo.TribuoXgboost;
import org.limpid.files.ClosestName;

/**
 * The methods of other libraries, to compare with: <code>
 * for (Method method : Baselines.all()) { method.trainer().train(data) ... }</code>.
 */
public final class Baselines {
  private static final List<Method> ALL =
      List.of(
          TribuoCart.method(),
          SmileRandomForest.method(),
          SmileBoosting.trees(),
          SmileBoosting.splits(),
          EncogPerceptron.method(),
          TribuoXgboost.method(),
          LightGbm.method());

  private Baselines() {}

  /** All methods, in the order in which tables show them. */
  public static List<Method> all() {
    return ALL;
  }

  /**
   * The method of this name. Throws an {@code IllegalArgumentException} if there is none; the
   * message names the closest one.
   */
  public static Method named(String name) {
    return ALL.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "there is no method '%s'. %s"
                    .formatted(
                        name, ClosestName.hint(name, ALL.stream().map(Method::name).toList()))));
  }
}
