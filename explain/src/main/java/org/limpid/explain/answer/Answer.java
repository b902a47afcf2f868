package org.limpid.explain.answer;

import java.util.List;

/**
 * An answer as text and as values for JSON.
 *
 * @param text for people
 * @param value maps, lists, texts and numbers
 * @param notices what should be known beside it, one sentence each
 */
public record Answer(String text, Object value, List<String> notices) {
  public Answer {
    notices = List.copyOf(notices);
  }
}
