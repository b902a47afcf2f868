package org.limpid.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTextTest {
  private static String text(String feature, double value) {
    return FeatureText.of(feature).orElseThrow().apply(value);
  }

  /** 4 h 50 min are 17,400 s, and the feature is the logarithm of one more. */
  @Test
  void timesAreNoLogarithms() {
    for (String feature :
        List.of("last duration (user)", "recent duration (VC, GPUs)", "time since an end (user)")) {
      assertEquals("4 h 50 min", text(feature, Math.log10(17_401)), feature);
      assertEquals("0 s", text(feature, 0), feature);
    }
  }

  @Test
  void countsAreNoLogarithmsEither() {
    assertEquals("12", text("jobs ended (user)", Math.log10(13)));
    assertEquals("1,234", text("jobs ended (user, VC)", Math.log10(1_235)));
    assertEquals("4.5", text("submissions in an hour (user)", Math.log10(5.5)));
  }

  /** 0.2422 h are 14.5 minutes. */
  @Test
  void hoursAreTimesOfDay() {
    assertEquals("13:14", text("hour of the day", 13.2422));
    assertEquals("00:00", text("hour of the day", 0));
    assertEquals("23:59", text("hour of the day", 23.9999));
  }

  @Test
  void otherNumbersStayWhatTheyAre() {
    for (String feature : List.of("GPUs", "CPUs", "last duration", "GPU memory (MiB)")) {
      assertTrue(FeatureText.of(feature).isEmpty(), feature);
    }
  }

  /** A statistic that is added to the history must get words, too. */
  @Test
  void everyFeatureOfTheHistoryHasWords() {
    for (String feature : JobFeatures.allNames()) {
      boolean isOfHistory = feature.endsWith(")") && !feature.matches(".*\\((%|MiB)\\)");
      assertEquals(
          isOfHistory || feature.equals(JobFeatures.HOUR),
          FeatureText.of(feature).isPresent(),
          feature);
    }
  }
}
