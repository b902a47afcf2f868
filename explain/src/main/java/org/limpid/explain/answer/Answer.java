package org.limpid.explain.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.Page;
import org.limpid.simulation.waiting.WaitCause;

/**
 * An answer as a page and as values for JSON.
 *
 * @param page for people
 * @param value maps, lists, texts and numbers
 * @param notices what should be known beside it, one sentence each
 */
public record Answer(Page page, Object value, List<String> notices) {
  public Answer {
    notices = List.copyOf(notices);
  }

  /** Seconds of waiting by the names that JSON has for causes. */
  static Map<String, Long> byLabel(Map<WaitCause, Long> waits) {
    Map<String, Long> byLabel = new LinkedHashMap<>();
    waits.forEach((cause, seconds) -> byLabel.put(cause.label(), seconds));
    return byLabel;
  }
}
