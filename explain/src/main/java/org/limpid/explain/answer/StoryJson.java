package org.limpid.explain.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.explain.story.Story;
import org.limpid.explain.story.StoryEvent;
import org.limpid.explain.text.Calendar;

/** Stories as values for JSON; times are seconds, and dates beside those of events. */
final class StoryJson {
  private StoryJson() {}

  static Map<String, Object> of(Story story, Calendar calendar) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("job", story.job());
    map.put("virtualCluster", story.virtualCluster());
    map.put("policy", story.policy());
    map.put("origin", calendar.origin().toString());
    map.put("submitSecond", story.submitSecond());
    map.put("endSecond", story.endSecond());
    map.put("queueSeconds", story.queueSeconds());
    map.put("preemptions", story.preemptions());
    map.put("overtakenBy", story.overtakenBy());
    map.put("remarks", story.remarks());
    map.put("estimate", story.estimate().orElse(null));
    map.put("waits", byLabel(story));
    map.put("events", events(story, calendar));
    return map;
  }

  private static Map<String, Long> byLabel(Story story) {
    Map<String, Long> waits = new LinkedHashMap<>();
    story.waits().forEach((cause, seconds) -> waits.put(cause.label(), seconds));
    return waits;
  }

  private static List<Map<String, Object>> events(Story story, Calendar calendar) {
    return story.events().stream().map(event -> event(event, calendar)).toList();
  }

  private static Map<String, Object> event(StoryEvent event, Calendar calendar) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("event", event.label());
    map.put("second", event.second());
    map.put("time", calendar.text(event.second()));
    map.put("details", event instanceof StoryEvent.Noted noted ? noted.note() : event);
    return map;
  }
}
