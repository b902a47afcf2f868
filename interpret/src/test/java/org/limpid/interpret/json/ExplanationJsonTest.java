package org.limpid.interpret.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.GlobalExplanation;
import org.limpid.interpret.explain.PredictionExplanation;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.given.GivenModels;

/** Explanations of the model that {@link GivenModels#wait10} shows as a table. */
final class ExplanationJsonTest {
  private static final EbmModel MODEL = GivenModels.wait10();

  @Test
  void shapesOfTerms() {
    String text = JsonText.of(ExplanationJson.of(TermExplanation.of(MODEL, "user")));
    assertEquals(
        """
        {
          "term" : "user",
          "axes" : [ {
            "feature" : "user",
            "ordered" : false,
            "categories" : [ "a", "b" ]
          } ],
          "scoreNames" : [ "wait" ],
          "cells" : [ {
            "labels" : [ "missing" ],
            "scores" : [ 0.0 ],
            "deviations" : [ 0.0 ],
            "weight" : 0.0
          }, {
            "labels" : [ "a" ],
            "scores" : [ 0.5 ],
            "deviations" : [ 0.0 ],
            "weight" : 5.0
          }, {
            "labels" : [ "b" ],
            "scores" : [ -0.5 ],
            "deviations" : [ 0.0 ],
            "weight" : 5.0
          }, {
            "labels" : [ "unseen" ],
            "scores" : [ 0.0 ],
            "deviations" : [ 0.0 ],
            "weight" : 0.0
          } ]
        }\
        """,
        text);
  }

  @Test
  void theTermThatMattersMostComesFirst() {
    SequencedMap<String, Object> json = ExplanationJson.of(GlobalExplanation.of(MODEL));
    String text = JsonText.of(json);
    assertEquals(List.of("terms"), List.copyOf(json.keySet()));
    assertTrue(text.startsWith("{\n  \"terms\" : [ {\n    \"term\" : \"hour\","), text);
    assertTrue(text.indexOf("\"hour & user\"") < text.indexOf("\"user\""), text);
  }

  /** Hour 7 is in the second regular bin, 20 in the third: 1 and 3, user a: 0.5; pair 1 and -1. */
  @Test
  void differencesOfPredictions() {
    PredictionExplanation before = explanation(7);
    PredictionExplanation after = explanation(20);
    SequencedMap<String, Object> json = ExplanationJson.of(before.diff(after));
    assertEquals(List.of(0.0), json.get("scores"));
    assertEquals(List.of(0.0), json.get("intercept"));
    String text = JsonText.of(json);
    assertTrue(text.contains("\"before\" : \"7\",\n    \"after\" : \"20\""), text);
    assertTrue(text.contains("\"scores\" : [ -2.0 ]"), text);
  }

  private static PredictionExplanation explanation(double hour) {
    return PredictionExplanation.of(MODEL, MODEL.newRow().set("hour", hour).set("user", "a"));
  }

  @Test
  void whatIsNotKnownIsNull() {
    SequencedMap<String, Object> json = new LinkedHashMap<>();
    json.put("number", Double.NaN);
    json.put("more", null);
    assertEquals("{\n  \"number\" : null,\n  \"more\" : null\n}", JsonText.of(json));
    SequencedMap<String, Object> prediction = ExplanationJson.of(explanation(7));
    assertTrue(prediction.containsKey("actual"));
    json.put("other", 'c');
    assertThrows(IllegalArgumentException.class, () -> JsonText.of(json));
  }
}
