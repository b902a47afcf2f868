package org.limpid.predictor.feature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.limpid.predictor.feature.LoadFeatures.LoadFeature;

/** The table of the documentation says what the code computes. */
class FeatureDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/throughput-predict.md");

  @Test
  void everyExtendedFeatureIsDocumentedWithItsFormula() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (LoadFeature feature : LoadFeatures.EXTENDED.features()) {
      String name = feature.name().replace("_gpus", "_jobs");
      String row = "| `%s` | %s |\n".formatted(name, feature.formula());
      assertTrue(document.contains(row), row);
    }
  }
}
