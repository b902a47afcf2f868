package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.given.GivenModels;

class EbmModelTest {
  @Test
  void twoTermsOverTheSameFeaturesAreRefused() {
    EbmModel model = GivenModels.wait10();
    for (Term twice : model.terms()) {
      List<Term> terms = new ArrayList<>(model.terms());
      terms.add(twice);
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  model.with(
                      terms, model.intercept(), new double[][] {{9}, {11}}, model.provenance()));
      assertEquals(
          "expected at most one term over the same features, found more of " + model.name(twice),
          refused.getMessage());
    }
  }
}
