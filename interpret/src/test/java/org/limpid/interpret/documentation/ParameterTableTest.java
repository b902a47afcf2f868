package org.limpid.interpret.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;

/** The table of parameters in {@code docs/interpret.md} is that of {@link EbmParameter}. */
final class ParameterTableTest {
  private static final MarkdownPage PAGE = MarkdownPage.read("interpret.md");
  private static final List<List<String>> ROWS = PAGE.table("parameter");

  @Test
  void namesStandInTheOrderOfTheCode() {
    List<String> names = ROWS.stream().skip(1).map(List::getFirst).toList();
    assertEquals(EbmParameter.names(), names);
  }

  @ParameterizedTest
  @EnumSource
  void defaultsAreThoseOfTheCode(EbmParameter parameter) {
    List<String> row = row(parameter);
    assertSameValue(parameter, parameter.regressionDefault(), row.get(1));
    assertSameValue(parameter, parameter.classificationDefault(), row.get(2));
  }

  /** As the code writes the value, so that 10, 10.0 and 1e1 are the same. */
  private static void assertSameValue(EbmParameter parameter, String expected, String onPage) {
    String canonical = EbmParameters.regression().with(parameter, onPage).text(parameter);
    assertEquals(expected, canonical, parameter.parameterName());
  }

  @ParameterizedTest
  @EnumSource
  void everyParameterHasAnEffect(EbmParameter parameter) {
    List<String> row = row(parameter);
    assertEquals(4, row.size());
    assertFalse(row.get(3).isBlank(), parameter.parameterName());
  }

  /** Each objective of the page is one that the trainer takes, written as it writes it. */
  @Test
  void objectivesAreThoseOfTheCode() {
    for (List<String> row : PAGE.table("objective").stream().skip(1).toList()) {
      String name = row.getFirst();
      EbmParameters parameters = EbmParameters.regression().with(EbmParameter.OBJECTIVE, name);
      assertEquals(
          parameters.objective(),
          EbmParameters.regression()
              .with(EbmParameter.OBJECTIVE, parameters.text(EbmParameter.OBJECTIVE))
              .objective());
    }
  }

  private static List<String> row(EbmParameter parameter) {
    return ROWS.get(1 + parameter.ordinal());
  }
}
