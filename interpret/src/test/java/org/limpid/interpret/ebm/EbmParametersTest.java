package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.Task;

class EbmParametersTest {
  private static final EbmParameters DEFAULTS = EbmParameters.regression();

  private static String rejected(EbmParameter parameter, String value) {
    return assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with(parameter, value))
        .getMessage();
  }

  private static String canonical(EbmParameter parameter, String value) {
    return DEFAULTS.with(parameter, value).text(parameter);
  }

  @Test
  void unknownNamesAndBadValuesAreToldAllAtOnce() {
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("learning_rat", "0.1");
    changes.put("max_bins", "3");
    changes.put("outer_bags", "4");
    changes.put("interactions", "2.5");
    changes.put("missing", "middle");
    changes.put("monotone_constraints", "a: 2");
    changes.put("objective", "rmsee");
    String[] lines =
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.with(changes))
            .getMessage()
            .split("\n");
    List<String> expected =
        List.of(
            "there is no parameter 'learning_rat'. Maybe 'learning_rate' was meant.",
            "max_bins: expected a number from 4 to 65535, found '3'",
            "interactions: expected a whole number, or a multiple such as 5x, found '2.5'",
            "missing: expected one of separate, low, high, gain, found 'middle'",
            "monotone_constraints: expected features with +1 or -1, such as a: +1; b: -1,"
                + " found 'a: 2'",
            "objective: there is no 'rmsee'. Maybe 'rmse' was meant.");
    assertEquals(expected, List.of(lines));
  }

  @Test
  void valuesAreWrittenInOneWay() {
    assertEquals("7", canonical(EbmParameter.OUTER_BAGS, " 007 "));
    assertEquals("0.1", canonical(EbmParameter.LEARNING_RATE, "1e-1"));
    assertEquals("true", canonical(EbmParameter.CYCLIC_PROGRESS, "TRUE"));
    assertEquals("5x", canonical(EbmParameter.INTERACTIONS, "5.0x"));
    assertEquals("2.5x", canonical(EbmParameter.INTERACTIONS, "2.50x"));
    assertEquals("3", canonical(EbmParameter.INTERACTIONS, "3.0"));
    assertEquals("mae", canonical(EbmParameter.OBJECTIVE, " MAE "));
  }

  @Test
  void numbersOutOfRangeAreRejected() {
    assertEquals(
        "learning_rate: expected a number from 0.000001 to 10, found '0'",
        rejected(EbmParameter.LEARNING_RATE, "0").replace("1.0E-6", "0.000001"));
    for (String bad :
        List.of("", "x", "NaN", "Infinity", "-0.1", "0.91", "0x1p-3", "0.5f", "0.5d")) {
      assertTrue(
          rejected(EbmParameter.VALIDATION_SIZE, bad)
              .equals(
                  "validation_size: expected a number from 0 to 0.9, found '%s'".formatted(bad)));
    }
    for (String bad : List.of("", "1.5", "0", "10001", "99999999999999999999")) {
      assertTrue(rejected(EbmParameter.OUTER_BAGS, bad).startsWith("outer_bags: expected a "));
    }
    for (String bad :
        List.of("", "x", "-1", "-1x", "100001", "NaN", "5 times", "NaNx", "0x1p1", "2f", "2dx")) {
      assertTrue(rejected(EbmParameter.INTERACTIONS, bad).startsWith("interactions: expected a "));
    }
    assertTrue(rejected(EbmParameter.CYCLIC_PROGRESS, "yes").contains("one of true, false"));
  }

  @Test
  void onlyDecimalNumbersAreParametersOfObjectives() {
    assertEquals("quantile:alpha=0.25", canonical(EbmParameter.OBJECTIVE, "quantile:alpha=2.5e-1"));
    for (String bad : List.of("0x1p-3", "0.5f", "0.5d", "NaN")) {
      assertEquals(
          "objective: expected alpha=NUMBER above 0.0 and below 1.0, found 'quantile:alpha=%s'"
              .formatted(bad),
          rejected(EbmParameter.OBJECTIVE, "quantile:alpha=" + bad));
    }
  }

  @Test
  void limitsThemselvesAreAllowed() {
    for (EbmParameter parameter : EbmParameter.values()) {
      if (parameter.kind() == EbmParameter.Kind.WHOLE) {
        for (double limit : new double[] {parameter.minimum(), parameter.maximum()}) {
          assertEquals(limit, DEFAULTS.with(parameter, limit).whole(parameter));
        }
      } else if (parameter.kind() == EbmParameter.Kind.NUMBER) {
        for (double limit : new double[] {parameter.minimum(), parameter.maximum()}) {
          assertEquals(limit, DEFAULTS.with(parameter, limit).number(parameter));
        }
      }
    }
  }

  @Test
  void seedIsAnotherNameOfTheRandomState() {
    assertEquals(5, DEFAULTS.with(Map.of("seed", "5")).whole(EbmParameter.RANDOM_STATE));
    assertEquals(EbmParameter.RANDOM_STATE, EbmParameter.named("seed").orElseThrow());
    assertEquals(-3, DEFAULTS.with(Map.of("random_state", "-3")).whole(EbmParameter.RANDOM_STATE));
  }

  @Test
  void pairCountsMayBeMultiplesOfTheFeatures() {
    assertEquals(20, DEFAULTS.with(EbmParameter.INTERACTIONS, "5x").pairCount(4));
    assertEquals(8, DEFAULTS.with(EbmParameter.INTERACTIONS, "2.5x").pairCount(3));
    assertEquals(7, DEFAULTS.with(EbmParameter.INTERACTIONS, "7").pairCount(4));
    assertEquals(0, DEFAULTS.with(EbmParameter.INTERACTIONS, "0").pairCount(4));
    assertEquals(0, DEFAULTS.with(EbmParameter.INTERACTIONS, "0x").pairCount(4));
  }

  @Test
  void termsAndDirectionsAreSplit() {
    EbmParameters parameters =
        DEFAULTS
            .with(EbmParameter.PAIRS, " a & b;c d & e ; ")
            .with(EbmParameter.MONOTONE_CONSTRAINTS, "a: +1; b c : -1; d:e: 1;");
    assertEquals(
        List.of(Set.of("a", "b"), Set.of("c d", "e")), parameters.terms(EbmParameter.PAIRS));
    assertEquals(Map.of("a", 1, "b c", -1, "d:e", 1), parameters.monotoneConstraints());
  }

  @Test
  void changesLeaveTheOriginalAlone() {
    EbmParameters changed = DEFAULTS.with(EbmParameter.OUTER_BAGS, "3");
    assertEquals(14, DEFAULTS.whole(EbmParameter.OUTER_BAGS));
    assertEquals(3, changed.whole(EbmParameter.OUTER_BAGS));
    assertEquals(EbmParameter.names(), List.copyOf(changed.toMap().keySet()));
  }

  @Test
  void allDefaultsAreCanonical() {
    Task classes = new Task.Classification(List.of("no", "yes"));
    for (EbmParameters parameters :
        List.of(
            DEFAULTS,
            EbmParameters.classification(),
            EbmParameters.firstVersion(new Task.Regression()),
            EbmParameters.firstVersion(classes))) {
      assertEquals(parameters.toMap(), DEFAULTS.with(parameters.toMap()).toMap());
    }
    assertEquals("log_loss", EbmParameters.firstVersion(classes).objective().toString());
    assertEquals("log_loss", EbmParameters.defaults(classes).objective().toString());
    assertEquals("rmse", EbmParameters.defaults(new Task.Regression()).objective().toString());
  }

  @Test
  void namesOfObjectivesAreCanonical() {
    for (String objective :
        List.of(
            "rmse",
            "rmse_log1p",
            "mae",
            "quantile:alpha=0.9",
            "pseudo_huber:delta=2",
            "poisson_deviance",
            "gamma_deviance",
            "tweedie_deviance:variance_power=1.2",
            "log_loss")) {
      String once = canonical(EbmParameter.OBJECTIVE, objective);
      assertEquals(once, canonical(EbmParameter.OBJECTIVE, once));
      assertTrue(once.startsWith(objective), once);
    }
  }
}
