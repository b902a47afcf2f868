package org.limpid.predictor.feature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.limpid.predictor.feature.LoadFeatures.LoadFeature;

/** The tables of the documentation say what the code computes. */
class FeatureDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/throughput-predict.md");

  @Test
  void everyFeatureIsDocumentedWithItsFormula() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (LoadFeatures set : LoadFeatures.ALL) {
      for (LoadFeature feature : set.features()) {
        String name = feature.name().replace("_ngpu", "_njob");
        String row = "| `%s` | %s |\n".formatted(name, feature.formula());
        assertTrue(document.contains(row), row);
      }
    }
  }
}
